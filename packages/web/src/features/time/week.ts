import { addDays, isDay } from '~/lib/days'
import { TENANT_ZONE } from '~/lib/format'

/** A calendar day, `2026-11-23`. */
export type Day = string
/** An ISO week, `2026-W48`: Monday to Sunday. */
export type Week = string

const DAY_MS = 86_400_000
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)

const zoneDays = new Intl.DateTimeFormat('en-CA', { timeZone: TENANT_ZONE })
const zoneClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TENANT_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The day of an instant where days are counted, wherever the reader sits. */
export const dayAt = (instant: string): Day => zoneDays.format(new Date(instant))

/** 1 Monday … 7 Sunday. */
const weekday = (day: Day): number => new Date(noon(day)).getUTCDay() || 7

/** The ISO week that a day lies in; the week of its Thursday’s year. */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekday(day))
  const year = thursday.slice(0, 4)
  const number = Math.floor((noon(thursday) - noon(`${year}-01-01`)) / DAY_MS / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** Monday to Sunday of a week. */
export function daysOf(week: Week): Day[] {
  const [year = '', number = ''] = week.split('-W')
  // The fourth of January lies in the first week.
  const fourth = `${year}-01-04`
  const monday = addDays(fourth, 1 - weekday(fourth) + (Number(number) - 1) * 7)
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i))
}

export const addWeeks = (week: Week, count: number): Week => weekOf(addDays(daysOf(week)[0] ?? '', count * 7))

export const weekNumber = (week: Week): number => Number(week.slice(-2))

/** A week as it stands in an address; a number that the year does not have is none. */
export function readWeek(value: string | undefined): Week | undefined {
  if (!value || !/^\d{4}-W\d{2}$/.test(value)) return undefined
  const [monday] = daysOf(value)
  return monday && weekOf(monday) === value ? value : undefined
}

/** A day as it stands in an address. */
export const readDay = (value: string | undefined): Day | undefined => (value && isDay(value) ? value : undefined)

/** How far the zone is ahead of UTC at an instant. */
function offsetAt(ms: number): number {
  const [, day, month, year, time] = /(\d+)\/(\d+)\/(\d+), (\S+)/.exec(zoneClock.format(ms)) ?? []
  return Date.parse(`${year}-${month}-${day}T${time}Z`) - Math.trunc(ms / 1000) * 1000
}

/** The instant of a time of day (`09:30`) where days are counted. */
export function instantOf(day: Day, time: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`)
  // Near a change of the clock the first guess may lie on its other side.
  const guess = wall - offsetAt(wall)
  return new Date(wall - offsetAt(guess)).toISOString()
}

/** The time of day of an instant where days are counted, `09:30`. */
export const timeOf = (instant: string): string => zoneClock.format(new Date(instant)).slice(-8, -3)

/** From when to when, `09:30–11:00`. */
export const spanOf = (startedAt: string, minutes: number): string =>
  `${timeOf(startedAt)}–${timeOf(new Date(Date.parse(startedAt) + minutes * 60_000).toISOString())}`
