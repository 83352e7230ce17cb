import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../core/graphql/answer.ts'
import { DeleteInput, DeletePayload } from '../../core/graphql/inputs.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { convertToTechnician, convertToUser } from './conversion.service.ts'
import { ConvertToTechnicianInput, ConvertToUserInput, TechnicianPayload } from '../organization/index.ts'
import * as inputs from './customer.inputs.ts'
import {
  Contact,
  ContactConnection,
  ContactReach,
  ContactsArgs,
  Customer,
  CustomerConnection,
  CustomersArgs,
  Group,
  GroupConnection,
  GroupsArgs,
} from './customer.type.ts'
import * as contacts from './contact.service.ts'
import * as customers from './customer.service.ts'
import * as groups from './group.service.ts'

@Resolver()
export class CustomerResolver {
  @Query(() => CustomerConnection, { description: 'Customers that the one who asks may see.' })
  customers(
    @Args(() => CustomersArgs) _args: CustomersArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => Customer, {
    nullable: true,
    description: 'One customer; null when it is not there for the one who asks.',
  })
  customer(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => [Customer], {
    description: 'Active customers whose name is like this one, the likest first: at most five. Staff only.',
  })
  customerDuplicates(
    @Arg('name', () => String) _name: string,
    @Arg('exceptId', () => ID, { nullable: true }) _exceptId: string | undefined,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => ContactConnection, { description: 'Contacts that the one who asks may see.' })
  contacts(
    @Args(() => ContactsArgs) _args: ContactsArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => Contact, { nullable: true, description: 'One contact; null when it is not there for the one who asks.' })
  contact(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => ContactReach, {
    nullable: true,
    description: 'What a contact would see with these rights, before they are given. Staff only.',
  })
  contactReach(
    @Arg('contactId', () => ID) _contactId: string,
    @Arg('seesCompanyRecords', () => Boolean) _company: boolean,
    @Arg('seesGroupRecords', () => Boolean) _group: boolean,
    @Arg('groupId', () => ID, {
      nullable: true,
      description: 'As if in this group; the present one when nothing is said.',
    })
    _groupId: string | undefined,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => GroupConnection, { description: 'Groups that the one who asks may see.' })
  groups(@Args(() => GroupsArgs) _args: GroupsArgs, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => Group, { nullable: true, description: 'One group; null when it is not there for the one who asks.' })
  group(@Arg('id', () => ID) _id: string, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }

  @Mutation(() => inputs.CustomerPayload, {
    description: 'Enters a customer; not for staff limited to authorized customers.',
  })
  createCustomer(
    @Arg('input', () => inputs.CreateCustomerInput) input: inputs.CreateCustomerInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => customers.createCustomer(context, input))
  }
  @Mutation(() => inputs.CustomerPayload, { description: 'Changes a customer, or makes it inactive or active.' })
  updateCustomer(
    @Arg('input', () => inputs.UpdateCustomerInput) input: inputs.UpdateCustomerInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => customers.updateCustomer(context, input))
  }
  @Mutation(() => DeletePayload, {
    description: 'Deletes a customer on which nothing hangs, with its contacts and groups.',
  })
  deleteCustomer(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => customers.deleteCustomer(context, input))
  }
  @Mutation(() => inputs.CustomerPayload, { description: 'Sets all technicians that are authorized for a customer.' })
  setAuthorizedTechnicians(
    @Arg('input', () => inputs.SetAuthorizedTechniciansInput) input: inputs.SetAuthorizedTechniciansInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => customers.setAuthorizedTechnicians(context, input))
  }
  @Mutation(() => inputs.ContactPayload, { description: 'Enters a contact of a customer.' })
  createContact(
    @Arg('input', () => inputs.CreateContactInput) input: inputs.CreateContactInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contacts.createContact(context, input))
  }
  @Mutation(() => inputs.ContactPayload, { description: 'Changes a contact.' })
  updateContact(
    @Arg('input', () => inputs.UpdateContactInput) input: inputs.UpdateContactInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contacts.updateContact(context, input))
  }
  @Mutation(() => inputs.ContactPayload, {
    description: 'Passivates a contact, which ends the sessions at once, or activates it again.',
  })
  setContactActive(
    @Arg('input', () => inputs.SetActiveInput) input: inputs.SetActiveInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contacts.setContactActive(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Deletes a contact on whom nothing hangs.' })
  deleteContact(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contacts.deleteContact(context, input))
  }
  @Mutation(() => inputs.ContactPayload, {
    description:
      'Moves a person to another customer: a new contact there with the same sign-in, the old one passive. Answers with the new contact.',
  })
  moveContact(
    @Arg('input', () => inputs.MoveContactInput) input: inputs.MoveContactInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contacts.moveContact(context, input))
  }
  @Mutation(() => inputs.ContactPayload, { description: 'Mails a contact a link to set a password.' })
  inviteContact(
    @Arg('input', () => inputs.InviteInput) input: inputs.InviteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => contacts.inviteContact(context, input))
  }
  @Mutation(() => inputs.GroupPayload, { description: 'Enters a group of a customer.' })
  createGroup(
    @Arg('input', () => inputs.CreateGroupInput) input: inputs.CreateGroupInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => groups.createGroup(context, input))
  }
  @Mutation(() => inputs.GroupPayload, { description: 'Changes a group and who belongs to it.' })
  updateGroup(
    @Arg('input', () => inputs.UpdateGroupInput) input: inputs.UpdateGroupInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => groups.updateGroup(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Deletes a group; its people stay, without a group.' })
  deleteGroup(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => groups.deleteGroup(context, input))
  }
  @Mutation(() => TechnicianPayload, {
    description: 'Makes a user of ours a technician: the sign-in gets a technician, the contact becomes passive.',
  })
  convertToTechnician(
    @Arg('input', () => ConvertToTechnicianInput) input: ConvertToTechnicianInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => convertToTechnician(context, input))
  }
  @Mutation(() => inputs.ContactPayload, {
    description: 'Makes a technician a user again; the last administrator stays.',
  })
  convertToUser(
    @Arg('input', () => ConvertToUserInput) input: ConvertToUserInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => convertToUser(context, input))
  }
}
