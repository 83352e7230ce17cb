/**
 * The sweep: what should be by now and is not yet. It reads the clock and the rows, never what it did before, so that a
 * missed day, a clock that jumps and a worker that dies are made up for by the next one.
 */
import { Temporal } from 'temporal-polyfill'
import type { Pool } from 'pg'
import { inTransaction, runKept } from '../../../core/auth/pool.ts'
import type { Clock } from '../../../core/clock.ts'
import { recordByCalendar } from '../../audit/index.ts'
import { momentOf, type Moment } from '../calendar/index.ts'
import { loadContracts } from './state.ts'
import { isNothing, mostTerms, stepOf, type Step } from './step.ts'
import { loadTemplates, writeStep } from './write.ts'

export interface SweepParts {
  /** Connections that act as the system. */
  pool: Pool
  clock: Clock
  publicUrl: string
}

/** What became of contracts: how many terms, mails, and notices that are not sent. */
export interface Done {
  renewed: number
  queued: number
  skipped: number
}
export const nothing: Done = { renewed: 0, queued: 0, skipped: 0 }
export const plus = (a: Done, b: Done): Done => ({
  renewed: a.renewed + b.renewed,
  queued: a.queued + b.queued,
  skipped: a.skipped + b.skipped,
})

/** Where the clock of contracts stands. */
export const momentNow = ({ clock }: Pick<SweepParts, 'clock'>): Moment =>
  momentOf(Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()), clock.timeZone)

const DUE = /* sql */ `
  select c.id from contract c join customer k on k.id = c.customer_id and k.active
  where c.auto_renew and not c.draft and c.terminated_on is null and c.ends_on < $1
  union
  select d.contract_id from notice_delivery d where d.status = 'PLANNED' and d.due_on <= $2`

/** Contracts on which something is due, in one statement. */
export async function dueContracts(parts: Pick<SweepParts, 'pool' | 'clock'>): Promise<string[]> {
  const { today, through } = momentNow(parts)
  const { rows } = await parts.pool.query<{ id: string }>(DUE, [today.toString(), through.toString()])
  return rows.map(({ id }) => id)
}

const doneOf = (step: Step): Done => ({
  renewed: step.terms.length,
  queued: step.send.length,
  skipped: step.skip.length,
})

/**
 * Does what is due on a contract: terms, then notices, in one transaction that holds the contract's row. Whoever comes
 * second finds nothing left to do.
 */
export async function runContract(parts: SweepParts, id: string): Promise<Done> {
  const { pool, publicUrl } = parts
  let done = nothing
  // A clock that is years ahead is caught up with step by step.
  for (;;) {
    const moment = momentNow(parts)
    const step = await inTransaction(
      pool,
      async (run) => {
        await run(`select set_config('app.today', $1, true)`, [moment.today.toString()])
        const locked = await run('select id from contract where id = $1 for update', [id])
        const [contract] = locked.length ? await loadContracts(run, [id]) : []
        if (!contract) return null
        const due = stepOf(contract, moment)
        if (isNothing(due)) return null
        const templates = due.send.length ? await loadTemplates(run) : new Map()
        await writeStep(run, contract, due, { templates, publicUrl, today: moment.today })
        const last = due.terms.at(-1)
        if (last)
          await recordByCalendar(run, {
            action: 'RENEWED',
            subjectType: 'Contract',
            subjectId: id,
            customerId: contract.customerId,
            changes: [{ field: 'endsOn', from: contract.terms.at(-1)!.endsOn.toString(), to: last.endsOn.toString() }],
          })
        return due
      },
      runKept,
    )
    if (step) done = plus(done, doneOf(step))
    if (step?.terms.length !== mostTerms) return done
  }
}

/** Does all that is due, one contract after the other; what fails does not hold up the others. */
export async function sweep(parts: SweepParts): Promise<Done & { failed: { id: string; error: unknown }[] }> {
  let done = nothing
  const failed: { id: string; error: unknown }[] = []
  for (const id of await dueContracts(parts))
    try {
      done = plus(done, await runContract(parts, id))
    } catch (error) {
      failed.push({ id, error })
    }
  return { ...done, failed }
}
