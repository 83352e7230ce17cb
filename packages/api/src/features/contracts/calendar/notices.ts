/** The notices of a term's end: on which day each is due, and which are sent on a day and which not any more. */
import { Temporal } from 'temporal-polyfill'
import type { Day } from './chain.ts'
import { isBefore } from './status.ts'

/** "N days before the end", 0 to 365, or "N days after the end", 1 to 365. */
export interface Notice {
  side: 'BEFORE_END' | 'AFTER_END'
  days: number
}

/** A notice of one term's end to one recipient. */
export interface Planned extends Notice {
  endsOn: Day
  recipientId: string
}

/** Why a notice was not sent. */
export type SkipReason =
  /** Its day had passed when it was set. */
  | 'DATE_PASSED'
  /** It was missed, and the contract has ended meanwhile. */
  | 'ENDED'
  /** It was missed, and a later one of the same end is sent instead. */
  | 'LATER_ONE_SENT'
  /** The term was followed by another. */
  | 'RENEWED'
  | 'TERMINATED'
  /** The recipient is passive, or a person of a passive customer. */
  | 'PASSIVE'
  | 'NO_ADDRESS'
  /** The recipient may not see the customer any more. */
  | 'OUT_OF_REACH'

/** When notices go out, in the calendar that contract days are counted in. */
const noticeTime = '09:00'

/** The day on which a notice goes out. */
export const dueOn = (endsOn: Day, { side, days }: Notice): Day =>
  side === 'BEFORE_END' ? endsOn.subtract({ days }) : endsOn.add({ days })

/** Every notice of a term's end to every recipient, in the order of their days. */
export function planned(endsOn: Day, notices: readonly Notice[], recipientIds: readonly string[]): Planned[] {
  return notices
    .flatMap(({ side, days }) => recipientIds.map((recipientId) => ({ endsOn, side, days, recipientId })))
    .toSorted((a, b) => Temporal.PlainDate.compare(dueOn(endsOn, a), dueOn(endsOn, b)))
}

/** Where the clock stands: the day, and the last day whose notices may go out: `today` from nine o'clock on, else the day before. */
export interface Moment {
  today: Day
  through: Day
}

/** Reads the clock in a time zone. */
export function momentOf(now: Temporal.Instant, timeZone: string): Moment {
  const local = now.toZonedDateTimeISO(timeZone)
  const today = local.toPlainDate()
  const open = Temporal.PlainTime.compare(local.toPlainTime(), noticeTime) >= 0
  return { today, through: open ? today : today.subtract({ days: 1 }) }
}

/** What has become of the contract since the notices were planned. */
export interface EndState {
  /** Last day of the last term. */
  lastEndsOn: Day
  terminated: boolean
}

export interface Verdict<T> {
  send: T[]
  skip: { notice: T; because: SkipReason }[]
}

/**
 * Judges notices that wait. Nothing is said of those that still wait.
 *
 * What is overdue and still true is sent, once: a missed "before" of an end that has passed is not, and of several missed
 * "after" to one recipient only the latest is. An end that another term follows, or a terminated contract, sends nothing.
 */
export function judge<T extends Planned>(
  waiting: readonly T[],
  state: EndState,
  { today, through }: Moment,
): Verdict<T> {
  const verdict: Verdict<T> = { send: [], skip: [] }
  const latest = new Map<string, T>()
  for (const notice of waiting) {
    const { endsOn, side, recipientId } = notice
    const skip = (because: SkipReason) => verdict.skip.push({ notice, because })
    if (state.terminated) skip('TERMINATED')
    else if (!endsOn.equals(state.lastEndsOn)) skip('RENEWED')
    else if (isBefore(through, dueOn(endsOn, notice))) continue
    else if (side === 'BEFORE_END')
      if (isBefore(endsOn, today)) skip('ENDED')
      else verdict.send.push(notice)
    else {
      const other = latest.get(recipientId)
      const [later, earlier] = other && other.days > notice.days ? [other, notice] : [notice, other]
      latest.set(recipientId, later)
      if (earlier) verdict.skip.push({ notice: earlier, because: 'LATER_ONE_SENT' })
    }
  }
  verdict.send.push(...latest.values())
  return verdict
}

/** Whether the day of a notice had passed already when it was set on `day`: such a one is not sent. */
export const passedWhenSet = (notice: Planned, day: Day): boolean => isBefore(dueOn(notice.endsOn, notice), day)
