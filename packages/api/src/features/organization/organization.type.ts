import { Args, ArgsType } from 'type-graphql'
import type { PrincipalKind } from '../../core/auth/principal.ts'
import { connectionOf, NestedPageArgs, PageArgs } from '../../core/graphql/connection.ts'
import { byPlan, flag, id, input, maybe, Node, of, Person, text, type, whole } from '../../core/graphql/fields.ts'
import { Money } from '../../core/graphql/money.ts'
import { ViewerKind } from '../../core/graphql/viewer-enums.ts'
import { Permission } from './permission.type.ts'

@input('Which technicians; all conditions hold together.')
export class TechnicianFilter {
  @maybe.text('Found in name or e-mail, folded.') text?: string | null
  @maybe.flag('Active or passive.') active?: boolean | null
  @maybe.id('Technicians with this role.') roleId?: string | null
  @maybe.id('Technicians authorized for this customer.') customerId?: string | null
}

@input('Which users; all conditions hold together.')
export class UserFilter {
  @maybe.text('Found in name or e-mail, folded.') text?: string | null
  @maybe.of(() => ViewerKind, 'Administrators, other technicians, or contacts; PARTNER finds nobody.')
  kind?: PrincipalKind | null
  @maybe.flag('Active or passive.') active?: boolean | null
}

@ArgsType()
export class TechniciansArgs extends PageArgs {
  @maybe.of(() => TechnicianFilter, 'Which technicians.') filter?: TechnicianFilter
}

@ArgsType()
export class UsersArgs extends PageArgs {
  @maybe.of(() => UserFilter, 'Which users.') filter?: UserFilter
}

export const TechnicianConnection = connectionOf('Technician', () => Technician)
export const PersonConnection = connectionOf('Person', () => Person)

@type('A person of ours who works on tickets.', { implements: [Node, Person] })
export class Technician implements Node, Person {
  @id() id!: string
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Full name.') name!: string
  @maybe.text('E-mail address, and the sign-in.') email!: string | null
  @flag('Passive technicians cannot sign in; their history stays.') active!: boolean
  @of(() => Role, 'What he or she may do.') role!: Role
  @maybe.instant('When he or she was last seen.') lastSeenAt!: string | null
  @maybe.of(() => Money, 'What an hour costs us; staff with BILLING_READ only.') costRate!: Money | null
}

@type('A set of permissions for technicians.', { implements: Node })
export class Role extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Name; unique.') name!: string
  @of(() => [Permission], 'What its members may do; of the administrator role, everything.') permissions!: Permission[]
  @flag('Its members see only customers that they are authorized for.') onlyAuthorizedCustomers!: boolean
  @flag('The one role that may do everything and always has an active member.') administrator!: boolean
  @of(() => TechnicianConnection, 'Its active technicians, by name.') members(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
}

@type('What a technician would see if a role had the given switch.')
export class RoleEffect {
  @of(() => Technician, 'The technician.') technician!: Technician
  @whole('Customers he or she would see.') visibleCustomers!: number
  @whole('Customers there are, as far as the one who asks sees them.') allCustomers!: number
}
