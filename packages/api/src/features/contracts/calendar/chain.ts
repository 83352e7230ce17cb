/** The chain of a contract's terms: where the next one ends. Days only; nothing here knows what day it is. */
import type { Temporal } from 'temporal-polyfill'

export type Day = Temporal.PlainDate

/** A span of days, both included. */
export interface Term {
  startsOn: Day
  endsOn: Day
}

/** How long a renewed term lasts. */
export interface Length {
  count: number
  unit: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'
}

export const dayAfter = (day: Day): Day => day.add({ days: 1 })

/** Months between two days, if the second is that many months after the first one: 31 January and 28 February are one apart. */
function monthsBetween(anchor: Day, day: Day): number | null {
  const months = (day.year - anchor.year) * 12 + day.month - anchor.month
  return anchor.add({ months }).equals(day) ? months : null
}

/** The day that months are counted from when a term stands alone: its first one if it is whole months, else the day after it. */
function anchorOfTerm({ startsOn, endsOn }: Term): Day {
  const months = monthsBetween(startsOn, dayAfter(endsOn))
  return months !== null && months > 0 ? startsOn : dayAfter(endsOn)
}

/** Whether a term begins and ends whole months after a day. */
const fits = (anchor: Day, { startsOn, endsOn }: Term): boolean =>
  monthsBetween(anchor, startsOn) !== null && monthsBetween(anchor, dayAfter(endsOn)) !== null

/**
 * The day that the months of the next term are counted from. It is set by the first term, and anew by each term that does
 * not begin and end whole months after it: one of days or weeks, or one whose end somebody moved.
 * @param terms one at least, in order, each beginning on the day after the one before
 */
export function anchorOf(terms: readonly Term[]): Day {
  const [first, ...others] = terms
  if (!first) throw new Error('a contract has a term')
  return others.reduce((anchor, term) => (fits(anchor, term) ? anchor : anchorOfTerm(term)), anchorOfTerm(first))
}

/**
 * The term that follows a chain: it begins on the day after the last one and lasts `length`. Months are counted from the
 * chain's anchor, so that nothing drifts at month ends: from 31 January to 27 February, 30 March, 29 April.
 * @throws RangeError beyond the days that there are
 */
export function nextTerm(terms: readonly Term[], length: Length): Term {
  const startsOn = dayAfter(terms.at(-1)!.endsOn)
  const end = (after: Day) => ({ startsOn, endsOn: after.subtract({ days: 1 }) })
  if (length.unit === 'DAY') return end(startsOn.add({ days: length.count }))
  if (length.unit === 'WEEK') return end(startsOn.add({ weeks: length.count }))
  const anchor = anchorOf(terms)
  const gone = monthsBetween(anchor, startsOn)
  const months = length.unit === 'YEAR' ? length.count * 12 : length.count
  return gone === null ? end(startsOn.add({ months })) : end(anchor.add({ months: gone + months }))
}
