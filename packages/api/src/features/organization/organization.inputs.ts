import { flag, id, input, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { MoneyInput } from '../../core/graphql/money.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { Role, Technician } from './organization.type.ts'
import { Permission } from './permission.type.ts'

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'
const seen = 'The version you saw; another one is a CONFLICT.'

@input('A new technician, who is invited afterwards.')
export class CreateTechnicianInput {
  @text('Full name.') name!: string
  @text('E-mail address, unique over all sign-ins.') email!: string
  @id('The role: never more than the one who gives it may do.') roleId!: string
  @maybe.of(() => MoneyInput, 'What an hour costs us; staff with BILLING_READ only.') costRate?: MoneyInput | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a technician: a field left out stays, null empties it.')
export class UpdateTechnicianInput {
  @id('The technician.') id!: string
  @whole(seen) version!: number
  @maybe.text('Full name.') name?: string | null
  @maybe.id('The role: never more than the one who gives it may do.') roleId?: string | null
  @maybe.of(() => MoneyInput, 'What an hour costs us; staff with BILLING_READ only.') costRate?: MoneyInput | null
  @maybe.flag('Passivating ends the sessions at once; the last administrator stays.') active?: boolean | null
}

@input('Whom to invite to set a password.')
export class InviteTechnicianInput {
  @id('The technician.') technicianId!: string
}

@input('Which user of ours becomes a technician.')
export class ConvertToTechnicianInput {
  @id('The contact, of an internal customer.') contactId!: string
  @id('The role: never more than the one who gives it may do.') roleId!: string
}

@input('Which technician becomes a user again.')
export class ConvertToUserInput {
  @id('The technician.') technicianId!: string
}

@input('A new role.')
export class CreateRoleInput {
  @text('Name; unique.') name!: string
  @of(() => [Permission], 'What its members may do: never more than the one who makes it.') permissions!: Permission[]
  @flag('Its members see only customers that they are authorized for.') onlyAuthorizedCustomers!: boolean
  @maybe.ids('Technicians who move to this role.') memberIds?: string[] | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a role: a field left out stays.')
export class UpdateRoleInput {
  @id('The role.') id!: string
  @whole(seen) version!: number
  @maybe.text('Name; unique.') name?: string | null
  @maybe.of(() => [Permission], 'All of its permissions; not of the administrator role.') permissions?:
    Permission[] | null
  @maybe.flag('Its members see only customers that they are authorized for; not of the administrator role.')
  onlyAuthorizedCustomers?: boolean | null
  @maybe.ids('All of its active members. Who is to leave gets another role first.') memberIds?: string[] | null
}

@type('Answer of a mutation of technicians.')
export class TechnicianPayload {
  @maybe.of(() => Technician, 'The technician; with CONFLICT, as he or she is now.') technician!: Technician | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
@type('Answer of a mutation of roles.')
export class RolePayload {
  @maybe.of(() => Role, 'The role; with CONFLICT, as it is now.') role!: Role | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
