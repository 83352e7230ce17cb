// Calendar days as the API writes them (`2026-11-23`). They belong to no zone: arithmetic runs on the days of UTC, which
// all have 24 hours.
const DAY_MS = 86_400_000

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const written = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Whether a text is a day that the calendar has; what is half typed is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = msOf(text)
  return !Number.isNaN(ms) && written(ms) === text
}

/** The day so many days later, or earlier when negative. */
export const addDays = (day: string, days: number): string => written(msOf(day) + days * DAY_MS)

/** How many days lie from one day to another; negative when the other is earlier. */
export const daysFrom = (from: string, to: string): number => Math.round((msOf(to) - msOf(from)) / DAY_MS)

/** The same day of a later month, or the last one of a month that lacks it: 31 January and one month are 28 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = Date.UTC(year, month - 1 + months, 1)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return written(first + (Math.min(date, last) - 1) * DAY_MS)
}

/** The first days of the months that begin within a span, both ends included. */
export function monthStarts(from: string, to: string): string[] {
  const starts: string[] = []
  let start = `${from.slice(0, 7)}-01`
  if (start < from) start = addMonths(start, 1)
  for (; start <= to; start = addMonths(start, 1)) starts.push(start)
  return starts
}
