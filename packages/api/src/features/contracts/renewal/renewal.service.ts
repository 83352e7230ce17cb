/** The verbs that move a contract's end: renewing by hand, terminating. */
import { runner, type Em } from '../../../core/db/orm.ts'
import { once, verb, type Outcome, type VerbContext } from '../../../core/db/verb.ts'
import { generic } from '../../../core/graphql/messages.ts'
import { Problem } from '../../../core/graphql/problem.ts'
import { normalText } from '../../../core/graphql/text.ts'
import { record } from '../../audit/index.ts'
import { isBefore, nextTerm, type Day, type Length } from '../calendar/index.ts'
import { ContractPlanEntity, TermEntity, type ContractRow } from '../contract.entity.ts'
import { offeredPlan } from '../contract.plan.ts'
import { about, lockedContract, statusOf } from '../contract.service.ts'
import { dayOf, renewalOf, spanOf } from '../contract.values.ts'
import { said } from '../messages.ts'
import type { RenewContractInput, TerminateContractInput } from './renewal.inputs.ts'
import { planNotices } from './replan.ts'
import { loadContracts, type LoadedContract } from './state.ts'
import type { ChainTerm } from './step.ts'
import { writePlan, writeTerms } from './write.ts'

const maxReason = 2_000

/**
 * Adds a term behind the last one, before or after its end, with the newest revision of the plan. Notices of the old end
 * that are not sent are skipped. Problems: id NOT_FOUND, NOT_ALLOWED (draft, terminated, inactive customer); period REQUIRED,
 * INVALID; planId NOT_FOUND, NOT_ALLOWED; CONFLICT.
 */
export function renewContract(context: VerbContext, input: RenewContractInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'renewContract', input, async () => {
      const { row, customer } = await lockedContract(em, input)
      if (row.draft) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.renew.draft'] })
      if (row.terminatedOn) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.renew.terminated'] })
      if (!customer.active) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.renew.customer'] })
      const run = runner(em)
      const [contract] = await loadContracts(run, [row.id])
      const term = termAfter(contract!, lengthOf(row, input))
      const plan = typeof input.planId === 'string' ? await offeredPlan(em, input.planId) : null
      await writeTerms(run, contract!, [term])
      if (input.planId !== undefined) {
        // What was to come later is replaced by what is said now.
        await em.nativeDelete(ContractPlanEntity, { contractId: row.id, fromOn: { $gte: term.startsOn.toString() } })
        await writePlan(run, contract!, term.startsOn, plan?.id ?? null, plan?.revision ?? null)
      }
      await planNotices(em, row.id, context.clock.today(), 'RENEWED')
      await record(em, context, {
        ...about(row),
        action: 'RENEWED',
        changes: [
          { field: 'endsOn', from: row.endsOn, to: term.endsOn.toString() },
          ...(plan ? [{ field: 'plan', from: null, to: plan.title }] : []),
        ],
      })
      return { contract: row.id }
    }),
  )
}

function lengthOf(row: ContractRow, { period }: RenewContractInput): Length {
  const { renewalCount, renewalUnit } = row
  const before = { autoRenew: false, renewalCount: renewalCount ?? null, renewalUnit: renewalUnit ?? null }
  const asked = atPeriod(() => renewalOf({ renewalPeriod: period ?? undefined }, before))
  if (asked.renewalCount === null || asked.renewalUnit === null)
    throw new Problem('REQUIRED', ['period'], { key: said['contract.renew.period'] })
  return { count: asked.renewalCount, unit: asked.renewalUnit }
}

/** What is wrong with a period or the days that it leads to stands at `period` here. */
function atPeriod<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.code, ['period', ...error.path.slice(1)], { key: error.key, params: error.params })
  }
}

function termAfter(contract: LoadedContract, length: Length): ChainTerm {
  const term = nextTerm(contract.terms, length)
  atPeriod(() => spanOf(term.startsOn.toString(), term.endsOn.toString()))
  return { ...term, origin: 'MANUAL' }
}

/**
 * Ends a contract early: `on` is its last day. Terms and plans behind it go, and what was planned to be told of the end is
 * not told. Problems: id NOT_FOUND, NOT_ALLOWED (draft, terminated, over); on INVALID; reason REQUIRED, INVALID; CONFLICT.
 */
export function terminateContract(context: VerbContext, input: TerminateContractInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const { row } = await lockedContract(em, input)
    const today = context.clock.today()
    const reason = reasonOf(input.reason)
    if (row.draft) throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.terminate.draft'] })
    if (row.terminatedOn || statusOf(row, today) === 'EXPIRED')
      throw new Problem('NOT_ALLOWED', ['id'], { key: said['contract.terminate.over'] })
    const on = lastDayOf(row, input.on, today)
    const before = row.endsOn
    row.terminatedOn = input.on
    row.terminationReason = reason
    await cutTerms(em, row, on)
    await em.flush()
    await planNotices(em, row.id, today, 'TERMINATED')
    await record(em, context, {
      ...about(row),
      action: 'TERMINATED',
      changes: [
        { field: 'terminatedOn', from: null, to: input.on },
        { field: 'terminationReason', from: null, to: reason },
        ...(row.endsOn === before ? [] : [{ field: 'endsOn', from: before, to: row.endsOn }]),
      ],
    })
    return { contract: row.id }
  })
}

function reasonOf(text: string): string {
  const reason = normalText(text)?.trim()
  if (reason === undefined) throw new Problem('INVALID', ['reason'], { key: generic['text.hidden'] })
  if (!reason) throw new Problem('REQUIRED', ['reason'])
  if (reason.length > maxReason)
    throw new Problem('INVALID', ['reason'], { key: generic['text.tooLong'], params: { max: maxReason } })
  return reason
}

/** A day of the contract, and one that has not begun may also end before its first one. */
function lastDayOf(row: ContractRow, text: string, today: Day): Day {
  const on = dayOf(text)
  const first = isBefore(today, dayOf(row.startsOn)) ? today : dayOf(row.startsOn)
  if (isBefore(on, first) || isBefore(dayOf(row.endsOn), on))
    throw new Problem('INVALID', ['on'], {
      key: said['contract.terminate.day'],
      params: { from: first.toString(), to: row.endsOn },
    })
  return on
}

/** A contract that never begins has no term left, and keeps the days that it was to have. */
async function cutTerms(em: Em, row: ContractRow, on: Day): Promise<void> {
  const day = on.toString()
  await em.nativeDelete(TermEntity, { contractId: row.id, startsOn: { $gt: day } })
  const last = await em.findOne(TermEntity, { contractId: row.id }, { orderBy: { startsOn: 'desc' } })
  if (!last) return
  await em.nativeDelete(ContractPlanEntity, { contractId: row.id, fromOn: { $gt: day } })
  if (day < last.endsOn) last.endsOn = day
  row.endsOn = last.endsOn
}
