/** Nobody gives what he or she does not have: the rules against making oneself, or a second self, mightier. */
import { LockMode } from '@mikro-orm/core'
import type { Principal } from '../../core/auth/principal.ts'
import type { Em } from '../../core/db/orm.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { said } from './messages.ts'
import { RoleEntity, TechnicianEntity, type RoleRow } from './organization.entity.ts'

/** What of a role decides how far its members reach. */
export type Reach = Pick<RoleRow, 'administrator' | 'permissions' | 'onlyAuthorizedCustomers'>

/** NOT_ALLOWED unless an administrator asks. */
export function assertAdministrator({ kind }: Principal, path: readonly string[]): void {
  if (kind !== 'ADMIN') throw new Problem('NOT_ALLOWED', path, { key: said['role.administratorsOnly'] })
}

/** NOT_ALLOWED when one of `permissions` is not the principal's own. */
export function assertMayGivePermissions(
  principal: Principal,
  permissions: readonly string[],
  path: readonly string[],
): void {
  if (principal.kind === 'ADMIN') return
  const beyond = permissions.filter((each) => !principal.permissions.has(each))
  if (beyond.length)
    throw new Problem('NOT_ALLOWED', path, { key: said['role.beyondOwn'], params: { permissions: beyond.join(', ') } })
}

/** NOT_ALLOWED when who has the role could do or see more than the principal. */
export function assertMayGiveRole(principal: Principal, role: Reach, path: readonly string[]): void {
  if (role.administrator) return assertAdministrator(principal, path)
  assertMayGivePermissions(principal, role.permissions, path)
  if (principal.restricted && !role.onlyAuthorizedCustomers)
    throw new Problem('NOT_ALLOWED', path, { key: said['role.wider'] })
}

/** NOT_ALLOWED when no active administrator were left without this technician. Two who leave at once wait for each other. */
export async function assertNotLastAdministrator(
  em: Em,
  technicianId: string,
  path: readonly string[] = ['id'],
): Promise<void> {
  const role = await em.findOne(RoleEntity, { administrator: true }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const active = { roleId: role?.id, active: true }
  if (!(await em.count(TechnicianEntity, { ...active, id: technicianId }))) return
  if (!(await em.count(TechnicianEntity, { ...active, id: { $ne: technicianId } })))
    throw new Problem('NOT_ALLOWED', path, { key: said['technician.lastAdministrator'] })
}
