/** Days as numbers: what is compared thousands of times must not make an object each time. */
import { Temporal } from 'temporal-polyfill'
import type { Day } from './plan.ts'

const dayLength = 86_400_000
const numbers = new WeakMap<Day, number>()

/** Days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.UTC(day.year, day.month - 1, day.day) / dayLength
  numbers.set(day, number)
  return number
}

/** The day with this number. */
function dayOf(number: number): Day {
  const at = new Date(number * dayLength)
  const day = Temporal.PlainDate.from({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() })
  numbers.set(day, number)
  return day
}

const mondayBefore1970 = -3

/** ISO weeks, counted from some Monday: days of one week have the same. */
export const weekNumber = (day: Day): number => Math.floor((dayNumber(day) - mondayBefore1970) / 7)

/** A stretch of time, in milliseconds since 1970. */
interface Span {
  from: number
  to: number
}
/** A day of a time zone's calendar, from midnight to midnight. */
export interface ZonedDay extends Span {
  day: Day
}

const daysOfZones = new Map<string, Map<number, ZonedDay>>()
const keptDays = 20_000

/** The day of a zone's calendar with this number. */
export function zonedDay(zone: string, number: number): ZonedDay {
  const days = daysOfZones.get(zone) ?? new Map<number, ZonedDay>()
  daysOfZones.set(zone, days)
  const known = days.get(number)
  if (known) return known
  if (days.size >= keptDays) days.clear()
  const day = dayOf(number)
  const start = (of: Day) => of.toZonedDateTime(zone).epochMilliseconds
  const made = { day, from: start(day), to: start(dayOf(number + 1)) }
  days.set(number, made)
  return made
}

/** The day of a zone's calendar that holds an instant. */
export function zonedDayAt(zone: string, at: number): ZonedDay {
  // Zones are up to 14 hours away from UTC: it is this day or a neighbour.
  let number = Math.floor(at / dayLength)
  if (at < zonedDay(zone, number).from) number -= 1
  else if (at >= zonedDay(zone, number).to) number += 1
  return zonedDay(zone, number)
}
