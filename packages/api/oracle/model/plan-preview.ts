/**
 * Previews of plans whose fee covers everything: whatever was worked, the answer is the fee. How hours and tickets are
 * priced has an oracle of its own, beside the pricing.
 */
import { amountIn, currencies } from '../world/plans.ts'
import type { World } from '../world/rows.ts'
import type { Args, Values } from './feature.ts'

interface Money {
  amount: string
  currency: string
}
export interface Line {
  kind: string
  quantity: string
  unit: string
  unitPrice: Money
  amount: Money
  givenAway: boolean
}
export interface Preview {
  startsOn: string
  endsOn: string
  lines: Line[]
  total: Money
  carriedOver: string
}

/** The last day of the first period of a year that begins on the first of June. */
const lastDays: Readonly<Record<string, string>> = {
  WEEKLY: '2026-06-07',
  MONTHLY: '2026-06-30',
  QUARTERLY: '2026-08-31',
  HALF_YEARLY: '2026-11-30',
  YEARLY: '2027-05-31',
  ONE_OFF: '2027-05-31',
}

const mostHours = 744
const mostTickets = 10_000

export const aYear: Values = ({ dice }) =>
  dice.chance(90) ? dice.pick([2024, 2025, 2026, 2026, 2030, 2000, 2100]) : dice.pick([0, 1999, 2101])

export const aPlan: Values = ({ dice, world }) => {
  const currency = dice.pick(currencies)
  const amount = dice.chance(10) ? '0' : amountIn(dice, currency).replace(/\.?0+$/, '')
  const named = dice.chance(92) ? dice.pick(world.calendars).id : dice.pick([...world.missing, 'kimse'])
  return {
    title: 'Deneme',
    pricingMethod: 'FLAT',
    billingMethod: dice.pick(['IN_ADVANCE', 'IN_ARREARS']),
    billingPeriod: dice.pick(Object.keys(lastDays)),
    overtime: dice.pick(['NOT_BILLED', 'BILLED_AT_RATE', 'BILLED_AT_OVERTIME_RATE', 'REFUSED']),
    overage: dice.pick(['BILLED', 'NOT_BILLED', 'REFUSED']),
    costBases: dice.some(['FIXED', 'DIFFERENTIAL']),
    // An amount tells the currency; without any there is none.
    ...(dice.chance(95) && { fixedFee: { amount, currency } }),
    ...(dice.chance(50) && { calendarId: dice.maybe(20, () => named) }),
  }
}

export const aUsage: Values = ({ dice }) => {
  const fields = dice.some(['hours', 'nonOperationalHours', 'weekendHours', 'holidayHours'])
  const hours = fields.map((field) => [
    field,
    dice.chance(96) ? dice.pick(['0', '0.25', '26', '744']) : dice.pick(['-1', '744.5']),
  ])
  const tickets = dice.chance(96) ? dice.pick([0, 3, 40]) : dice.pick([-1, mostTickets + 1])
  return { ...Object.fromEntries(hours), ...(dice.chance(50) && { tickets }) }
}

/** Whether the plan has a currency and a calendar that is there, and nobody worked more than a month has. */
export function isPriceable({ plan, usage }: Args, { calendars }: World): boolean {
  const { fixedFee, calendarId } = plan as { fixedFee?: Money | null; calendarId?: string | null }
  const { tickets, ...hours } = usage as { tickets?: number | null } & Record<string, string | null | undefined>
  return (
    fixedFee != null &&
    (calendarId == null || calendars.some(({ id }) => id === calendarId)) &&
    Object.values(hours).every((each) => Number(each ?? 0) >= 0 && Number(each ?? 0) <= mostHours) &&
    (tickets ?? 0) >= 0 &&
    (tickets ?? 0) <= mostTickets
  )
}

export function preview({ plan }: Args): Preview {
  const { fixedFee: fee, billingPeriod } = plan as { fixedFee: Money; billingPeriod: string }
  const line = { kind: 'FIXED_FEE', quantity: '1', unit: 'PERIOD', unitPrice: fee, amount: fee, givenAway: false }
  return {
    startsOn: '2026-06-01',
    endsOn: lastDays[billingPeriod]!,
    lines: Number(fee.amount) === 0 ? [] : [line],
    total: fee,
    carriedOver: '0',
  }
}
