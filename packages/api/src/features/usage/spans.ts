/** Which plan prices a contract on which days, and the billing periods that follow from it. Pure. */
import { Temporal } from 'temporal-polyfill'
import { periodsOf, within, type Calendar, type Day, type Period, type Plan } from '../pricing/index.ts'

/** A term of a contract, both days included. */
export interface Term {
  startsOn: Day
  endsOn: Day
}

/** What prices a contract from a day on: a revision of a plan and the calendar of its bands; null: nothing does. */
export interface Pricing {
  planId: string
  revision: number
  plan: Plan
  calendar: Calendar
  mayAddCost: boolean
  mayAddTime: boolean
}
export interface PricedFrom {
  fromOn: Day
  pricing: Pricing | null
}

/** A contract as far as prices go. Terms and plans are in the order of their days. */
export interface Agreement {
  terms: readonly Term[]
  plans: readonly PricedFrom[]
  /** The last plan in its newest revision: what a new term would take. */
  newest: Pricing | null
}

/** A billing period with what prices it. */
export interface Billed extends Period {
  pricing: Pricing
  /** Credit of the period before goes on into this one. */
  follows: boolean
}

const before = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0

/** What prices the contract on a day; null on a day without a plan. */
export function pricingOn({ plans }: Pick<Agreement, 'plans'>, day: Day): Pricing | null {
  return plans.findLast(({ fromOn }) => !before(day, fromOn))?.pricing ?? null
}

/** The term that holds a day. */
export const termOn = ({ terms }: Pick<Agreement, 'terms'>, day: Day): Term | undefined =>
  terms.find((term) => within(day, term))

/**
 * All billing periods of a contract, in order, counted from its first day. Where another plan or revision begins inside
 * of a term, what the change cuts off is a period of its own. Credit goes on while the plan is the same and measures the
 * same.
 */
export function billedPeriods(agreement: Agreement): Billed[] {
  const periods: Billed[] = []
  const anchor = agreement.terms[0]?.startsOn
  for (const { startsOn, endsOn, pricing } of pieces(agreement)) {
    if (!pricing) continue
    for (const period of periodsOf(anchor!, [{ startsOn, endsOn }], pricing.plan.billingPeriod)) {
      const last = periods.at(-1)
      const follows =
        last?.pricing.planId === pricing.planId && last.pricing.plan.pricingMethod === pricing.plan.pricingMethod
      periods.push({ ...period, number: periods.length, pricing, follows })
    }
  }
  return periods
}

/** Terms, cut where another plan begins. */
function* pieces({ terms, plans }: Agreement): Generator<Term & { pricing: Pricing | null }> {
  for (const { startsOn, endsOn } of terms) {
    const cuts = plans.map(({ fromOn }) => fromOn).filter((day) => before(startsOn, day) && !before(endsOn, day))
    const starts = [startsOn, ...cuts]
    for (const [i, from] of starts.entries()) {
      const next = starts[i + 1]
      yield {
        startsOn: from,
        endsOn: next ? next.subtract({ days: 1 }) : endsOn,
        pricing: pricingOn({ plans }, from),
      }
    }
  }
}
