import { TENANT_ZONE } from '~/lib/format'
import type { Reader } from '~/lib/search-params'

const DAY_MS = 86_400_000

/** A calendar day in an address: `2026-05-21`. */
export const day: Reader<string> = (value) => {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const time = Date.parse(`${value}T00:00:00Z`)
  // 31 February would roll over into March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? undefined : value
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TENANT_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** How far the tenant's clock is ahead of UTC at an instant. */
function offset(instant: number): number {
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day: dayOfMonth = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, dayOfMonth, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** The instant at which a day begins where the tenant is. */
export function dayStart(date: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`)
  return utc - offset(utc - offset(utc))
}

export const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
