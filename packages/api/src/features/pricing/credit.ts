import { Exact, type Credit, type Period, type Plan } from './plan.ts'
import { prorated } from './periods.ts'

/** What a period grants: minutes, or tickets under `PER_TICKET`; null when the plan includes nothing. */
export function grantOf(plan: Plan, period: Period): Credit | null {
  const full =
    plan.pricingMethod === 'HOURLY'
      ? plan.includedHours?.times(60)
      : plan.pricingMethod === 'PER_TICKET' && plan.includedTickets
        ? new Exact(plan.includedTickets)
        : undefined
  return full?.greaterThan(0) ? { of: period.startsOn, period: period.number, amount: prorated(full, period) } : null
}

/** Takes up to `wanted` from the credits, the one that lapses first before the others. Gives back what was taken of which. */
export function take(credits: Credit[], wanted: Exact): { of: Credit['of']; amount: Exact }[] {
  const taken: { of: Credit['of']; amount: Exact }[] = []
  let open = wanted
  for (const credit of credits) {
    if (open.lessThanOrEqualTo(0)) break
    const part = Exact.min(open, credit.amount)
    if (part.lessThanOrEqualTo(0)) continue
    credit.amount = credit.amount.minus(part)
    open = open.minus(part)
    taken.push({ of: credit.of, amount: part })
  }
  return taken
}

export interface RollOver {
  /** What the next period may use, oldest first. */
  carried: Credit[]
  /** What nobody can use any more. */
  lapsed: Credit[]
}

/**
 * What is left at a period's end: goes on to the next period for as many further periods as the plan says, up to the cap
 * in all; what is over it lapses, the oldest first.
 */
export function rollOver(plan: Plan, period: Period, left: readonly Credit[]): RollOver {
  const lapsed: Credit[] = []
  const carried: Credit[] = []
  const livesFor = plan.rollOverPeriods ?? Number.POSITIVE_INFINITY
  for (const credit of left) {
    if (credit.amount.lessThanOrEqualTo(0)) continue
    const lives =
      plan.rollOverUnused && plan.billingPeriod !== 'ONE_OFF' && period.number + 1 - credit.period <= livesFor
    ;(lives ? carried : lapsed).push({ ...credit })
  }
  if (!plan.rollOverCap) return { carried, lapsed }
  const cap = plan.pricingMethod === 'HOURLY' ? plan.rollOverCap.times(60) : plan.rollOverCap
  let over = carried.reduce((sum, { amount }) => sum.plus(amount), new Exact(0)).minus(cap)
  for (const credit of carried) {
    if (over.lessThanOrEqualTo(0)) break
    const part = Exact.min(over, credit.amount)
    credit.amount = credit.amount.minus(part)
    over = over.minus(part)
    lapsed.push({ ...credit, amount: part })
  }
  return { carried: carried.filter(({ amount }) => amount.greaterThan(0)), lapsed }
}
