import { found, foundAll } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { guards, once, StaleVersion, verb, type Actor, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { change, created, record } from '../audit/index.ts'
import {
  assertAdministrator,
  assertMayGivePermissions,
  assertMayGiveRole,
  assertNotLastAdministrator,
} from './giving.ts'
import { said } from './messages.ts'
import { RoleEntity, TechnicianEntity, type RoleRow } from './organization.entity.ts'
import type { CreateRoleInput, UpdateRoleInput } from './organization.inputs.ts'
import { allPermissions } from './permission.type.ts'
import { giveRole } from './technician.service.ts'
import { nameOf, nameOrSame } from './values.ts'

guards({ role_name_taken: ['name'] }, { role_name_taken: said['role.name.taken'] })

/** Makes a role, never mightier than its maker. Problems: name TAKEN, permissions or memberIds NOT_ALLOWED. */
export function createRole(context: VerbContext, input: CreateRoleInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createRole', input, async () => {
      const name = nameOf(input.name)
      const permissions = inOrder(input.permissions)
      const { onlyAuthorizedCustomers } = input
      assertMayGivePermissions(context.principal, permissions, ['permissions'])
      assertMayOpenAllCustomers(context, onlyAuthorizedCustomers)
      const row = em.create(RoleEntity, { name, permissions, onlyAuthorizedCustomers, administrator: false })
      await em.flush()
      const changes = created({ name, permissions, onlyAuthorizedCustomers })
      await record(em, context, { action: 'CREATED', subjectType: 'Role', subjectId: row.id, changes })
      if (input.memberIds) await setMembers(em, context, row, input.memberIds)
      return { role: row.id }
    }),
  )
}

/** Changes a role and who has it. Only added permissions are asked for: what was given before stays given. */
export function updateRole(context: VerbContext, input: UpdateRoleInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    if (row.administrator) assertAdministrator(context.principal, ['id'])
    const permissions = input.permissions ? inOrder(input.permissions) : undefined
    const onlyAuthorizedCustomers = input.onlyAuthorizedCustomers ?? undefined
    if (row.administrator) assertSameReach(row, permissions, onlyAuthorizedCustomers)
    const added = permissions?.filter((each) => !row.permissions.includes(each)) ?? []
    assertMayGivePermissions(context.principal, added, ['permissions'])
    if (row.onlyAuthorizedCustomers) assertMayOpenAllCustomers(context, onlyAuthorizedCustomers)
    const reach = row.administrator ? {} : { permissions, onlyAuthorizedCustomers }
    const changes = change<RoleRow>(row, { name: nameOrSame(input.name), ...reach })
    await em.flush()
    if (changes.length)
      await record(em, context, { action: 'UPDATED', subjectType: 'Role', subjectId: row.id, changes })
    if (input.memberIds) await setMembers(em, context, row, input.memberIds)
    return { role: row.id }
  })
}

/** Deletes a role that nobody has, not even somebody passive. */
export function deleteRole(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    if (row.administrator) throw new Problem('NOT_ALLOWED', ['id'], { key: said['role.administratorFixed'] })
    const count = await em.count(TechnicianEntity, { roleId: row.id })
    if (count) throw new Problem('IN_USE', ['id'], { key: said['role.inUse'], params: { count } })
    const changes = [{ field: 'name', from: row.name, to: null }]
    await record(em, context, { action: 'DELETED', subjectType: 'Role', subjectId: row.id, changes })
    await em.nativeDelete(RoleEntity, { id: row.id })
    return { deletedId: input.id }
  })
}

/** Whom `ids` name moves to the role. Nobody leaves by not being named: a technician always has a role. */
async function setMembers(em: Em, actor: Actor, role: RoleRow, ids: readonly string[]): Promise<void> {
  const path = ['memberIds']
  const wanted = await foundAll(em, TechnicianEntity, ids, path)
  const left = await em.find(
    TechnicianEntity,
    { roleId: role.id, active: true, id: { $nin: [...ids] } },
    { orderBy: { name: 'asc' } },
  )
  if (left.length)
    throw new Problem('INVALID', path, {
      key: said['role.memberNeedsRole'],
      params: { names: left.map(({ name }) => name).join(', ') },
    })
  const coming = wanted.filter(({ roleId }) => roleId !== role.id)
  if (coming.length) assertMayGiveRole(actor.principal, role, path)
  for (const technician of coming) {
    const before = await em.findOneOrFail(RoleEntity, technician.roleId)
    if (before.administrator) {
      assertAdministrator(actor.principal, path)
      await assertNotLastAdministrator(em, technician.id, path)
    }
    const changes = giveRole(technician, before, role)
    // At once: the next one could be the last administrator by then.
    await em.flush()
    await record(em, actor, { action: 'UPDATED', subjectType: 'Technician', subjectId: technician.id, changes })
  }
}

function assertSameReach(
  row: RoleRow,
  permissions: readonly string[] | undefined,
  switched: boolean | undefined,
): void {
  const fixed = { key: said['role.administratorFixed'] }
  if (permissions && permissions.length !== allPermissions.length)
    throw new Problem('NOT_ALLOWED', ['permissions'], fixed)
  if (switched !== undefined && switched !== row.onlyAuthorizedCustomers)
    throw new Problem('NOT_ALLOWED', ['onlyAuthorizedCustomers'], fixed)
}

/** Who sees some customers only makes no role that sees them all. */
function assertMayOpenAllCustomers({ principal }: Actor, onlyAuthorizedCustomers: boolean | undefined): void {
  if (principal.restricted && onlyAuthorizedCustomers === false)
    throw new Problem('NOT_ALLOWED', ['onlyAuthorizedCustomers'], { key: said['role.wider'] })
}

/** Each permission once, in the order of the schema. */
const inOrder = (permissions: readonly string[]): string[] =>
  allPermissions.filter((each) => permissions.includes(each))

async function current(em: Em, input: { id: string; version: number }): Promise<RoleRow> {
  const row = await found(em, RoleEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ role: row.id })
  return row
}
