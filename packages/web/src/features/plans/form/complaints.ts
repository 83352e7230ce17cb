import { readNumber } from './numbers'
import { hasMeaning, type PlanValues } from './values'

export type Complaint = 'missing' | 'noAmount' | 'unreadable' | 'notWhole' | 'tooSmall' | 'tooMuch'

export type NumberField =
  | 'fixedFee'
  | 'includedHours'
  | 'includedTickets'
  | 'weeklyHourLimit'
  | 'hourlyRate'
  | 'ticketRate'
  | 'overtimeMultiplier'
  | 'rollOverCap'
  | 'rollOverPeriods'

const NUMBERS: NumberField[] = [
  'fixedFee',
  'includedHours',
  'includedTickets',
  'weeklyHourLimit',
  'hourlyRate',
  'ticketRate',
  'overtimeMultiplier',
  'rollOverCap',
  'rollOverPeriods',
]
const REQUIRED = new Set<NumberField>(['hourlyRate', 'ticketRate', 'overtimeMultiplier'])
const WHOLE = new Set<NumberField>(['includedTickets', 'rollOverPeriods'])
const MONEY = new Set<NumberField>(['fixedFee', 'hourlyRate', 'ticketRate'])
export const MOST_HOURS = 99_999
export const MOST_COUNT = 100_000

/** What is wrong with a number as it is typed; null when nothing is. */
export function complaintOf(field: NumberField, values: PlanValues, locale: string): Complaint | null {
  if (!hasMeaning(field, values)) return null
  const written = values[field].trim()
  if (written === '') return REQUIRED.has(field) ? 'missing' : field === 'fixedFee' ? withoutAmount(values) : null
  const read = readNumber(written, locale)
  if (read === null) return 'unreadable'
  if (WHOLE.has(field)) return read.includes('.') ? 'notWhole' : Number(read) > MOST_COUNT ? 'tooMuch' : null
  if (field === 'overtimeMultiplier' && Number(read) < 1) return 'tooSmall'
  return !MONEY.has(field) && Number(read) > MOST_HOURS ? 'tooMuch' : null
}

/** A plan needs one amount at least: it tells the currency. */
const withoutAmount = (values: PlanValues): Complaint | null =>
  hasMeaning('hourlyRate', values) || hasMeaning('ticketRate', values) || hasMeaning('bandRates', values)
    ? null
    : 'noAmount'

/** What is wrong with the price of a band. */
export function rateComplaintOf(index: number, values: PlanValues, locale: string): Complaint | null {
  if (!hasMeaning('bandRates', values)) return null
  const written = values.bandRates[index]?.rate.trim() ?? ''
  return written === '' ? 'missing' : readNumber(written, locale) === null ? 'unreadable' : null
}

/** Whether a price can be computed from what is typed. */
export const canBePriced = (values: PlanValues, locale: string): boolean =>
  NUMBERS.every((field) => complaintOf(field, values, locale) === null) &&
  values.bandRates.every((_, i) => rateComplaintOf(i, values, locale) === null)
