import { Args, ArgsType, Field } from 'type-graphql'
import { connectionOf, NestedPageArgs, PageArgs } from '../../core/graphql/connection.ts'
import {
  byPlan,
  enumType,
  flag,
  id,
  input,
  instant,
  maybe,
  Node,
  of,
  Person,
  text,
  type,
  whole,
} from '../../core/graphql/fields.ts'
import { AuditEventConnection } from '../audit/index.ts'
import { TechnicianConnection } from '../organization/index.ts'

export const CustomerKind = enumType('CustomerKind', 'Whom a customer belongs to.', {
  EXTERNAL: 'Another company.',
  INTERNAL: 'A department of our own organization, served under an SLA.',
})
export type CustomerKind = keyof typeof CustomerKind

const CustomerOrder = enumType('CustomerOrder', 'Orders of customers; names as Turkish is spelled.', {
  NAME_ASC: 'A to Z.',
  NAME_DESC: 'Z to A.',
  CREATED_AT_ASC: 'Oldest first.',
  CREATED_AT_DESC: 'Newest first.',
})
const ContactOrder = enumType('ContactOrder', 'Orders of contacts; names as Turkish is spelled.', {
  NAME_ASC: 'A to Z.',
  NAME_DESC: 'Z to A.',
  CREATED_AT_DESC: 'Newest first.',
})

@input('Which customers; all conditions hold together.')
export class CustomerFilter {
  @maybe.instant('Changed after this instant: for synchronising.') updatedAfter?: string | null
  @maybe.text('Found in name, code or e-mail, folded (“cinar” finds “Çınar”).') text?: string | null
  @maybe.of(() => CustomerKind, 'External or internal.') kind?: CustomerKind | null
  @maybe.flag('Active or inactive.') active?: boolean | null
  @maybe.id('Customers that this technician is authorized for; staff only.') technicianId?: string | null
  @maybe.id('Customers with a contract whose plan is this one.') planId?: string | null
}

@input('Which contacts; all conditions hold together.')
export class ContactFilter {
  @maybe.instant('Changed after this instant: for synchronising.') updatedAfter?: string | null
  @maybe.text('Found in name or e-mail, folded.') text?: string | null
  @maybe.id('Contacts of this customer.') customerId?: string | null
  @maybe.id('Contacts of this group.') groupId?: string | null
  @maybe.flag('Active or passive.') active?: boolean | null
  @maybe.flag('Contacts with or without the company-records right.') seesCompanyRecords?: boolean | null
  @maybe.flag('Contacts with or without the group-records right.') seesGroupRecords?: boolean | null
}

@input('Which groups; all conditions hold together.')
export class GroupFilter {
  @maybe.text('Found in the name, folded.') text?: string | null
  @maybe.id('Groups of this customer.') customerId?: string | null
}

@ArgsType()
export class CustomersArgs extends PageArgs {
  @maybe.of(() => CustomerFilter, 'Which customers.') filter?: CustomerFilter
  @Field(() => CustomerOrder, { nullable: true, description: 'In which order; NAME_ASC when nothing is said.' })
  orderBy?: string
}

@ArgsType()
export class ContactsArgs extends PageArgs {
  @maybe.of(() => ContactFilter, 'Which contacts.') filter?: ContactFilter
  @Field(() => ContactOrder, { nullable: true, description: 'In which order; NAME_ASC when nothing is said.' })
  orderBy?: string
}

@ArgsType()
export class NestedContactsArgs extends NestedPageArgs {
  @maybe.of(() => ContactFilter, 'Which contacts.') filter?: ContactFilter
  @Field(() => ContactOrder, { nullable: true, description: 'In which order; NAME_ASC when nothing is said.' })
  orderBy?: string
}

@ArgsType()
export class GroupsArgs extends PageArgs {
  @maybe.of(() => GroupFilter, 'Which groups.') filter?: GroupFilter
}

export const ContactConnection = connectionOf('Contact', () => Contact)
export const GroupConnection = connectionOf('Group', () => Group)

@type('A company that is served, or a department of our own.', { implements: Node })
export class Customer extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Name; unique among active customers, dots and cases aside.') name!: string
  @of(() => CustomerKind, 'External or internal.') kind!: CustomerKind
  @maybe.text('Short code of your own.') code!: string | null
  @maybe.text('Tax number; staff only.') taxNumber!: string | null
  @maybe.text('General e-mail address of the company.') email!: string | null
  @maybe.text('General phone number of the company.') phone!: string | null
  @maybe.text('Website, with http or https.') website!: string | null
  @maybe.text('Postal address.') address!: string | null
  @maybe.text('Notes of ours; staff only.') notes!: string | null
  @flag('An inactive customer keeps its history; nothing new is opened for it and its contacts cannot sign in.')
  active!: boolean
  @instant('When it was entered.') createdAt!: string
  @instant('When it was last changed.') updatedAt!: string
  @of(() => ContactConnection, 'Its people, by name.') contacts(
    @Args(() => NestedContactsArgs) _args: NestedContactsArgs,
  ): unknown {
    return byPlan()
  }
  @of(() => TechnicianConnection, 'Technicians authorized for it, by name; staff only.') technicians(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
  @of(() => GroupConnection, 'Its groups, by name.') groups(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
  @of(() => AuditEventConnection, 'What happened to it and its people, newest first; staff only.') timeline(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
  @flag('Whether the one who asks may change it.') viewerCanEdit!: boolean
}

@type('A person of a customer; may sign in to the portal.', { implements: [Node, Person] })
export class Contact implements Node, Person {
  @id() id!: string
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Full name.') name!: string
  @maybe.text('E-mail address, and the sign-in; a contact without one cannot sign in.') email!: string | null
  @maybe.text('Phone number; of oneself, or for staff and keys.') phone!: string | null
  @maybe.text('Job title.') title!: string | null
  @text('Language of mails and the portal: tr or en.') locale!: string
  @flag('Passive contacts cannot sign in; their tickets stay.') active!: boolean
  @of(() => Customer, 'The customer; for good.') customer!: Customer
  @maybe.of(() => Group, 'The group, if any.') group!: Group | null
  @flag('May see all records of the customer.') seesCompanyRecords!: boolean
  @flag('May see all records of the group.') seesGroupRecords!: boolean
  @flag('Has an e-mail, is active, and so is the customer.') canSignIn!: boolean
  @maybe.instant('When the person was last seen; staff only.') lastSeenAt!: string | null
  @instant('When the contact was entered.') createdAt!: string
  @instant('When the contact was last changed.') updatedAt!: string
  @of(() => AuditEventConnection, 'What happened to the contact, newest first; staff only.') timeline(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
}

@type('Contacts of one customer that belong together.', { implements: Node })
export class Group extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Name; unique within the customer.') name!: string
  @of(() => Customer, 'The customer.') customer!: Customer
  @of(() => ContactConnection, 'Its people, by name.') members(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
}

@type('What a contact would see with the given rights.')
export class ContactReach {
  @whole('Other contacts whose records would be visible.') colleagues!: number
}

export const CustomerConnection = connectionOf('Customer', () => Customer)
