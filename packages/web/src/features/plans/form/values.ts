import type {
  BillingMethod,
  BillingPeriod,
  CostBasis,
  CreateServicePlanInput,
  OverageBehaviour,
  OvertimeBehaviour,
  PricingMethod,
  RateBand,
} from '~/lib/__generated__/schema'
import type { PlanFieldsFragment } from '../__generated__/PlanFields'
import { BANDS } from './bands'
import { readNumber, writeMoney, writeNumber } from './numbers'

/** What the form holds. Keys are those of the API's inputs, so that its errors find their fields; numbers are as typed. */
export interface PlanValues {
  title: string
  description: string
  pricingMethod: PricingMethod
  billingMethod: BillingMethod
  billingPeriod: BillingPeriod
  /** One for all amounts of a plan. */
  currency: string
  fixedFee: string
  includedHours: string
  includedTickets: string
  weeklyHourLimit: string
  hourlyRate: string
  ticketRate: string
  overtime: OvertimeBehaviour
  overtimeMultiplier: string
  overage: OverageBehaviour
  creditCoversOperationalOnly: boolean
  rollOverUnused: boolean
  rollOverCap: string
  rollOverPeriods: string
  technicianMayAddCost: boolean
  technicianMayAddTime: boolean
  costBases: CostBasis[]
  /** Always all four, in the order of `BANDS`. */
  bandRates: { band: RateBand; rate: string }[]
  calendarId: string
}

export type PlanField = keyof PlanValues

export const EMPTY: PlanValues = {
  title: '',
  description: '',
  pricingMethod: 'HOURLY',
  billingMethod: 'IN_ARREARS',
  billingPeriod: 'MONTHLY',
  currency: 'TRY',
  fixedFee: '',
  includedHours: '',
  includedTickets: '',
  weeklyHourLimit: '',
  hourlyRate: '',
  ticketRate: '',
  overtime: 'BILLED_AT_RATE',
  overtimeMultiplier: '',
  overage: 'BILLED',
  creditCoversOperationalOnly: false,
  rollOverUnused: false,
  rollOverCap: '',
  rollOverPeriods: '',
  technicianMayAddCost: false,
  technicianMayAddTime: false,
  costBases: ['FIXED'],
  bandRates: BANDS.map((band) => ({ band, rate: '' })),
  calendarId: '',
}

/** A saved plan as the form shows it. */
export function valuesOf(plan: PlanFieldsFragment, locale: string): PlanValues {
  const money = (value: { amount: string } | null) => (value ? writeMoney(value.amount, locale) : '')
  const number = (value: string | null) => (value === null ? '' : writeNumber(value, locale))
  const whole = (value: number | null) => (value === null ? '' : String(value))
  const amounts = [plan.fixedFee, plan.hourlyRate, plan.ticketRate, ...plan.bandRates.map(({ rate }) => rate)]
  return {
    title: plan.title,
    description: plan.description ?? '',
    pricingMethod: plan.pricingMethod,
    billingMethod: plan.billingMethod,
    billingPeriod: plan.billingPeriod,
    currency: amounts.find((amount) => amount !== null)?.currency ?? EMPTY.currency,
    fixedFee: money(plan.fixedFee),
    includedHours: number(plan.includedHours),
    includedTickets: whole(plan.includedTickets),
    weeklyHourLimit: number(plan.weeklyHourLimit),
    hourlyRate: money(plan.hourlyRate),
    ticketRate: money(plan.ticketRate),
    overtime: plan.overtime,
    overtimeMultiplier: number(plan.overtimeMultiplier),
    overage: plan.overage,
    creditCoversOperationalOnly: plan.creditCoversOperationalOnly,
    rollOverUnused: plan.rollOverUnused,
    rollOverCap: number(plan.rollOverCap),
    rollOverPeriods: whole(plan.rollOverPeriods),
    technicianMayAddCost: plan.technicianMayAddCost,
    technicianMayAddTime: plan.technicianMayAddTime,
    costBases: plan.costBases,
    bandRates: BANDS.map((band) => ({
      band,
      rate: money(plan.bandRates.find((each) => each.band === band)?.rate ?? null),
    })),
    calendarId: plan.calendar?.id ?? '',
  }
}

/** Whether a field says anything under what the others say; the rest is not shown and not sent. */
export function hasMeaning(field: PlanField, values: PlanValues): boolean {
  const hourly = values.pricingMethod === 'HOURLY'
  const perTicket = values.pricingMethod === 'PER_TICKET'
  const credit = (hourly && values.includedHours.trim() !== '') || (perTicket && values.includedTickets.trim() !== '')
  switch (field) {
    case 'includedHours':
    case 'weeklyHourLimit':
    case 'costBases':
    case 'calendarId':
      return hourly
    case 'hourlyRate':
      return hourly && values.costBases.includes('FIXED')
    case 'bandRates':
      return hourly && values.costBases.includes('DIFFERENTIAL')
    case 'includedTickets':
    case 'ticketRate':
      return perTicket
    case 'overage':
      return hourly || perTicket
    case 'overtime':
      return hourly && values.weeklyHourLimit.trim() !== ''
    case 'overtimeMultiplier':
      return hasMeaning('overtime', values) && values.overtime === 'BILLED_AT_OVERTIME_RATE'
    case 'creditCoversOperationalOnly':
      return hourly && credit
    case 'rollOverUnused':
      return credit && values.billingPeriod !== 'ONE_OFF'
    case 'rollOverCap':
    case 'rollOverPeriods':
      return hasMeaning('rollOverUnused', values) && values.rollOverUnused
    default:
      return true
  }
}

/** The form's values for the API; what has no meaning is emptied. The form has checked what is typed. */
export function inputOf(values: PlanValues, locale: string): CreateServicePlanInput {
  const meant = (field: PlanField) => hasMeaning(field, values)
  const number = (field: 'includedHours' | 'weeklyHourLimit' | 'overtimeMultiplier' | 'rollOverCap') =>
    meant(field) ? readNumber(values[field], locale) : null
  const whole = (field: 'includedTickets' | 'rollOverPeriods') => {
    const read = meant(field) ? readNumber(values[field], locale) : null
    return read === null ? null : Number(read)
  }
  const amount = (written: string) => {
    const read = readNumber(written, locale)
    return read === null ? null : { amount: read, currency: values.currency }
  }
  const money = (field: 'fixedFee' | 'hourlyRate' | 'ticketRate') => (meant(field) ? amount(values[field]) : null)
  return {
    title: values.title.trim(),
    description: values.description.trim() || null,
    pricingMethod: values.pricingMethod,
    billingMethod: values.billingMethod,
    billingPeriod: values.billingPeriod,
    fixedFee: money('fixedFee'),
    includedHours: number('includedHours'),
    includedTickets: whole('includedTickets'),
    weeklyHourLimit: number('weeklyHourLimit'),
    hourlyRate: money('hourlyRate'),
    ticketRate: money('ticketRate'),
    overtime: meant('overtime') ? values.overtime : EMPTY.overtime,
    overtimeMultiplier: number('overtimeMultiplier'),
    overage: meant('overage') ? values.overage : EMPTY.overage,
    creditCoversOperationalOnly: meant('creditCoversOperationalOnly') && values.creditCoversOperationalOnly,
    rollOverUnused: meant('rollOverUnused') && values.rollOverUnused,
    rollOverCap: number('rollOverCap'),
    rollOverPeriods: whole('rollOverPeriods'),
    technicianMayAddCost: values.technicianMayAddCost,
    technicianMayAddTime: values.technicianMayAddTime,
    costBases: meant('costBases') ? values.costBases : [],
    bandRates: meant('bandRates')
      ? values.bandRates.flatMap(({ band, rate }) => {
          const read = amount(rate)
          return read ? [{ band, rate: read }] : []
        })
      : [],
    calendarId: meant('calendarId') ? values.calendarId || null : null,
  }
}

const MONEY = ['fixedFee', 'hourlyRate', 'ticketRate', 'bandRates'] as const

/** What differs from the saved plan. Amounts go together: a changed currency says each of them anew. */
export function changesOf(values: PlanValues, before: PlanValues, locale: string): Partial<CreateServicePlanInput> {
  const [is, was] = [inputOf(values, locale), inputOf(before, locale)]
  const differs = (key: keyof CreateServicePlanInput) => JSON.stringify(is[key]) !== JSON.stringify(was[key])
  const keys = new Set((Object.keys(is) as (keyof CreateServicePlanInput)[]).filter(differs))
  if (MONEY.some((key) => keys.has(key))) for (const key of MONEY) keys.add(key)
  return Object.fromEntries([...keys].map((key) => [key, is[key]]))
}

/** Whether changes concern the pricing: they make a new revision. */
export const makesRevision = (changes: Partial<CreateServicePlanInput>): boolean =>
  Object.keys(changes).some((key) => key !== 'title' && key !== 'description')
