import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import { read, write } from '../../core/graphql/answer.ts'
import type { AppContext } from '../../core/graphql/app-context.ts'
import { DeleteInput, DeletePayload } from '../../core/graphql/inputs.ts'
import * as inputs from './organization.inputs.ts'
import {
  PersonConnection,
  Role,
  RoleEffect,
  Technician,
  TechnicianConnection,
  TechniciansArgs,
  UsersArgs,
} from './organization.type.ts'
import * as roles from './role.service.ts'
import * as technicians from './technician.service.ts'

@Resolver()
export class OrganizationResolver {
  @Query(() => TechnicianConnection, { description: 'Technicians, by name. Staff only.' })
  technicians(
    @Args(() => TechniciansArgs) _args: TechniciansArgs,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => Technician, { nullable: true, description: 'One technician. Staff only.' })
  technician(
    @Arg('id', () => ID, { description: 'The technician.' }) _id: string,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => PersonConnection, { description: 'Everybody with a sign-in, once, by name: technicians and contacts.' })
  users(@Args(() => UsersArgs) _args: UsersArgs, @Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => [Role], { description: 'All roles, by name.' })
  roles(@Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => Role, { nullable: true, description: 'One role.' })
  role(
    @Arg('id', () => ID, { description: 'The role.' }) _id: string,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }
  @Query(() => [RoleEffect], {
    description: 'How many customers each of these technicians would see, before a role is saved; by name.',
  })
  roleEffect(
    @Arg('onlyAuthorizedCustomers', () => Boolean, { description: 'The switch as it would be.' }) _switch: boolean,
    @Arg('memberIds', () => [ID], { description: 'Technicians who would have the role.' }) _memberIds: string[],
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read(context, info)
  }

  @Mutation(() => inputs.TechnicianPayload, {
    description: 'Enters a technician with a sign-in; invite him or her afterwards.',
  })
  createTechnician(
    @Arg('input', () => inputs.CreateTechnicianInput) input: inputs.CreateTechnicianInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => technicians.createTechnician(context, input))
  }
  @Mutation(() => inputs.TechnicianPayload, {
    description: 'Changes a technician, or makes him or her passive, which ends the sessions at once.',
  })
  updateTechnician(
    @Arg('input', () => inputs.UpdateTechnicianInput) input: inputs.UpdateTechnicianInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => technicians.updateTechnician(context, input))
  }
  @Mutation(() => inputs.TechnicianPayload, { description: 'Mails a technician a link to set a password.' })
  inviteTechnician(
    @Arg('input', () => inputs.InviteTechnicianInput) input: inputs.InviteTechnicianInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => technicians.inviteTechnician(context, input))
  }
  @Mutation(() => inputs.RolePayload, { description: 'Makes a role, never mightier than the one who makes it.' })
  createRole(
    @Arg('input', () => inputs.CreateRoleInput) input: inputs.CreateRoleInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => roles.createRole(context, input))
  }
  @Mutation(() => inputs.RolePayload, { description: 'Changes a role and who has it.' })
  updateRole(
    @Arg('input', () => inputs.UpdateRoleInput) input: inputs.UpdateRoleInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => roles.updateRole(context, input))
  }
  @Mutation(() => DeletePayload, { description: 'Deletes a role that nobody has.' })
  deleteRole(
    @Arg('input', () => DeleteInput) input: DeleteInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => roles.deleteRole(context, input))
  }
}
