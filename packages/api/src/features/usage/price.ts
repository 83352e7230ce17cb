/** What the periods of a contract come to, each with the credit that the one before left. Pure; knows no "now". */
import {
  dayNumber,
  price,
  refusalOf,
  type Credit,
  type Entry,
  type PricedPeriod,
  type Refusal,
} from '../pricing/index.ts'
import type { Work } from '../pricing/index.ts'
import type { Billed } from './spans.ts'

/** Work of a contract, entries by day. */
export type ContractWork = Work

/** Where the credit that reaches period `i` began to be counted. */
export function chainStart(periods: readonly Billed[], i: number): number {
  let first = i
  while (first > 0 && periods[first]!.follows && periods[first - 1]!.pricing.plan.rollOverUnused) first -= 1
  return first
}

/**
 * Days of work that a period looks at: its own, and the rest of the weeks at its ends. An entry with what was added to it
 * may go on for two days.
 */
export const reachOf = ({ startsOn, endsOn }: Pick<Billed, 'startsOn' | 'endsOn'>) => ({
  from: startsOn.subtract({ days: startsOn.dayOfWeek + 1 }),
  to: endsOn.add({ days: 7 - endsOn.dayOfWeek }),
})

/** The credit that is brought into period `i`. */
function broughtInto(periods: readonly Billed[], i: number, work: ContractWork, zone: string): Credit[] {
  let brought: Credit[] = []
  for (let k = chainStart(periods, i); k < i; k += 1) brought = priced(periods[k]!, work, zone, brought).carried
  return brought
}

/** Prices period `i`. */
export const priceAt = (periods: readonly Billed[], i: number, work: ContractWork, zone: string): PricedPeriod =>
  priced(periods[i]!, work, zone, broughtInto(periods, i, work, zone))

/** Prices all periods that begin at `from` or later, in order: what a forecast tells. */
export function priceFrom(
  periods: readonly Billed[],
  from: number,
  work: ContractWork,
  zone: string,
): { period: Billed; priced: PricedPeriod }[] {
  const found: { period: Billed; priced: PricedPeriod }[] = []
  for (let k = from; k < periods.length; k += 1) {
    const period = periods[k]!
    const before = found.at(-1)
    const brought = k === from ? broughtInto(periods, k, work, zone) : period.follows ? before!.priced.carried : []
    found.push({ period, priced: priced(period, work, zone, brought) })
  }
  return found
}

/** Why an entry may not be made as it stands beside `others`; null: it may. Judged in every period that it touches. */
export function refusal(
  periods: readonly Billed[],
  touched: readonly number[],
  others: ContractWork,
  entry: Entry,
  zone: string,
): Refusal | null {
  for (const i of touched) {
    const { pricing, ...period } = periods[i]!
    const rules = { plan: pricing.plan, calendar: pricing.calendar, zone }
    const refused = refusalOf(rules, period, near(periods[i]!, others), entry, broughtInto(periods, i, others, zone))
    if (refused) return refused
  }
  return null
}

function priced(period: Billed, work: ContractWork, zone: string, brought: readonly Credit[]): PricedPeriod {
  const { plan, calendar } = period.pricing
  return price({ plan, calendar, zone }, period, near(period, work), brought)
}

/** Of work that is in order of days, what a period has to look at. */
function near(period: Billed, { entries, tickets }: ContractWork): ContractWork {
  const { from, to } = reachOf(period)
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const start = lowest(entries.length, (i) => dayNumber(entries[i]!.workedOn) >= first)
  const end = lowest(entries.length, (i) => dayNumber(entries[i]!.workedOn) > last)
  return { entries: entries.slice(start, end), tickets }
}

/** The first of `count` places at which an ordered condition holds. */
function lowest(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
