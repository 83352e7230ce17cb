import { TENANT_ZONE } from '~/lib/format'
import type { Day } from './week'

const tagOf = (locale: string) => (locale === 'tr' ? 'tr-TR' : 'en-GB')
const asDate = (day: Day) => new Date(`${day}T00:00:00Z`)

/** Days and weeks in words, in a language. A day stands for itself, in every zone. */
export function dayWords(locale: string) {
  const tag = tagOf(locale)
  const utc = { timeZone: 'UTC' } as const
  const ranges = new Intl.DateTimeFormat(tag, { ...utc, day: 'numeric', month: 'long', year: 'numeric' })
  const weekdays = new Intl.DateTimeFormat(tag, { ...utc, weekday: 'short' })
  const monthDays = new Intl.DateTimeFormat(tag, { ...utc, day: 'numeric', month: 'long' })
  const full = new Intl.DateTimeFormat(tag, { ...utc, weekday: 'long', day: 'numeric', month: 'long' })
  return {
    /** 23–29 Kasım 2026 */
    range: (from: Day, to: Day) => ranges.formatRange(asDate(from), asDate(to)),
    /** Pzt */
    weekday: (day: Day) => weekdays.format(asDate(day)),
    /** 23 */
    number: (day: Day) => String(Number(day.slice(-2))),
    /** 23 Kasım */
    monthDay: (day: Day) => monthDays.format(asDate(day)),
    /** 23 Kasım Pazartesi */
    full: (day: Day) => full.format(asDate(day)),
  }
}

/** Named under fields that ask for a time of day. */
export const ZONE = TENANT_ZONE
