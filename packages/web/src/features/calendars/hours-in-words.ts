import type { CalendarFieldsFragment } from './__generated__/CalendarFields'
import { useWeekdays } from './use-weekdays'

type Hours = CalendarFieldsFragment['workingHours']

/** "Mon–Fri 09:00–18:00": days in a row with the same hours stand together. */
export function useHoursInWords(): (hours: Hours) => string[] {
  const days = useWeekdays('short')
  return (hours) => {
    const told = days.map(({ weekday, name }) => ({
      name,
      spans: hours
        .filter((span) => span.weekday === weekday)
        .map(({ from, to }) => `${from}–${to}`)
        .join(', '),
    }))
    const runs: { first: string; last: string; spans: string }[] = []
    let before = ''
    for (const { name, spans } of told) {
      const run = runs.at(-1)
      if (spans && spans === before && run) run.last = name
      else if (spans) runs.push({ first: name, last: name, spans })
      before = spans
    }
    return runs.map(({ first, last, spans }) => `${first === last ? first : `${first}–${last}`} ${spans}`)
  }
}
