import type { MoneyInput } from '~/lib/__generated__/schema'
import { readAmount, writeAmount } from './amount'

/** What both drawers of technicians ask for. Keys are those of the API's inputs, so that its errors find their fields. */
export interface TechnicianValues {
  name: string
  email: string
  roleId: string
  costRate: { amount: string; currency: string }
  active: boolean
}

export const CURRENCIES = ['TRY', 'EUR', 'USD', 'GBP']

/** A cost rate for the form: empty where there is none. */
export const costRateValues = (rate: MoneyInput | null | undefined, locale: string): TechnicianValues['costRate'] =>
  rate ? { amount: writeAmount(rate.amount, locale), currency: rate.currency } : { amount: '', currency: 'TRY' }

/** A cost rate for the API: null empties it. The form has checked the amount. */
export function costRateInput({ amount, currency }: TechnicianValues['costRate'], locale: string): MoneyInput | null {
  const decimal = readAmount(amount, locale)
  return decimal === null ? null : { amount: decimal, currency }
}
