import type { PlanUsageInput } from '~/lib/__generated__/schema'
import { readNumber } from '../form/numbers'
import type { PlanValues } from '../form/values'

export type UsageField = 'hours' | 'nonOperationalHours' | 'weekendHours' | 'holidayHours' | 'tickets'
/** As typed. */
export type Usage = Record<UsageField, string>

export const START: Usage = {
  hours: '26',
  nonOperationalHours: '0',
  weekendHours: '0',
  holidayHours: '0',
  tickets: '12',
}

/** Ends of the sliders, and the most that the server takes. */
export const SLIDES: Record<UsageField, { to: number; most: number }> = {
  hours: { to: 80, most: 744 },
  nonOperationalHours: { to: 40, most: 744 },
  weekendHours: { to: 40, most: 744 },
  holidayHours: { to: 24, most: 744 },
  tickets: { to: 60, most: 10_000 },
}

const BANDS: UsageField[] = ['hours', 'nonOperationalHours', 'weekendHours', 'holidayHours']

/** What makes a difference under a plan: tickets, hours, hours by the time of day, or nothing at all. */
export function usageFieldsOf({ pricingMethod, costBases, creditCoversOperationalOnly }: PlanValues): UsageField[] {
  if (pricingMethod === 'FLAT') return []
  if (pricingMethod === 'PER_TICKET') return ['tickets']
  return costBases.includes('DIFFERENTIAL') || creditCoversOperationalOnly ? BANDS : ['hours']
}

/** A number of the example; null when it cannot be read or is too much. */
export function readUsage(field: UsageField, written: string, locale: string): string | null {
  const read = written.trim() === '' ? '0' : readNumber(written, locale)
  if (read === null || Number(read) > SLIDES[field].most) return null
  return field === 'tickets' && read.includes('.') ? null : read
}

/** The example for the API; null when one of its numbers is no good. */
export function usageInputOf(fields: UsageField[], usage: Usage, locale: string): PlanUsageInput | null {
  const input: PlanUsageInput = {}
  for (const field of fields) {
    const read = readUsage(field, usage[field], locale)
    if (read === null) return null
    if (field === 'tickets') input.tickets = Number(read)
    else input[field] = read
  }
  return input
}
