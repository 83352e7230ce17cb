import type { CreateWorkingCalendarInput } from '~/lib/__generated__/schema'
import type { CalendarFieldsFragment } from './__generated__/CalendarFields'

export interface HolidayValue {
  on: string
  name: string
  /** A half day begins at this time; empty for the whole day. */
  from: string
}

/** Keys are those of the API's inputs, so that its errors find their fields. */
export interface CalendarValues {
  name: string
  timeZone: string
  standard: boolean
  workingHours: { weekday: number; from: string; to: string }[]
  holidays: HolidayValue[]
}

export const NEW_CALENDAR: CalendarValues = {
  name: '',
  timeZone: 'Europe/Istanbul',
  standard: false,
  workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  holidays: [],
}

export const valuesOf = ({ name, timeZone, standard, ...lists }: CalendarFieldsFragment): CalendarValues => ({
  name,
  timeZone,
  standard,
  workingHours: lists.workingHours.map(({ weekday, from, to }) => ({ weekday, from, to })),
  holidays: lists.holidays.map((day) => ({ on: day.on, name: day.name, from: day.from ?? '' })),
})

export const inputOf = (values: CalendarValues): CreateWorkingCalendarInput => ({
  ...values,
  name: values.name.trim(),
  timeZone: values.timeZone.trim(),
  holidays: values.holidays.map(({ on, name, from }) => ({ on, name: name.trim(), from: from.trim() || null })),
})

/** Only what differs: what somebody else has changed meanwhile stays. */
export function changesOf(values: CalendarValues, before: CalendarValues): Partial<CreateWorkingCalendarInput> {
  const [is, was] = [inputOf(values), inputOf(before)]
  const keys = (Object.keys(is) as (keyof CalendarValues)[]).filter(
    (key) => JSON.stringify(is[key]) !== JSON.stringify(was[key]),
  )
  return Object.fromEntries(keys.map((key) => [key, is[key]]))
}

/** Days that are not in the list yet, put in order; the others stay as they are. */
export function withHolidays(known: HolidayValue[], more: HolidayValue[]): HolidayValue[] {
  const days = new Set(known.map(({ on }) => on))
  const all = [...known, ...more.filter(({ on }) => !days.has(on))]
  return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
/** A time of the day as it is written; `24:00` ends a day. */
export const isTime = (written: string, end = false): boolean => TIME.test(written) || (end && written === '24:00')
