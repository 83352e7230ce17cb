/** What the sweep will do up to a day, by doing what it does on every day on which something is due, and writing nothing. */
import { dueOn, isBefore, type Day, type Moment, type Planned, type SkipReason } from '../calendar/index.ts'
import { after, nextDay, stepOf, type ChainTerm, type ContractState, type Recipient } from './step.ts'

/** A notice as it will have become. */
export interface ForeseenNotice {
  notice: Planned
  dueOn: Day
  /** Null: it is sent. */
  skipped: SkipReason | null
}

export interface Foresight {
  /** The whole chain, with the terms to come. */
  terms: readonly ChainTerm[]
  notices: ForeseenNotice[]
  recipients: readonly Recipient[]
}

/**
 * Lets the clock go from `now` to nine o'clock of `until`.
 * @param most so many notices at the most; null when there would be more
 */
export function foresee(start: ContractState, now: Moment, until: Day, most: number): Foresight | null {
  const notices: ForeseenNotice[] = []
  const told = (notice: Planned, skipped: SkipReason | null) =>
    notices.push({ notice, dueOn: dueOn(notice.endsOn, notice), skipped })
  let state = start
  let moment: Moment = now
  for (;;) {
    const step = stepOf(state, moment)
    for (const { notice, skipped } of step.plan) if (skipped) told(notice, skipped)
    for (const { notice } of step.send) told(notice, null)
    for (const { notice, because } of step.skip) told(notice, because)
    if (notices.length > most) return null
    state = after(state, step)
    // Before nine o'clock the day's own notices are still to come.
    const next = nextDay(state, moment.through, (notice) => dueOn(notice.endsOn, notice))
    if (!next || isBefore(until, next)) break
    moment = { today: next, through: next }
  }
  return { terms: state.terms, notices, recipients: state.recipients }
}
