import { Temporal } from 'temporal-polyfill'
import { dayNumber } from './days.ts'
import { Exact, type Day, type Period, type PeriodLength } from './plan.ts'

const lengths: Record<Exclude<PeriodLength, 'ONE_OFF'>, { weeks?: number; months?: number }> = {
  WEEKLY: { weeks: 1 },
  MONTHLY: { months: 1 },
  QUARTERLY: { months: 3 },
  HALF_YEARLY: { months: 6 },
  YEARLY: { months: 12 },
}

export interface Term {
  startsOn: Day
  endsOn: Day
}

const daysBetween = (from: Day, to: Day) => from.until(to, { largestUnit: 'days' }).days + 1

/**
 * The billing periods of a contract's terms, in order. Period k begins `k × length` after the anchor, the contract's
 * first day, always counted from it: 31 January, 28 February, 31 March. What a term's end cuts off is a period of its
 * own when a renewed term goes on. `ONE_OFF` is the whole term.
 */
export function periodsOf(anchor: Day, terms: readonly Term[], length: PeriodLength): Period[] {
  const periods: Period[] = []
  for (const term of terms) {
    if (length === 'ONE_OFF') {
      const days = daysBetween(term.startsOn, term.endsOn)
      periods.push({ ...term, number: periods.length, days, fullDays: days })
      continue
    }
    const step = lengths[length]
    const startOf = (k: number) =>
      anchor.add({ weeks: (step.weeks ?? 0) * k, months: (step.months ?? 0) * k }, { overflow: 'constrain' })
    // The first one that ends within the term, found without walking from the anchor.
    let k = Math.max(0, Math.floor(daysBetween(anchor, term.startsOn) / daysBetween(anchor, startOf(1))) - 1)
    while (Temporal.PlainDate.compare(startOf(k + 1), term.startsOn) <= 0) k += 1
    for (; Temporal.PlainDate.compare(startOf(k), term.endsOn) <= 0; k += 1) {
      const [first, last] = [startOf(k), startOf(k + 1).subtract({ days: 1 })]
      const startsOn = later(first, term.startsOn)
      const endsOn = earlier(last, term.endsOn)
      periods.push({
        number: periods.length,
        startsOn,
        endsOn,
        days: daysBetween(startsOn, endsOn),
        fullDays: daysBetween(first, last),
      })
    }
  }
  return periods
}

/** The part of what a full period has that a cut one has: by days. */
export const prorated = (amount: Exact, { days, fullDays }: Pick<Period, 'days' | 'fullDays'>): Exact =>
  days === fullDays ? amount : new Exact(amount).times(days).dividedBy(fullDays)

const later = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b)
const earlier = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b)
export const within = (day: Day, { startsOn, endsOn }: Term): boolean =>
  dayNumber(day) >= dayNumber(startsOn) && dayNumber(day) <= dayNumber(endsOn)
