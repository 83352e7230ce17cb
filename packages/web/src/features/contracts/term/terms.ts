import type { PeriodUnit } from '~/lib/__generated__/schema'
import { addDays, addMonths, daysFrom } from '~/lib/days'

export interface Term {
  startsOn: string
  endsOn: string
}
export interface RenewalPeriod {
  count: number
  unit: PeriodUnit
}

/** Months between two days, if the second is that many months after the first: 31 January and 28 February are one apart. */
function monthsBetween(from: string, to: string): number | null {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth
  return addMonths(from, months) === to ? months : null
}

const dayAfter = (day: string) => addDays(day, 1)

/** How many whole months a term has; null when a day is over or lacks. */
export function wholeMonths({ startsOn, endsOn }: Term): number | null {
  const months = monthsBetween(startsOn, dayAfter(endsOn))
  return months !== null && months > 0 ? months : null
}

/** The day that months are counted from when a term stands alone: its first one if it is whole months, else the day after it. */
const anchorOfTerm = (term: Term): string => (wholeMonths(term) === null ? dayAfter(term.endsOn) : term.startsOn)

/** The same of a chain: set by the first term, and anew by each that does not begin and end whole months after it. */
function anchorOf([first, ...others]: readonly [Term, ...Term[]]): string {
  return others.reduce(
    (anchor, term) =>
      monthsBetween(anchor, term.startsOn) !== null && monthsBetween(anchor, dayAfter(term.endsOn)) !== null
        ? anchor
        : anchorOfTerm(term),
    anchorOfTerm(first),
  )
}

/**
 * The term that follows a chain, as the server will make it. Months are counted from the chain's anchor, so that nothing
 * drifts at ends of months: from 31 January to 27 February, 30 March, 29 April.
 */
function nextTerm(terms: readonly [Term, ...Term[]], { count, unit }: RenewalPeriod): Term {
  const startsOn = dayAfter((terms.at(-1) ?? terms[0]).endsOn)
  const before = (day: string) => ({ startsOn, endsOn: addDays(day, -1) })
  if (unit === 'DAY') return before(addDays(startsOn, count))
  if (unit === 'WEEK') return before(addDays(startsOn, 7 * count))
  const anchor = anchorOf(terms)
  const gone = monthsBetween(anchor, startsOn)
  const months = unit === 'YEAR' ? count * 12 : count
  return before(gone === null ? addMonths(startsOn, months) : addMonths(anchor, gone + months))
}

/** The terms that renewals by one period would make, one after another. */
export function nextTerms(terms: readonly Term[], period: RenewalPeriod, howMany: number): Term[] {
  const [first, ...others] = terms
  if (!first || period.count < 1) return []
  const chain: [Term, ...Term[]] = [first, ...others]
  for (let k = 0; k < howMany; k += 1) chain.push(nextTerm(chain, period))
  return chain.slice(terms.length)
}

/** Where a day lies within a term, as a share of it: its first day begins at 0, its last one ends at 1. */
export const shareOf = (day: string, { startsOn, endsOn }: Term): number =>
  daysFrom(startsOn, day) / (daysFrom(startsOn, endsOn) + 1)

/** How many days a term has, both ends included. */
export const lengthOf = ({ startsOn, endsOn }: Term): number => daysFrom(startsOn, endsOn) + 1
