/** The pricing of a plan: from an input to a revision's columns, and from those to what the arithmetic takes. */
import { amountOf, type MoneyInput } from '../../core/graphql/money.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { Exact, type Plan } from '../pricing/index.ts'
import { said } from './messages.ts'
import type { CreateServicePlanInput } from './plan.inputs.ts'
import type { RateBand } from './plan.type.ts'

/** Columns of a revision; amounts and numbers are texts, exact. */
export interface Terms {
  pricingMethod: Plan['pricingMethod']
  billingMethod: Plan['billingMethod']
  billingPeriod: Plan['billingPeriod']
  currency: string
  fixedFee: string | null
  includedHours: string | null
  includedTickets: number | null
  weeklyHourLimit: string | null
  hourlyRate: string | null
  ticketRate: string | null
  overtime: Plan['overtime']
  overtimeMultiplier: string | null
  overage: Plan['overage']
  creditCoversOperationalOnly: boolean
  rollOverUnused: boolean
  rollOverCap: string | null
  rollOverPeriods: number | null
  technicianMayAddCost: boolean
  technicianMayAddTime: boolean
  costBases: Plan['costBases']
  bandRates: { band: RateBand; amount: string }[]
  calendarId: string | null
}

const bands: readonly RateBand[] = ['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY']
const mostHours = 99_999
const mostCount = 100_000

/** What an input may say of pricing; null empties what may be empty. */
type TermsInput = {
  [K in Exclude<keyof CreateServicePlanInput, 'title' | 'description'>]?: CreateServicePlanInput[K] | null
}

/** The pricing that an input asks for, on top of `before` where it is a change. Problems name the field. */
export function termsOf(input: TermsInput, before: Terms | null): Terms {
  const currency = currencyOf(input, before)
  const money = (field: 'fixedFee' | 'hourlyRate' | 'ticketRate') => {
    const given = input[field]
    return given === undefined
      ? (before?.[field] ?? null)
      : given === null
        ? null
        : inCurrency(given, currency, [field])
  }
  const number = (field: 'includedHours' | 'weeklyHourLimit' | 'rollOverCap') => {
    const given = input[field]
    return given === undefined ? (before?.[field] ?? null) : given === null ? null : within(given, field, mostHours)
  }
  const whole = (field: 'includedTickets' | 'rollOverPeriods') => {
    const given = input[field]
    if (typeof given === 'number') within(String(given), field, mostCount)
    return given === undefined ? (before?.[field] ?? null) : given
  }
  const flag = (
    field: 'creditCoversOperationalOnly' | 'rollOverUnused' | 'technicianMayAddCost' | 'technicianMayAddTime',
  ) => input[field] ?? before?.[field] ?? false
  const required = <
    K extends 'pricingMethod' | 'billingMethod' | 'billingPeriod' | 'overtime' | 'overage' | 'costBases',
  >(
    field: K,
  ): Terms[K] => {
    const given = (input[field] ?? undefined) as Terms[K] | undefined
    if (input[field] === null || (given === undefined && !before)) throw new Problem('REQUIRED', [field])
    return given ?? before![field]
  }
  const multiplier = input.overtimeMultiplier
  if (typeof multiplier === 'string' && new Exact(multiplier).lessThan(1))
    throw new Problem('INVALID', ['overtimeMultiplier'], { key: said['plan.multiplier'] })
  const terms: Terms = {
    pricingMethod: required('pricingMethod'),
    billingMethod: required('billingMethod'),
    billingPeriod: required('billingPeriod'),
    currency,
    fixedFee: money('fixedFee'),
    includedHours: number('includedHours'),
    includedTickets: whole('includedTickets'),
    weeklyHourLimit: number('weeklyHourLimit'),
    hourlyRate: money('hourlyRate'),
    ticketRate: money('ticketRate'),
    overtime: required('overtime'),
    overtimeMultiplier: multiplier === undefined ? (before?.overtimeMultiplier ?? null) : multiplier,
    overage: required('overage'),
    creditCoversOperationalOnly: flag('creditCoversOperationalOnly'),
    rollOverUnused: flag('rollOverUnused'),
    rollOverCap: number('rollOverCap'),
    rollOverPeriods: whole('rollOverPeriods'),
    technicianMayAddCost: flag('technicianMayAddCost'),
    technicianMayAddTime: flag('technicianMayAddTime'),
    costBases: [...new Set(required('costBases'))].toSorted().toReversed(),
    bandRates: bandRatesOf(input, before, currency),
    calendarId: input.calendarId === undefined ? (before?.calendarId ?? null) : input.calendarId,
  }
  assertWhole(terms)
  return terms
}

/** What a method needs is there. */
function assertWhole(terms: Terms): void {
  const hourly = terms.pricingMethod === 'HOURLY'
  if (hourly && terms.costBases.includes('FIXED') && terms.hourlyRate === null)
    throw new Problem('REQUIRED', ['hourlyRate'], { key: said['plan.hourlyRate.needed'] })
  if (hourly && terms.costBases.includes('DIFFERENTIAL') && terms.bandRates.length < bands.length)
    throw new Problem('REQUIRED', ['bandRates'], { key: said['plan.bandRates.needed'] })
  if (terms.pricingMethod === 'PER_TICKET' && terms.ticketRate === null)
    throw new Problem('REQUIRED', ['ticketRate'], { key: said['plan.ticketRate.needed'] })
  if (hourly && terms.overtime === 'BILLED_AT_OVERTIME_RATE' && terms.overtimeMultiplier === null)
    throw new Problem('REQUIRED', ['overtimeMultiplier'], { key: said['plan.multiplier.needed'] })
}

type Amounts = Pick<CreateServicePlanInput, 'fixedFee' | 'hourlyRate' | 'ticketRate' | 'bandRates'>

/** The one currency of all amounts that are given. */
function currencyOf(input: Partial<Amounts>, before: Terms | null): string {
  const first =
    [input.fixedFee, input.hourlyRate, input.ticketRate].find((given) => given) ?? input.bandRates?.[0]?.rate
  if (!first && !before) throw new Problem('REQUIRED', ['fixedFee'], { key: said['plan.currency.needed'] })
  const currency = first?.currency ?? before!.currency
  const kept = (field: 'fixedFee' | 'hourlyRate' | 'ticketRate') =>
    input[field] === undefined && before?.[field] !== null && before?.[field] !== undefined
  // What stays is in the former currency: a change of it names every amount anew.
  if (
    before &&
    currency !== before.currency &&
    (kept('fixedFee') || kept('hourlyRate') || kept('ticketRate') || (!input.bandRates && before.bandRates.length > 0))
  )
    throw new Problem('INVALID', [], { key: said['plan.currency.one'], params: { currency: before.currency } })
  return currency
}

function inCurrency(given: MoneyInput, currency: string, path: readonly string[]): string {
  const { amount } = amountOf(given, path)
  if (given.currency !== currency)
    throw new Problem('INVALID', [...path, 'currency'], { key: said['plan.currency.one'], params: { currency } })
  return amount
}

function bandRatesOf(input: Partial<Amounts>, before: Terms | null, currency: string): Terms['bandRates'] {
  if (input.bandRates === undefined) return before?.bandRates ?? []
  const given = (input.bandRates ?? []).map(({ band, rate }, i) => ({
    band,
    amount: inCurrency(rate, currency, ['bandRates', String(i), 'rate']),
  }))
  if (new Set(given.map(({ band }) => band)).size < given.length)
    throw new Problem('INVALID', ['bandRates'], { key: said['plan.bandRates.twice'] })
  return bands.flatMap((band) => given.filter((each) => each.band === band))
}

function within(value: string, field: string, max: number): string {
  const number = new Exact(value)
  if (number.isNegative() || number.greaterThan(max))
    throw new Problem('INVALID', [field], { key: said['plan.number'], params: { max } })
  return value
}

const exact = (text: string | null) => (text === null ? undefined : new Exact(text))

/** A revision as the arithmetic takes it. */
export const planOf = (terms: Terms): Plan => ({
  currency: terms.currency,
  pricingMethod: terms.pricingMethod,
  billingMethod: terms.billingMethod,
  billingPeriod: terms.billingPeriod,
  fixedFee: exact(terms.fixedFee),
  includedHours: exact(terms.includedHours),
  includedTickets: terms.includedTickets ?? undefined,
  weeklyHourLimit: exact(terms.weeklyHourLimit),
  hourlyRate: exact(terms.hourlyRate),
  ticketRate: exact(terms.ticketRate),
  overtime: terms.overtime,
  overtimeMultiplier: exact(terms.overtimeMultiplier),
  overage: terms.overage,
  creditCoversOperationalOnly: terms.creditCoversOperationalOnly,
  rollOverUnused: terms.rollOverUnused,
  rollOverCap: exact(terms.rollOverCap),
  rollOverPeriods: terms.rollOverPeriods ?? undefined,
  costBases: terms.costBases,
  bandRates: Object.fromEntries(terms.bandRates.map(({ band, amount }) => [band, new Exact(amount)])),
})
