/** What a contract is on a day, and how long it still lasts. */
import { Temporal } from 'temporal-polyfill'
import type { Day } from './chain.ts'

export type Status = 'DRAFT' | 'UPCOMING' | 'ACTIVE' | 'EXPIRED' | 'TERMINATED'

/** What the status of a contract follows from. `startsOn`, `endsOn`: of the first and the last term. */
export interface Span {
  draft: boolean
  startsOn: Day
  endsOn: Day
  terminatedOn: Day | null
}

export const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0

/** The status on a day. A contract that is ended early is TERMINATED from the day that was named on. */
export function statusOn({ draft, startsOn, endsOn, terminatedOn }: Span, today: Day): Status {
  if (draft) return 'DRAFT'
  if (terminatedOn && !isBefore(today, terminatedOn)) return 'TERMINATED'
  if (isBefore(today, startsOn)) return 'UPCOMING'
  return isBefore(endsOn, today) ? 'EXPIRED' : 'ACTIVE'
}

/** Days from `today` to the last day, both counted; null unless the contract is active. */
export function daysLeftOn(span: Span, today: Day): number | null {
  if (statusOn(span, today) !== 'ACTIVE') return null
  const { endsOn, terminatedOn } = span
  const last = terminatedOn && isBefore(terminatedOn, endsOn) ? terminatedOn : endsOn
  return today.until(last, { largestUnit: 'days' }).days + 1
}
