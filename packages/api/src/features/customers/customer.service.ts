import { LockMode } from '@mikro-orm/core'
import { found, foundAll } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { guards, once, StaleVersion, verb, type Actor, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { change, created, record } from '../audit/index.ts'
import { TechnicianEntity } from '../organization/index.ts'
import { AuthorizationEntity, ContactEntity, CustomerEntity, type CustomerRow } from './customer.entity.ts'
import type { CreateCustomerInput, SetAuthorizedTechniciansInput, UpdateCustomerInput } from './customer.inputs.ts'
import { said } from './messages.ts'
import { emailOf, lineOf, nameOf, nameOrSame, websiteOf } from './values.ts'

guards({ customer_name_taken: ['name'] }, { customer_name_taken: said['customer.name.taken'] })

const notesMax = 10_000

/** Enters a customer. Problems: name REQUIRED or TAKEN, INVALID values, technicianIds NOT_FOUND. */
export function createCustomer(context: VerbContext, input: CreateCustomerInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createCustomer', input, async () => {
      const fields = {
        name: nameOf(input.name),
        kind: input.kind ?? ('EXTERNAL' as const),
        code: lineOf(input.code, 'code', 50) ?? null,
        taxNumber: lineOf(input.taxNumber, 'taxNumber', 50) ?? null,
        email: emailOf(input.email) ?? null,
        phone: lineOf(input.phone, 'phone', 50) ?? null,
        website: websiteOf(input.website) ?? null,
        address: lineOf(input.address, 'address', 1000) ?? null,
        notes: lineOf(input.notes, 'notes', notesMax) ?? null,
      }
      const row = em.create(CustomerEntity, { ...fields, active: true })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'Customer',
        subjectId: row.id,
        customerId: row.id,
        changes: created(fields),
      })
      if (input.technicianIds?.length) await authorize(em, context, row.id, input.technicianIds)
      return { customer: row.id }
    }),
  )
}

/** Changes a customer. Making it inactive ends its contacts' sessions in the same transaction. */
export function updateCustomer(context: VerbContext, input: UpdateCustomerInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    const wasActive = row.active
    const changes = change<CustomerRow>(row, {
      name: nameOrSame(input.name),
      kind: input.kind ?? undefined,
      code: lineOf(input.code, 'code', 50),
      taxNumber: lineOf(input.taxNumber, 'taxNumber', 50),
      email: emailOf(input.email),
      phone: lineOf(input.phone, 'phone', 50),
      website: websiteOf(input.website),
      address: lineOf(input.address, 'address', 1000),
      notes: lineOf(input.notes, 'notes', notesMax),
      active: input.active ?? undefined,
    })
    await em.flush()
    if (wasActive && !row.active) {
      const people = await em.find(ContactEntity, { customerId: row.id, active: true, accountId: { $ne: null } })
      for (const { accountId } of people) await em.execute('select app_end_sessions(?)', [accountId])
    }
    if (changes.length)
      await record(em, context, {
        action: 'UPDATED',
        subjectType: 'Customer',
        subjectId: row.id,
        customerId: row.id,
        changes,
      })
    return { customer: row.id }
  })
}

/** Deletes a customer with its contacts and groups. */
export function deleteCustomer(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await current(em, input)
    const accounts = (await em.find(ContactEntity, { customerId: row.id, accountId: { $ne: null } })).map(
      ({ accountId }) => accountId,
    )
    await record(em, context, {
      action: 'DELETED',
      subjectType: 'Customer',
      subjectId: row.id,
      customerId: row.id,
      changes: [{ field: 'name', from: row.name, to: null }],
    })
    await em.nativeDelete(CustomerEntity, { id: row.id })
    for (const account of accounts) await em.execute('select app_delete_account(?)', [account])
    return { deletedId: input.id }
  })
}

/** Makes exactly these technicians the authorized ones. */
export function setAuthorizedTechnicians(context: VerbContext, input: SetAuthorizedTechniciansInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, CustomerEntity, input.customerId, ['customerId'])
    await authorize(em, context, row.id, input.technicianIds)
    return { customer: row.id }
  })
}

async function authorize(em: Em, actor: Actor, customerId: string, technicianIds: readonly string[]) {
  const technicians = await foundAll(em, TechnicianEntity, technicianIds, ['technicianIds'])
  const before = await em.find(AuthorizationEntity, { customerId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const had = new Set(before.map(({ technicianId }) => technicianId))
  const wanted = new Set(technicians.map(({ id }) => id))
  const added = technicians.filter(({ id }) => !had.has(id))
  const removed = [...had].filter((id) => !wanted.has(id))
  // Gone first: whoever takes the own authorization away could not write anything of this customer afterwards.
  const gone = removed.length ? await em.find(TechnicianEntity, { id: { $in: removed } }) : []
  for (const { id } of added) em.create(AuthorizationEntity, { customerId, technicianId: id })
  await em.flush()
  const changes = [
    ...added.map(({ name }) => ({ field: 'technicians', from: null, to: name })),
    ...gone.map(({ name }) => ({ field: 'technicians', from: name, to: null })),
  ]
  if (changes.length)
    await record(em, actor, {
      action: 'AUTHORIZATION_CHANGED',
      subjectType: 'Customer',
      subjectId: customerId,
      customerId,
      changes,
    })
  if (removed.length) await em.nativeDelete(AuthorizationEntity, { customerId, technicianId: { $in: removed } })
}

async function current(em: Em, input: { id: string; version: number }): Promise<CustomerRow> {
  const row = await found(em, CustomerEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ customer: row.id })
  return row
}

/** Nothing new is opened for an inactive customer. */
export async function activeCustomer(em: Em, id: string, path: readonly string[]): Promise<CustomerRow> {
  const row = await found(em, CustomerEntity, id, path)
  if (!row.active) throw new Problem('NOT_ALLOWED', path, { key: said['customer.inactive'] })
  return row
}
