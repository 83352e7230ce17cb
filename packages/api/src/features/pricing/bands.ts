import { Temporal } from 'temporal-polyfill'
import { dayNumber, zonedDayAt, type ZonedDay } from './days.ts'
import type { Band, Calendar, Day, Entry } from './plan.ts'

/** A stretch of an entry that lies in one day and one band. */
export interface Piece {
  entry: Entry
  day: Day
  /** When it begins, in milliseconds since 1970; absent when nobody knows. */
  at?: number
  band: Band
  minutes: number
}

const minuteOfDay = (time: string): number => {
  const [hour, minutes] = time.split(':').map(Number) as [number, number]
  return hour * 60 + minutes
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
  const bandAt = (clock: number): Band => {
    if (clock >= holidayFrom) return 'HOLIDAY'
    if (working.some(([from, to]) => clock >= from && clock < to)) return 'OPERATIONAL'
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

/** A stretch of a day in one band, in milliseconds since 1970. */
interface Stripe {
  from: number
  to: number
  band: Band
}

/** What was found out about a calendar: calendars live as long as what prices with them. */
const found = new WeakMap<Calendar, { stripes: Map<number, Stripe[]>; bands: Map<number, Band> }>()
function knownOf(calendar: Calendar) {
  const known = found.get(calendar) ?? { stripes: new Map<number, Stripe[]>(), bands: new Map<number, Band>() }
  found.set(calendar, known)
  return known
}

/** The stripes of a day of the calendar, in the order in which its hours run: one that is gone through twice is there twice. */
function stripesOf({ day, from, to }: ZonedDay, calendar: Calendar): Stripe[] {
  const { stripes } = knownOf(calendar)
  const known = stripes.get(from)
  if (known) return known
  const bands = bandsOf(day, calendar)
  const made: Stripe[] = []
  for (let at = from; at < to;) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone)
    const clock = local.hour * 60 + local.minute
    const [, until, band] = bands.find(([first, last]) => clock >= first && clock < last)!
    const edge = instantOf(day, until, calendar.timeZone)
    // Clocks that are turned back may put an edge behind us: then the day goes on to its midnight, a minute at a time.
    const next = edge > at ? Math.min(edge, to) : Math.min(at + minute, to)
    const last = made.at(-1)
    if (last?.band === band) last.to = next
    else made.push({ from: at, to: next, band })
    at = next
  }
  stripes.set(from, made)
  return made
}

const minute = 60_000

/**
 * Cuts an entry at midnight and at the edges of its bands. `zone` is the calendar that days are counted in; the bands
 * are those of the working calendar's own zone. Minutes are of the clock that runs, so a night on which the clocks
 * change has as many as it lasted. Without a start all minutes are the day's.
 */
export function pieces(entry: Entry, calendar: Calendar, zone: string): Piece[] {
  const total = entry.minutes + (entry.addedMinutes ?? 0)
  if (!entry.startedAt) {
    if (!total) return []
    const { bands } = knownOf(calendar)
    const number = dayNumber(entry.workedOn)
    const band = bands.get(number) ?? bandOfDay(entry.workedOn, calendar)
    bands.set(number, band)
    return [{ entry, day: entry.workedOn, band, minutes: total }]
  }
  const cut: Piece[] = []
  const start = entry.startedAt.epochMilliseconds
  const end = start + total * minute
  for (let at = start; at < end;) {
    const { day, to: midnight } = zonedDayAt(zone, at)
    const stripe = stripesOf(zonedDayAt(calendar.timeZone, at), calendar).find(({ to }) => at < to)!
    const next = Math.min(stripe.to, midnight, end)
    const minutes = (next - at) / minute
    const last = cut.at(-1)
    if (last && last.band === stripe.band && last.day === day) last.minutes += minutes
    else cut.push({ entry, day, at, band: stripe.band, minutes })
    at = next
  }
  return cut
}

function instantOf(day: Day, minuteOfIt: number, zone: string): number {
  const date = minuteOfIt === wholeDay ? day.add({ days: 1 }) : day
  const clock = minuteOfIt === wholeDay ? 0 : minuteOfIt
  return date.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: Math.floor(clock / 60), minute: clock % 60 }),
  }).epochMilliseconds
}

/** The order in which work uses limits and credit: by day, start, id; without a start first. */
export function inOrder<T>(work: readonly T[], keys: (each: T) => { day: Day; at?: number; id: string }): T[] {
  return work
    .map((each) => {
      const { day, at, id } = keys(each)
      return { each, day: dayNumber(day), at: at ?? Number.NEGATIVE_INFINITY, id }
    })
    .toSorted(
      (a, b) => a.day - b.day || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
    .map(({ each }) => each)
}
