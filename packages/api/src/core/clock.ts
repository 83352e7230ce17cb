/**
 * What day it is. Contracts, notices and days of work go by one clock, which is handed to whatever needs it; instants
 * that say when a row was written are the machine's.
 */
import { Temporal } from 'temporal-polyfill'

export interface Clock {
  /** IANA name of the time zone in whose calendar days are counted. */
  readonly timeZone: string
  now(): Date
  /** The calendar day of `now` in `timeZone`. */
  today(): Temporal.PlainDate
}

/** A clock that starts at `at` and ticks on; the real one without it. */
export function startClock(timeZone: string, at: Date | null = null): Clock {
  const ahead = at ? at.getTime() - Date.now() : 0
  return clockOf(timeZone, () => Date.now() + ahead)
}

/** A clock that reads `now`, in milliseconds since 1970. */
export function clockOf(timeZone: string, now: () => number): Clock {
  // Asked in every transaction, and the same from midnight to midnight.
  let known: { day: Temporal.PlainDate; from: number; to: number } | undefined
  return {
    timeZone,
    now: () => new Date(now()),
    today() {
      const at = now()
      if (!known || at < known.from || at >= known.to) {
        const begun = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone).startOfDay()
        known = {
          day: begun.toPlainDate(),
          from: begun.epochMilliseconds,
          to: begun.add({ days: 1 }).epochMilliseconds,
        }
      }
      return known.day
    },
  }
}
