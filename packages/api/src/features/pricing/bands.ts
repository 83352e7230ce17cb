import { Temporal } from 'temporal-polyfill'
import type { Band, Calendar, Day, Entry } from './plan.ts'

/** A stretch of an entry that lies in one day and one band. */
export interface Piece {
  entry: Entry
  day: Day
  /** When it begins; absent when nobody knows. */
  at?: Temporal.Instant
  band: Band
  minutes: number
}

const minuteOfDay = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return hour * 60 + minute
}
const isWeekend = (day: Day) => day.dayOfWeek >= 6
const wholeDay = 24 * 60

/** Where the band of a day changes, as minutes of its clock: `[from, to, band]`, without gaps. */
function bandsOf(day: Day, calendar: Calendar): [number, number, Band][] {
  const holiday = calendar.holidays.find(({ on }) => on.equals(day))
  const holidayFrom = holiday ? minuteOfDay(holiday.from ?? '00:00') : wholeDay
  const working = calendar.workingHours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, to }) => [minuteOfDay(from), minuteOfDay(to)] as const)
  const edges = [...new Set([0, holidayFrom, wholeDay, ...working.flat()])].toSorted((a, b) => a - b)
  const bandAt = (minute: number): Band => {
    if (minute >= holidayFrom) return 'HOLIDAY'
    if (working.some(([from, to]) => minute >= from && minute < to)) return 'OPERATIONAL'
    return isWeekend(day) ? 'WEEKEND' : 'NON_OPERATIONAL'
  }
  return edges.slice(0, -1).map((from, i) => [from, edges[i + 1]!, bandAt(from)])
}

/** The band of a day as a whole, for work of which nobody knows when: a day with working hours is a working day. */
function bandOfDay(day: Day, calendar: Calendar): Band {
  if (calendar.holidays.some(({ on, from }) => !from && on.equals(day))) return 'HOLIDAY'
  if (calendar.workingHours.some(({ weekday }) => weekday === day.dayOfWeek)) return 'OPERATIONAL'
  return isWeekend(day) ? 'WEEKEND' : 'NON_OPERATIONAL'
}

/**
 * Cuts an entry at midnight and at the edges of its bands. `zone` is the calendar that days are counted in; the bands
 * are those of the working calendar's own zone. Minutes are of the clock that runs, so a night on which the clocks
 * change has as many as it lasted. Without a start all minutes are the day's.
 */
export function pieces(entry: Entry, calendar: Calendar, zone: string): Piece[] {
  const total = entry.minutes + (entry.addedMinutes ?? 0)
  if (!entry.startedAt) {
    return total ? [{ entry, day: entry.workedOn, band: bandOfDay(entry.workedOn, calendar), minutes: total }] : []
  }
  const found: Piece[] = []
  let at = entry.startedAt
  const end = at.add({ minutes: total })
  while (Temporal.Instant.compare(at, end) < 0) {
    const local = at.toZonedDateTimeISO(calendar.timeZone)
    const clock = local.hour * 60 + local.minute
    const [, to, band] = bandsOf(local.toPlainDate(), calendar).find(([from, until]) => clock >= from && clock < until)!
    const edge = instantOf(local.toPlainDate(), to, calendar.timeZone)
    const day = at.toZonedDateTimeISO(zone).toPlainDate()
    const midnight = instantOf(day, wholeDay, zone)
    const next = [edge, midnight, end]
      // Clocks that are turned back may put an edge behind us: then the hour is gone through again.
      .filter((instant) => Temporal.Instant.compare(instant, at) > 0)
      .reduce((first, other) => (Temporal.Instant.compare(other, first) < 0 ? other : first))
    const minutes = at.until(next).total('minutes')
    const last = found.at(-1)
    if (last && last.band === band && last.day.equals(day)) last.minutes += minutes
    else found.push({ entry, day, at, band, minutes })
    at = next
  }
  return found
}

function instantOf(day: Day, minute: number, zone: string): Temporal.Instant {
  const date = minute === wholeDay ? day.add({ days: 1 }) : day
  const clock = minute === wholeDay ? 0 : minute
  return date
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(clock / 60), minute: clock % 60 }),
    })
    .toInstant()
}

/** The order in which work uses limits and credit: by day, start, id; without a start first. */
export function inOrder<T>(
  work: readonly T[],
  keys: (each: T) => { day: Day; at?: Temporal.Instant; id: string },
): T[] {
  const startOf = (at?: Temporal.Instant) => (at ? at.epochMilliseconds : Number.NEGATIVE_INFINITY)
  return work.toSorted((left, right) => {
    const [a, b] = [keys(left), keys(right)]
    const byStart = startOf(a.at) === startOf(b.at) ? 0 : startOf(a.at) - startOf(b.at)
    return Temporal.PlainDate.compare(a.day, b.day) || byStart || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  })
}
