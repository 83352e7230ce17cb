/** The verbs of running timers: starting, stopping, throwing away. */
import { found } from '../../core/db/find.ts'
import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { zonedDayAt } from '../pricing/index.ts'
import { said } from './messages.ts'
import { TimerEntity, type TimerRow } from './time.entity.ts'
import type { DiscardTimerInput, StartTimerInput, StopTimerInput } from './time.inputs.ts'
import { assertMinutes, costOf, noteOf } from './time.rules.ts'
import { enter } from './time.service.ts'
import { subjectOf } from './time.subject.ts'

const minute = 60_000
const floor = (at: Date) => Math.floor(at.getTime() / minute) * minute

/**
 * Starts the one timer of a technician. Problems: ticketId REQUIRED, NOT_FOUND; contractId NOT_FOUND; running CONFLICT when
 * one runs already, which the payload shows, and what becomes of it is not said; of its time, those of logTime, at running.
 */
export function startTimer(context: VerbContext, input: StartTimerInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'startTimer', input, async () => {
      const technicianId = context.principal.id
      const subject = await subjectOf(em, input)
      const note = noteOf(input.note)
      // Two starts at once: the second finds the first one's timer. Rows are locked later, in the order of all verbs.
      await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`timer ${technicianId}`])
      const before = await em.findOne(TimerEntity, { technicianId })
      if (before && !input.running)
        throw new StaleVersion({ timer: before.id }, ['running'], { key: said['timer.runs'] })
      const timeEntry = before && input.running === 'LOG' ? await logRunning(em, context, before) : null
      if (before) await em.nativeDelete(TimerEntity, { id: before.id })
      const id = newId()
      em.create(TimerEntity, {
        id,
        technicianId,
        customerId: subject.customerId,
        ticketId: subject.ticket?.id ?? null,
        contractId: subject.contract?.id ?? null,
        startedAt: context.clock.now(),
        note,
      })
      await em.flush()
      return { timer: id, timeEntry }
    }),
  )
}

/** Stops a timer and logs its time. Problems: id NOT_FOUND; minutes INVALID; else as of logTime: then the timer runs on. */
export function stopTimer(context: VerbContext, input: StopTimerInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'stopTimer', input, async () => {
      const timer = await found(em, TimerEntity, input.id)
      const timeEntry = await logTimer(em, context, timer, input)
      await em.nativeDelete(TimerEntity, { id: timer.id })
      return { timeEntry }
    }),
  )
}

/** Throws a timer away. Problems: id NOT_FOUND. */
export function discardTimer(context: VerbContext, input: DiscardTimerInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const timer = await found(em, TimerEntity, input.id)
    await em.nativeDelete(TimerEntity, { id: timer.id })
    return { deletedId: timer.id }
  })
}

/** What stands against the time of the timer that ran before is told where it was said to be logged. */
const logRunning = (em: Em, context: VerbContext, timer: TimerRow): Promise<string> =>
  logTimer(em, context, timer, {}).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem(error.code, ['running'], error) : error
  })

async function logTimer(
  em: Em,
  context: VerbContext,
  timer: TimerRow,
  input: Omit<StopTimerInput, 'id'>,
): Promise<string> {
  const { clock, principal } = context
  const now = floor(clock.now())
  const startedAt = await startOf(em, timer)
  const measured = Math.max(1, (now - startedAt.getTime()) / minute)
  const minutes = input.minutes ?? measured
  const addedMinutes = input.addedMinutes ?? 0
  assertMinutes(minutes, addedMinutes)
  if (minutes > measured) throw new Problem('INVALID', ['minutes'], { key: said['time.end.future'] })
  return enter(em, context, {
    subject: await subjectOf(em, timer),
    technician: principal,
    when: { workedOn: zonedDayAt(clock.timeZone, startedAt.getTime()).day, startedAt, minutes, addedMinutes },
    cost: costOf(input.extraCost, input.extraCostReason),
    note: input.note === undefined ? (timer.note ?? null) : noteOf(input.note),
    billable: input.billable ?? true,
  })
}

/** Whole minutes; the minute that the work before ended in is that work's. */
async function startOf(em: Em, { technicianId, startedAt }: TimerRow): Promise<Date> {
  const start = new Date(floor(startedAt))
  const [before] = await em.execute<{ ended: string | null }[]>(
    `select max(ended_at) as ended from time_entry where technician_id = ? and ended_at > ? and ended_at <= ?`,
    [technicianId, start, new Date(start.getTime() + 2 * minute)],
  )
  return before?.ended ? new Date(before.ended) : start
}
