import { useMemo } from 'react'
import { useLingui } from '@lingui/react'

/** The calendar that days are counted in, wherever the reader sits. */
export const TENANT_ZONE = 'Europe/Istanbul'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = { tr: { hour: 'sa', minute: 'dk' }, en: { hour: 'h', minute: 'min' } } as const

const intl = (locale: string) => (locale === 'tr' ? 'tr-TR' : 'en-GB')

/** A calendar date (`2026-11-23`) stands for itself in every zone; an instant is shown in the tenant's. */
const zoneOf = (value: string) => (value.length === 10 ? 'UTC' : TENANT_ZONE)

function memo<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found) return found
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/** Formatters of one language. Values are what the API sends: ISO dates, ISO instants, decimal texts. */
export const formats = memo((locale: string) => {
  const tag = intl(locale)
  const units = locale === 'tr' ? UNITS.tr : UNITS.en
  const dates = memo((zone) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: zone }))
  const shortDates = memo(
    (zone) => new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone }),
  )
  const days = memo(
    (zone) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', weekday: 'long', timeZone: zone }),
  )
  const daysOfYears = memo(
    (zone) =>
      new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: zone }),
  )
  const mediumDates = memo(
    (zone) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }),
  )
  const months = memo((zone) => new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: zone }))
  const times = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone: TENANT_ZONE })
  const exact = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TENANT_ZONE,
    timeZoneName: 'short',
  })
  const relatives = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const numbers = new Intl.NumberFormat(tag)
  const currencies = memo((currency) => new Intl.NumberFormat(tag, { style: 'currency', currency }))
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const dayKey = new Intl.DateTimeFormat('en-CA', { timeZone: TENANT_ZONE })

  const date = (value: string) => dates(zoneOf(value)).format(new Date(value))
  const dayDistance = (from: Date, to: Date) =>
    Math.round((Date.parse(dayKey.format(to)) - Date.parse(dayKey.format(from))) / DAY)

  return {
    locale,
    /** 23 Kasım 2026 */
    date,
    /** 23.11.2026, for columns */
    shortDate: (value: string) => shortDates(zoneOf(value)).format(new Date(value)),
    /** 23 Kas 2026, where room is short */
    mediumDate: (value: string) => mediumDates(zoneOf(value)).format(new Date(value)),
    /** 23 Kasım 2026 Pazartesi */
    weekdayDate: (value: string) => daysOfYears(zoneOf(value)).format(new Date(value)),
    /** Kasım 2026 */
    month: (value: string) => months(zoneOf(value)).format(new Date(value)),
    /** 09:12 in the tenant's zone */
    time: (value: string) => times.format(new Date(value)),
    /** 23 Kasım 2026 09:12 GMT+3 */
    exact: (value: string) => (value.length === 10 ? date(value) : exact.format(new Date(value))),
    /** Day heading of a timeline: "bugün, 23 Kasım Pazartesi" */
    day: (value: string, now = new Date()) => {
      const then = new Date(value)
      // A day of another year says which: December alone would be this one.
      const words = (then.getFullYear() === now.getFullYear() ? days : daysOfYears)(zoneOf(value)).format(then)
      const distance = dayDistance(now, new Date(value))
      return Math.abs(distance) < 2 ? `${relatives.format(distance, 'day')}, ${words}` : words
    },
    /** The tenant's calendar day of an instant, to group by. */
    dayKey: (value: string) => dayKey.format(new Date(value)),
    /** "3 dakika önce", "dün", and the date itself once it is over a week away. */
    relative: (value: string, now = new Date()) => {
      const then = new Date(value)
      const gap = then.getTime() - now.getTime()
      if (value.length > 10 && Math.abs(gap) < HOUR) return relatives.format(Math.round(gap / MINUTE), 'minute')
      const distance = dayDistance(now, then)
      if (distance === 0)
        return value.length === 10 ? relatives.format(0, 'day') : relatives.format(Math.trunc(gap / HOUR), 'hour')
      return Math.abs(distance) <= 7 ? relatives.format(distance, 'day') : date(value)
    },
    number: (value: number) => numbers.format(value),
    /** ₺27.200,00; the amount stays a text, so that no digit is lost on the way. */
    money: (amount: string, currency: string) => currencies(currency).format(amount as `${number}`),
    /** 390 → "6 sa 30 dk" */
    minutes: (total: number) => {
      const sign = total < 0 ? '−' : ''
      const [hours, minutes] = [Math.trunc(Math.abs(total) / 60), Math.abs(total) % 60]
      const parts = [
        hours > 0 && `${numbers.format(hours)} ${units.hour}`,
        (minutes > 0 || hours === 0) && `${minutes} ${units.minute}`,
      ]
      return sign + parts.filter(Boolean).join(' ')
    },
    list: (items: string[]) => lists.format(items),
  }
})

export type Formats = ReturnType<typeof formats>

/** The formatters of the language on screen; a component that uses them follows a change of language. */
export function useFormat(): Formats {
  const { i18n } = useLingui()
  return useMemo(() => formats(i18n.locale), [i18n.locale])
}
