import { found, foundAll } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { guards, once, StaleVersion, verb, type Actor, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { change, created, record } from '../audit/index.ts'
import { ContactEntity, GroupEntity, type GroupRow } from './customer.entity.ts'
import type { CreateGroupInput, UpdateGroupInput } from './customer.inputs.ts'
import { activeCustomer } from './customer.service.ts'
import { nameOf, nameOrSame } from './values.ts'

guards({ customer_group_name_taken: ['name'] })

/** Enters a group; people named here leave the group they were in. */
export function createGroup(context: VerbContext, input: CreateGroupInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createGroup', input, async () => {
      const customer = await activeCustomer(em, input.customerId, ['customerId'])
      const row = em.create(GroupEntity, { customerId: customer.id, name: nameOf(input.name) })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'Group',
        subjectId: row.id,
        customerId: customer.id,
        changes: created({ name: row.name }),
      })
      if (input.contactIds) await setMembers(em, context, row, input.contactIds)
      return { group: row.id }
    }),
  )
}

/** Renames a group or sets its people. */
export function updateGroup(context: VerbContext, input: UpdateGroupInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    const changes = change<GroupRow>(row, { name: nameOrSame(input.name) })
    await em.flush()
    if (changes.length)
      await record(em, context, {
        action: 'UPDATED',
        subjectType: 'Group',
        subjectId: row.id,
        customerId: row.customerId,
        changes,
      })
    if (input.contactIds) await setMembers(em, context, row, input.contactIds)
    return { group: row.id }
  })
}

/** Deletes a group; its people stay, without a group. */
export function deleteGroup(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    await record(em, context, {
      action: 'DELETED',
      subjectType: 'Group',
      subjectId: row.id,
      customerId: row.customerId,
      changes: [{ field: 'name', from: row.name, to: null }],
    })
    await em.nativeDelete(GroupEntity, { id: row.id })
    return { deletedId: input.id }
  })
}

async function setMembers(em: Em, actor: Actor, group: GroupRow, contactIds: readonly string[]) {
  const wanted = await foundAll(em, ContactEntity, contactIds, ['contactIds'])
  if (wanted.some(({ customerId }) => customerId !== group.customerId)) throw new Problem('NOT_FOUND', ['contactIds'])
  const before = await em.find(ContactEntity, { groupId: group.id })
  const changes = []
  for (const contact of before) {
    if (wanted.includes(contact)) continue
    contact.groupId = null
    changes.push({ field: 'members', from: contact.name, to: null })
  }
  for (const contact of wanted) {
    if (contact.groupId === group.id) continue
    contact.groupId = group.id
    changes.push({ field: 'members', from: null, to: contact.name })
  }
  await em.flush()
  if (changes.length)
    await record(em, actor, {
      action: 'MEMBERS_CHANGED',
      subjectType: 'Group',
      subjectId: group.id,
      customerId: group.customerId,
      changes,
    })
}

async function current(em: Em, input: { id: string; version: number }): Promise<GroupRow> {
  const row = await found(em, GroupEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ group: row.id })
  return row
}
