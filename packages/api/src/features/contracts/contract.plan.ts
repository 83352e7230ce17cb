/** Which plan a contract is under, from which day on. A running period is never priced anew. */
import { found } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { Problem } from '../../core/graphql/problem.ts'
import type { Change } from '../audit/index.ts'
import { PlanEntity, RevisionEntity, type PlanRow } from '../plans/index.ts'
import { periodsOf, type PeriodLength } from '../pricing/index.ts'
import { dayAfter, isBefore, type Day, type Term } from './calendar/index.ts'
import { ContractPlanEntity, TermEntity, type ContractPlanRow, type ContractRow } from './contract.entity.ts'
import { dayOf } from './contract.values.ts'
import { said } from './messages.ts'

/** A plan that is offered; NOT_FOUND or NOT_ALLOWED at planId. */
export async function offeredPlan(em: Em, id: string): Promise<PlanRow> {
  const plan = await found(em, PlanEntity, id, ['planId'])
  if (!plan.active) throw new Problem('NOT_ALLOWED', ['planId'], { key: said['contract.plan.inactive'] })
  return plan
}

/** The first day of the first billing period that begins after a day; after the last term, the day that a new one begins. */
function nextPeriodAfter(day: Day, terms: readonly Term[], length: PeriodLength): Day {
  const next = periodsOf(terms[0]!.startsOn, terms, length).find(({ startsOn }) => isBefore(day, startsOn))
  return next?.startsOn ?? dayAfter(terms.at(-1)!.endsOn)
}

/** Rows of a contract's plans by their days. */
export const plansOf = (em: Em, contractId: string): Promise<ContractPlanRow[]> =>
  em.find(ContractPlanEntity, { contractId }, { orderBy: { fromOn: 'asc' } })

/** The row that holds on a day, if any. */
const planOn = (rows: readonly ContractPlanRow[], day: Day): ContractPlanRow | undefined =>
  rows.findLast(({ fromOn }) => !isBefore(day, dayOf(fromOn)))

/** Terms of a contract in order. */
async function termsOf(em: Em, contractId: string): Promise<Term[]> {
  const rows = await em.find(TermEntity, { contractId }, { orderBy: { startsOn: 'asc' } })
  return rows.map(({ startsOn, endsOn }) => ({ startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }))
}

/** Writes the plan that a contract begins with, in its newest revision. */
export async function beginPlan(em: Em, row: ContractRow, plan: PlanRow | null): Promise<void> {
  await em.nativeDelete(ContractPlanEntity, { contractId: row.id })
  if (plan) await write(em, row, dayOf(row.startsOn), plan)
}

/**
 * Puts a contract under the newest revision of a plan, or under none: a contract that has not begun from its first day
 * on, any other from its next billing period on. What was to come is replaced. Problems: planId NOT_FOUND, NOT_ALLOWED.
 */
export async function changePlan(em: Em, row: ContractRow, planId: string | null, today: Day): Promise<Change[]> {
  const rows = await plansOf(em, row.id)
  const [first, last] = [dayOf(row.startsOn), dayOf(row.endsOn)]
  const begun = !row.draft && !isBefore(today, first)
  // The day whose plan stays: today, and after the end the last one.
  const day = isBefore(last, today) ? last : today
  const now = begun ? planOn(rows, day) : rows[0]
  const coming = rows.at(-1)
  // Whoever is under a plan already may take its newest revision, also when it is offered no more.
  const known = rows.some((each) => each.planId === planId)
  const plan =
    planId === null ? null : known ? await found(em, PlanEntity, planId, ['planId']) : await offeredPlan(em, planId)
  if ((coming?.planId ?? null) === planId && (coming?.revision ?? null) === (plan?.revision ?? null)) return []
  const before = await wordsOf(em, coming)
  if (!begun) {
    await beginPlan(em, row, plan)
    return told(before, plan, null)
  }
  await em.nativeDelete(ContractPlanEntity, { contractId: row.id, fromOn: { $gt: day.toString() } })
  if ((now?.planId ?? null) === planId && (now?.revision ?? null) === (plan?.revision ?? null))
    return told(before, plan, null)
  const under = now?.planId ? now : plan && { planId: plan.id, revision: plan.revision }
  const terms = await termsOf(em, row.id)
  const from = under ? nextPeriodAfter(day, terms, await lengthOf(em, under)) : dayAfter(day)
  await write(em, row, from, plan)
  return told(before, plan, from)
}

/**
 * A plan that is to come follows the end of the last term: what would begin behind a nearer end begins on the day after
 * it, and what was to begin on the day after an end that is farther now begins with the next billing period.
 */
export async function followEnd(em: Em, row: ContractRow, terms: readonly Term[], formerEnd: Day): Promise<void> {
  const rows = await plansOf(em, row.id)
  const coming = rows.at(-1)
  if (!coming || coming.fromOn === row.startsOn) return
  const from = dayOf(coming.fromOn)
  const next = dayAfter(terms.at(-1)!.endsOn)
  let to = isBefore(next, from) ? next : from
  if (from.equals(dayAfter(formerEnd)) && isBefore(from, next)) {
    const under = [rows.at(-2), coming].find((each) => each?.planId)
    to = under ? nextPeriodAfter(formerEnd, terms, await lengthOf(em, under)) : next
  }
  if (to.equals(from)) return
  await em.nativeDelete(ContractPlanEntity, { contractId: row.id, fromOn: coming.fromOn })
  await write(em, row, to, coming.planId ? { id: coming.planId, revision: coming.revision! } : null)
}

async function lengthOf(em: Em, { planId, revision }: { planId?: string | null; revision?: number | null }) {
  const row = await em.findOneOrFail(RevisionEntity, { planId: planId!, revision: revision! })
  return row.billingPeriod as PeriodLength
}

const write = async (em: Em, row: ContractRow, from: Day, plan: Pick<PlanRow, 'id' | 'revision'> | null) => {
  await em.insert(ContractPlanEntity, {
    contractId: row.id,
    fromOn: from.toString(),
    customerId: row.customerId,
    planId: plan?.id ?? null,
    revision: plan?.revision ?? null,
    createdAt: new Date(),
  })
}

interface Words {
  title: string | null
  revision: number | null
}

async function wordsOf(em: Em, row: ContractPlanRow | undefined): Promise<Words> {
  if (!row?.planId) return { title: null, revision: null }
  const plan = await em.findOneOrFail(PlanEntity, { id: row.planId })
  return { title: plan.title, revision: row.revision ?? null }
}

/** What changed, as the audit log tells it, under the names of the fields: a change is as secret as its field. */
function told(before: Words, plan: PlanRow | null, from: Day | null): Change[] {
  const text = (value: string | number | null | undefined) => (value == null ? null : String(value))
  const changes = [
    { field: 'plan', from: before.title, to: plan?.title ?? null },
    { field: 'planRevision', from: text(before.revision), to: text(plan?.revision) },
  ].filter((each) => each.from !== each.to)
  return from ? [...changes, { field: 'planChanges', from: null, to: from.toString() }] : changes
}
