/** A stored working calendar as the arithmetic takes it. */
import { Temporal } from 'temporal-polyfill'
import type { Calendar } from '../pricing/index.ts'
import type { CalendarRow } from './plan.entity.ts'

export type StoredCalendar = Pick<CalendarRow, 'timeZone' | 'workingHours' | 'holidays'>

/** Without any stored one, the usual office hours. */
export function calendarOf(row: StoredCalendar | null): Calendar {
  if (!row)
    return {
      timeZone: 'Europe/Istanbul',
      workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
      holidays: [],
    }
  return {
    timeZone: row.timeZone,
    workingHours: row.workingHours,
    holidays: row.holidays.map(({ on, from }) => ({ on: Temporal.PlainDate.from(on), ...(from && { from }) })),
  }
}
