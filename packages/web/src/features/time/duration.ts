import { fold } from '~/lib/fold'

const CLOCK = /^(\d{1,3})\s*:\s*([0-5]\d)$/
const DECIMAL = /^(\d{1,3})[.,](\d{1,2})$/
const WHOLE = /^\d{1,5}$/
const UNITS =
  /^(?:(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:saat|sa|s|hours|hour|hrs|hr|h))?\s*(?:(\d{1,5})\s*(?:dakika|dak|dk|d|minutes|minute|mins|min|m))?$/

/** Hours with decimals as whole minutes, without a float between: 1.25 h is 75. */
function ofDecimal(whole: string, fraction: string): number {
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return Math.round((hundredths * 60) / 100)
}

/**
 * Minutes of a typed duration, in either language: `90`, `1:30`, `1,5`, `1.5`, `1 sa 30 dk`, `1h30m`, `45 dk`, `2 sa`.
 * A bare whole number is minutes, a decimal one hours. Null for anything else.
 */
export function readDuration(text: string): number | null {
  const typed = fold(text.trim())
  if (typed === '') return null
  if (WHOLE.test(typed)) return Number(typed)
  const [, clockHours, clockMinutes] = CLOCK.exec(typed) ?? []
  if (clockHours !== undefined) return Number(clockHours) * 60 + Number(clockMinutes)
  const [, whole, fraction] = DECIMAL.exec(typed) ?? []
  if (whole !== undefined && fraction !== undefined) return ofDecimal(whole, fraction)
  const [found, hours, part = '', minutes] = UNITS.exec(typed) ?? []
  if (!found || (hours === undefined && minutes === undefined)) return null
  return ofDecimal(hours ?? '0', part) + Number(minutes ?? '0')
}

/** Minutes as they stand in a grid and in a field: 90 is `1:30`. */
export function writeDuration(minutes: number): string {
  const whole = Math.abs(Math.trunc(minutes))
  return `${minutes < 0 ? '−' : ''}${Math.trunc(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Decimal hours of the API as whole minutes: `7.3333` is 440. */
export const minutesOfHours = (hours: string): number => Math.round(Number(hours) * 60)
