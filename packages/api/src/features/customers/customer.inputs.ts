import { ID } from 'type-graphql'
import { flag, id, input, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { Contact, Customer, CustomerKind, Group } from './customer.type.ts'

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'
const seen = 'The version you saw; another one is a CONFLICT.'

@input('A new customer.')
export class CreateCustomerInput {
  @text('Name; unique among active customers.') name!: string
  @maybe.of(() => CustomerKind, 'EXTERNAL when nothing is said.') kind?: CustomerKind | null
  @maybe.text('Short code of your own.') code?: string | null
  @maybe.text('Tax number; staff only.') taxNumber?: string | null
  @maybe.text('General e-mail address.') email?: string | null
  @maybe.text('General phone number.') phone?: string | null
  @maybe.text('Website, with http or https.') website?: string | null
  @maybe.text('Postal address.') address?: string | null
  @maybe.text('Notes of ours; staff only.') notes?: string | null
  @maybe.ids('Technicians to authorize at once; staff only.') technicianIds?: string[] | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a customer: a field left out stays, null empties it.')
export class UpdateCustomerInput {
  @id('The customer.') id!: string
  @whole(seen) version!: number
  @maybe.text('Name; unique among active customers.') name?: string | null
  @maybe.of(() => CustomerKind, 'External or internal.') kind?: CustomerKind | null
  @maybe.text('Short code of your own.') code?: string | null
  @maybe.text('Tax number; staff only.') taxNumber?: string | null
  @maybe.text('General e-mail address.') email?: string | null
  @maybe.text('General phone number.') phone?: string | null
  @maybe.text('Website, with http or https.') website?: string | null
  @maybe.text('Postal address.') address?: string | null
  @maybe.text('Notes of ours; staff only.') notes?: string | null
  @maybe.flag('Deactivating ends the sessions of its contacts.') active?: boolean | null
}

@input('A new contact of a customer.')
export class CreateContactInput {
  @id('The customer; for good.') customerId!: string
  @text('Full name.') name!: string
  @maybe.text('E-mail address, unique over all sign-ins.') email?: string | null
  @maybe.text('Phone number.') phone?: string | null
  @maybe.text('Job title.') title?: string | null
  @maybe.text('tr or en; tr when nothing is said.') locale?: string | null
  @maybe.id('A group of the same customer.') groupId?: string | null
  @maybe.flag('May see all records of the customer.') seesCompanyRecords?: boolean | null
  @maybe.flag('May see all records of the group.') seesGroupRecords?: boolean | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a contact: a field left out stays, null empties it.')
export class UpdateContactInput {
  @id('The contact.') id!: string
  @whole(seen) version!: number
  @maybe.text('Full name.') name?: string | null
  @maybe.text('E-mail address; null takes the sign-in away.') email?: string | null
  @maybe.text('Phone number.') phone?: string | null
  @maybe.text('Job title.') title?: string | null
  @maybe.text('tr or en.') locale?: string | null
  @maybe.id('A group of the same customer; null for none.') groupId?: string | null
  @maybe.flag('May see all records of the customer.') seesCompanyRecords?: boolean | null
  @maybe.flag('May see all records of the group.') seesGroupRecords?: boolean | null
}

@input('Activates or passivates.')
export class SetActiveInput {
  @id('Who.') id!: string
  @whole(seen) version!: number
  @flag('True to activate.') active!: boolean
}

@input('A contact who goes to another customer.')
export class MoveContactInput {
  @id('The contact as it is.') contactId!: string
  @id('The customer he or she goes to.') customerId!: string
  @maybe.id('A group of that customer.') groupId?: string | null
}

@input('Whom to invite to set a password.')
export class InviteInput {
  @id('The contact.') contactId!: string
}

@input('A new group.')
export class CreateGroupInput {
  @id('The customer.') customerId!: string
  @text('Name; unique within the customer.') name!: string
  @maybe.ids('Its people, contacts of the same customer.') contactIds?: string[] | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a group.')
export class UpdateGroupInput {
  @id('The group.') id!: string
  @whole(seen) version!: number
  @maybe.text('Name; unique within the customer.') name?: string | null
  @maybe.ids('All of its people: who is not named leaves the group.') contactIds?: string[] | null
}

@input('All technicians authorized for a customer: the whole set.')
export class SetAuthorizedTechniciansInput {
  @id('The customer.') customerId!: string
  @of(() => [ID], 'Ids of technicians; who is not named loses the authorization.') technicianIds!: string[]
}

@type('Answer of a mutation of customers.')
export class CustomerPayload {
  @maybe.of(() => Customer, 'The customer; with CONFLICT, as it is now.') customer!: Customer | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
@type('Answer of a mutation of contacts.')
export class ContactPayload {
  @maybe.of(() => Contact, 'The contact; with CONFLICT, as it is now.') contact!: Contact | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
@type('Answer of a mutation of groups.')
export class GroupPayload {
  @maybe.of(() => Group, 'The group; with CONFLICT, as it is now.') group!: Group | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
