/** What is invoiced on a day, and what an early end gives back. */
import { lineOf } from './lines.ts'
import { prorated } from './periods.ts'
import { feeLines, type PricedPeriod } from './price.ts'
import { Exact, type Day, type Line, type Period, type Plan } from './plan.ts'

export interface Due {
  /** The day from which it may be billed. */
  on: Day
  period: Period
  lines: Line[]
}

/**
 * The bills of a contract, by day. In arrears: all of a period on the day after it. In advance: the fee on a period's
 * first day, together with the differences of the period that has ended, and the last differences after the end.
 */
export function duesOf(plan: Plan, periods: readonly Period[], priced: readonly PricedPeriod[]): Due[] {
  const after = ({ endsOn }: Period) => endsOn.add({ days: 1 })
  if (plan.billingMethod === 'IN_ARREARS')
    return periods.map((period, i) => ({ on: after(period), period, lines: priced[i]!.lines }))
  const bills = new Map<string, Due>()
  const add = (on: Day, period: Period, lines: readonly Line[]) => {
    const bill = bills.get(on.toString())
    if (bill) bill.lines.push(...lines)
    else bills.set(on.toString(), { on, period, lines: [...lines] })
  }
  periods.forEach((period, i) => {
    const before = priced[i - 1]
    add(period.startsOn, period, feeLines(plan, period))
    if (before) add(after(periods[i - 1]!), period, differences(before))
  })
  const last = periods.length - 1
  if (last >= 0) add(after(periods[last]!), periods[last]!, differences(priced[last]!))
  return [...bills.values()]
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => (a.on.toString() < b.on.toString() ? -1 : 1))
}

const differences = ({ lines }: PricedPeriod) => lines.filter(({ kind }) => kind !== 'FIXED_FEE')

/** The fee of the days that a contract which ended on `lastDay` does not use any more, when it was billed in advance. */
export function refundOf(plan: Plan, billed: Period, lastDay: Day): Line | null {
  const unused = lastDay.until(billed.endsOn, { largestUnit: 'days' }).days
  if (plan.billingMethod !== 'IN_ADVANCE' || !plan.fixedFee || unused <= 0) return null
  const days = Math.min(unused, billed.days)
  const was = lineAmount(plan, billed)
  const is = lineAmount(plan, { ...billed, days: billed.days - days })
  const amount = is.minus(was)
  if (amount.isZero()) return null
  return lineOf(
    'REFUND',
    'PERIOD',
    amount,
    [{ quantity: new Exact(1), overtime: false, unitPrice: amount }],
    plan.currency,
  )
}

const lineAmount = (plan: Plan, period: Period) =>
  period.days === 0 ? new Exact(0) : (feeLines(plan, period)[0]?.amount ?? prorated(new Exact(0), period))
