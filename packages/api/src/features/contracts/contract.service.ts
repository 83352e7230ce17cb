/** The verbs of contracts: entering, changing, activating, deleting. */
import { found } from '../../core/db/find.ts'
import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { holds, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import type { DeleteInput } from '../../core/graphql/inputs.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { change, created, record, type Change } from '../audit/index.ts'
import { activeCustomer, CustomerEntity, nameOf, nameOrSame } from '../customers/index.ts'
import { isBefore, statusOn, type Day } from './calendar/index.ts'
import { ContractEntity, ContractTypeEntity, TermEntity, type ContractRow } from './contract.entity.ts'
import type { ActivateContractInput, CreateContractInput, UpdateContractInput } from './contract.inputs.ts'
import { changeNotices } from './contract.notices.ts'
import { beginPlan, changePlan, followEnd, offeredPlan, plansOf } from './contract.plan.ts'
import { dayOf, descriptionOf, renewalOf, spanOf, type Renewal } from './contract.values.ts'
import { said } from './messages.ts'
import { planNotices } from './renewal/replan.ts'
import { offeredType } from './type.service.ts'

holds({
  contract_customer: said['contract.holds.customer'],
  contract_plan_revision: said['contract.holds.plan'],
  ticket_contract: said['contract.holds.contract'],
  asset_contract: said['contract.holds.contract'],
})

/** Whose audit event it is. */
export const about = (row: ContractRow) => ({
  subjectType: 'Contract',
  subjectId: row.id,
  customerId: row.customerId,
})

/**
 * The contract that an input names, locked, its customer before it: every verb of contracts takes them in this order,
 * and tickets come after. Problems: id NOT_FOUND; CONFLICT.
 */
export async function lockedContract(em: Em, input: { id: string; version: number }) {
  const [seen] = isUuid(input.id)
    ? await em.execute<{ customer_id: string }[]>('select customer_id from contract where id = ?', [input.id])
    : []
  if (!seen) throw new Problem('NOT_FOUND', ['id'])
  const customer = await found(em, CustomerEntity, seen.customer_id)
  const row = await found(em, ContractEntity, input.id)
  if (row.version !== input.version) throw new StaleVersion({ contract: row.id })
  return { row, customer }
}

/**
 * The contract that a ticket or an asset of a customer names, as the one who asks sees it, not locked. Problems:
 * contractId NOT_FOUND (another customer's too), NOT_ALLOWED (a draft).
 */
export async function namedContract(em: Em, id: string, customerId: string): Promise<ContractRow> {
  const path = ['contractId']
  const row = isUuid(id) ? await em.findOne(ContractEntity, { id, customerId }) : null
  if (!row) throw new Problem('NOT_FOUND', path)
  if (row.draft) throw new Problem('NOT_ALLOWED', path, { key: said['contract.named.draft'] })
  return row
}

/** What a contract is on a day. */
export const statusOf = (row: ContractRow, today: Day) =>
  statusOn(
    {
      draft: row.draft,
      startsOn: dayOf(row.startsOn),
      endsOn: dayOf(row.endsOn),
      terminatedOn: row.terminatedOn ? dayOf(row.terminatedOn) : null,
    },
    today,
  )

/**
 * Enters a contract with its first term. Problems: customerId NOT_FOUND, NOT_ALLOWED (inactive); typeId, planId NOT_FOUND,
 * NOT_ALLOWED (inactive); name, startsOn, endsOn, description, renewalPeriod INVALID; renewalPeriod REQUIRED; notices and
 * who is told as of `changeNotices`.
 */
export function createContract(context: VerbContext, input: CreateContractInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createContract', input, async () => {
      const customer = await activeCustomer(em, input.customerId, ['customerId'])
      const fields = {
        name: nameOf(input.name),
        description: descriptionOf(input.description) ?? null,
        ...spanOf(input.startsOn, input.endsOn),
        draft: input.draft ?? false,
      }
      const renewal = renewalOf(input)
      const type = await offeredType(em, input.typeId)
      const plan = typeof input.planId === 'string' ? await offeredPlan(em, input.planId) : null
      // Taken late: the series is locked from here to the commit.
      const [next] = await em.execute<{ reference: string }[]>('select app_next_contract_reference() as reference')
      const row = em.create(ContractEntity, {
        ...fields,
        ...renewal,
        reference: next!.reference,
        customerId: customer.id,
        typeId: type.id,
      })
      await em.flush()
      await em.insert(TermEntity, {
        id: newId(),
        customerId: row.customerId,
        contractId: row.id,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        origin: 'INITIAL',
        createdAt: new Date(),
      })
      await beginPlan(em, row, plan)
      const told = await changeNotices(em, row, input)
      await planNotices(em, row.id, context.clock.today())
      await record(em, context, {
        ...about(row),
        action: 'CREATED',
        changes: [
          ...created({
            reference: row.reference,
            type: type.name,
            ...fields,
            autoRenew: renewal.autoRenew,
            renewalPeriod: periodText(renewal),
            plan: plan?.title,
            planRevision: plan?.revision,
          }),
          ...told,
        ],
      })
      return { contract: row.id }
    }),
  )
}

/**
 * Changes a contract. Of a draft, and of one that has not begun, all but the customer; afterwards the first day stays, the
 * end moves, and a changed plan applies from the next billing period on. Problems: as of createContract; startsOn, endsOn,
 * planId, autoRenew, renewalPeriod NOT_ALLOWED; CONFLICT.
 */
export function updateContract(context: VerbContext, input: UpdateContractInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const { row, customer } = await lockedContract(em, input)
    const today = context.clock.today()
    assertNotTerminated(row, input)
    const changes: Change[] = [
      ...(await changeType(em, row, input.typeId)),
      ...change<ContractRow>(row, {
        name: nameOrSame(input.name),
        description: descriptionOf(input.description),
      }),
      ...(await changeDays(em, row, input, { today, active: customer.active })),
      ...changeRenewal(row, input),
    ]
    if (input.planId !== undefined) changes.push(...(await changePlan(em, row, input.planId, today)))
    changes.push(...(await changeNotices(em, row, input)))
    // What hangs on a contract is part of it: it is another version, and newer.
    if (changes.length && row.version === input.version) row.updatedAt = new Date()
    await em.flush()
    await planNotices(em, row.id, today)
    if (changes.length) await record(em, context, { ...about(row), action: 'UPDATED', changes })
    return { contract: row.id }
  })
}

/**
 * Makes a draft hold, under the newest revision of its plan. Problems: id NOT_FOUND, NOT_ALLOWED (no draft; the customer
 * is inactive); CONFLICT.
 */
export function activateContract(context: VerbContext, input: ActivateContractInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const { row } = await lockedContract(em, input)
    if (!row.draft) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.notDraft'] })
    await activeCustomer(em, row.customerId, ['id'])
    const [planned] = await plansOf(em, row.id)
    const changes = planned?.planId ? await changePlan(em, row, planned.planId, context.clock.today()) : []
    changes.unshift(...change<ContractRow>(row, { draft: false }))
    await em.flush()
    await planNotices(em, row.id, context.clock.today())
    await record(em, context, { ...about(row), action: 'ACTIVATED', changes })
    return { contract: row.id }
  })
}

/** Deletes a draft. Problems: id NOT_FOUND, NOT_ALLOWED (it holds, or is over), IN_USE (named elsewhere); CONFLICT. */
export function deleteContract(context: VerbContext, input: DeleteInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const { row } = await lockedContract(em, input)
    if (!row.draft) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.delete.holds'] })
    await record(em, context, {
      ...about(row),
      action: 'DELETED',
      changes: [
        { field: 'reference', from: row.reference, to: null },
        { field: 'name', from: row.name, to: null },
      ],
    })
    await em.nativeDelete(ContractEntity, { id: row.id })
    return { deletedId: input.id }
  })
}

function assertNotTerminated(row: ContractRow, input: UpdateContractInput): void {
  if (!row.terminatedOn) return
  for (const field of ['startsOn', 'endsOn', 'planId', 'autoRenew', 'renewalPeriod'] as const)
    if (input[field] !== undefined) throw new Problem('NOT_ALLOWED', [field], { key: said['contract.terminated'] })
}

async function changeType(em: Em, row: ContractRow, typeId: string | null | undefined): Promise<Change[]> {
  if (typeId === null) throw new Problem('REQUIRED', ['typeId'])
  if (typeId === undefined || typeId === row.typeId) return []
  const before = await em.findOneOrFail(ContractTypeEntity, { id: row.typeId })
  const type = await offeredType(em, typeId)
  row.typeId = type.id
  return [{ field: 'type', from: before.name, to: type.name }]
}

/** Moves the first day of a contract that has not begun, and the end of the last term; terms and plans follow. */
async function changeDays(
  em: Em,
  row: ContractRow,
  input: UpdateContractInput,
  { today, active }: { today: Day; active: boolean },
): Promise<Change[]> {
  for (const field of ['startsOn', 'endsOn'] as const) if (input[field] === null) throw new Problem('REQUIRED', [field])
  const { startsOn, endsOn } = spanOf(input.startsOn ?? row.startsOn, input.endsOn ?? row.endsOn)
  const terms = await em.find(TermEntity, { contractId: row.id }, { orderBy: { startsOn: 'asc' } })
  const last = terms.at(-1)!
  const begun = !row.draft && statusOf(row, today) !== 'UPCOMING'
  if (startsOn !== row.startsOn && (begun || terms.length > 1))
    throw new Problem('NOT_ALLOWED', ['startsOn'], { key: said['contract.start.past'] })
  if (endsOn !== row.endsOn) {
    if (terms.length > 1) assertNotBefore(endsOn, last.startsOn)
    if (!row.draft && isBefore(dayOf(endsOn), today))
      throw new Problem('NOT_ALLOWED', ['endsOn'], { key: said['contract.end.past'] })
    // A longer contract is a new one in part.
    if (!active && row.endsOn < endsOn) await activeCustomer(em, row.customerId, ['endsOn'])
  }
  if (startsOn !== row.startsOn)
    await em.execute('update contract_plan set from_on = ? where contract_id = ? and from_on = ?', [
      startsOn,
      row.id,
      row.startsOn,
    ])
  if (terms.length === 1) last.startsOn = startsOn
  last.endsOn = endsOn
  const formerEnd = dayOf(row.endsOn)
  const changes = change<ContractRow>(row, { startsOn, endsOn })
  const chain = terms.map((term) => ({ startsOn: dayOf(term.startsOn), endsOn: dayOf(term.endsOn) }))
  if (changes.some(({ field }) => field === 'endsOn')) await followEnd(em, row, chain, formerEnd)
  return changes
}

function assertNotBefore(endsOn: string, first: string): void {
  if (endsOn < first)
    throw new Problem('INVALID', ['endsOn'], { key: said['contract.end.beforeStart'], params: { day: first } })
}

function changeRenewal(row: ContractRow, input: UpdateContractInput): Change[] {
  const before = renewalIn(row)
  const renewal = renewalOf(input, before)
  const [from, to] = [periodText(before), periodText(renewal)]
  row.renewalCount = renewal.renewalCount
  row.renewalUnit = renewal.renewalUnit
  return [
    ...change<ContractRow>(row, { autoRenew: renewal.autoRenew }),
    ...(from === to ? [] : [{ field: 'renewalPeriod', from, to }]),
  ]
}

const renewalIn = ({ autoRenew, renewalCount, renewalUnit }: ContractRow): Renewal => ({
  autoRenew,
  renewalCount: renewalCount ?? null,
  renewalUnit: renewalUnit ?? null,
})
const periodText = ({ renewalCount, renewalUnit }: Renewal) =>
  renewalCount === null ? null : `${renewalCount} ${renewalUnit}`
