import { zero } from './numbers.ts'
import { Exact, type Line, type LineKind, type Source } from './plan.ts'

/** ISO 4217 currencies whose minor unit is not a hundredth, as far as companies bill in them. */
const minorUnits: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  ISK: 0,
  CLP: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
}
/** Places behind the point that an amount of this currency has. */
export const placesOf = (currency: string): number => minorUnits[currency] ?? 2

/**
 * Half up, away from zero for what is paid back. Thirds of an hour and twenty-eighths of a month were cut at sixty digits,
 * and a half must not become a little less than one by that: the noise goes first. What is really less than a half is so
 * by more than a billionth, for no denominator here is larger.
 */
export const rounded = (amount: Exact, currency: string): Exact =>
  amount.toDecimalPlaces(30).toDecimalPlaces(placesOf(currency), Exact.ROUND_HALF_UP)

/** A part of a line before rounding. */
export type Part = Omit<Source, 'amount'> & { quantity: Exact }

/**
 * Makes a line of parts with one unit price. The line is rounded once; its sources share the rounded amount by the
 * largest remainder, so that they add up to it.
 */
export function lineOf(
  kind: LineKind,
  unit: Line['unit'],
  unitPrice: Exact,
  parts: readonly Part[],
  currency: string,
  more: { givenAway?: boolean; reason?: string } = {},
): Line {
  const quantity = sumOf(parts)
  const amount = rounded(quantity.times(unitPrice), currency)
  const amounts = unitPrice.isZero()
    ? parts.map(() => zero)
    : share(
        amount,
        parts.map((part) => part.quantity.times(unitPrice)),
        placesOf(currency),
      )
  return {
    kind,
    quantity,
    unit,
    unitPrice,
    amount,
    givenAway: more.givenAway ?? false,
    ...(more.reason !== undefined && { reason: more.reason }),
    sources: parts.map(({ quantity: _quantity, ...part }, i) => ({ ...part, amount: amounts[i]! })),
  }
}

/** Equal quantities are counted, so that most of a long sum is a few products. */
function sumOf(parts: readonly Part[]): Exact {
  const counts = new Map<Exact, number>()
  for (const { quantity } of parts) counts.set(quantity, (counts.get(quantity) ?? 0) + 1)
  let sum = zero
  for (const [quantity, count] of counts) sum = sum.plus(count === 1 ? quantity : quantity.times(count))
  return sum
}

/** Splits a rounded total by exact weights: each gets its share cut down, the largest remainders get what is left. */
function share(total: Exact, exact: readonly Exact[], places: number): Exact[] {
  const unit = new Exact(10).pow(-places)
  const sign = total.isNegative() ? -1 : 1
  const down = exact.map((amount) => amount.toDecimalPlaces(places, Exact.ROUND_DOWN))
  const missing = total.minus(down.reduce((sum, amount) => sum.plus(amount), new Exact(0)))
  let units = missing.dividedBy(unit).abs().round().toNumber()
  const byRemainder = exact
    .map((amount, i) => ({ i, remainder: amount.minus(down[i]!).abs() }))
    .toSorted((a, b) => b.remainder.comparedTo(a.remainder) || a.i - b.i)
  const shares = [...down]
  for (let n = 0; units > 0 && byRemainder.length > 0; n += 1, units -= 1) {
    const { i } = byRemainder[n % byRemainder.length]!
    shares[i] = shares[i]!.plus(unit.times(sign))
  }
  return shares
}

/** The sum of the lines: each is rounded already. */
export const totalOf = (lines: readonly Line[]): Exact =>
  lines.reduce((sum, { amount }) => sum.plus(amount), new Exact(0))
