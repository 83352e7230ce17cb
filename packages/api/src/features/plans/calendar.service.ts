/** The verbs of working calendars. */
import { found } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { guards, once, StaleVersion, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { generic } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { cleanName } from '../../core/graphql/text.ts'
import { change, created, record, type Change } from '../audit/index.ts'
import { said } from './messages.ts'
import { CalendarEntity, type CalendarRow, type StoredHoliday, type StoredHours } from './plan.entity.ts'
import type {
  CreateWorkingCalendarInput,
  HolidayInput,
  UpdateWorkingCalendarInput,
  WorkingHoursInput,
} from './plan.inputs.ts'

guards({ working_calendar_name_taken: ['name'] }, { working_calendar_name_taken: said['calendar.name.taken'] })

const maxName = 200
const maxHours = 50
const maxHolidays = 1_000

/** Enters a working calendar. Problems: name REQUIRED or TAKEN; INVALID at the hours' or holiday's field. */
export function createWorkingCalendar(context: VerbContext, input: CreateWorkingCalendarInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'createWorkingCalendar', input, async () => {
      const fields = { name: nameOf(input.name), timeZone: timeZoneOf(input.timeZone) }
      const lists = { workingHours: hoursOf(input.workingHours), holidays: holidaysOf(input.holidays) }
      if (input.standard) await noOther(em)
      const row = em.create(CalendarEntity, { ...fields, ...lists, standard: input.standard ?? false })
      await em.flush()
      await record(em, context, {
        action: 'CREATED',
        subjectType: 'WorkingCalendar',
        subjectId: row.id,
        changes: [...created(fields), ...toldLists({ workingHours: [], holidays: [] }, lists)],
      })
      return { workingCalendar: row.id }
    }),
  )
}

/** Changes a working calendar; what is not invoiced yet is cut by it from then on. */
export function updateWorkingCalendar(context: VerbContext, input: UpdateWorkingCalendarInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, CalendarEntity, input.id)
    if (row.version !== input.version) throw new StaleVersion({ workingCalendar: row.id })
    for (const field of ['name', 'timeZone', 'workingHours', 'holidays'] as const)
      if (input[field] === null) throw new Problem('REQUIRED', [field])
    if (input.standard === false && row.standard)
      throw new Problem('NOT_ALLOWED', ['standard'], { key: said['calendar.standard.stays'] })
    if (input.standard && !row.standard) await noOther(em)
    const lists = {
      workingHours: input.workingHours ? hoursOf(input.workingHours) : row.workingHours,
      holidays: input.holidays ? holidaysOf(input.holidays) : row.holidays,
    }
    const changes = [
      ...change<CalendarRow>(row, {
        name: input.name ? nameOf(input.name) : undefined,
        timeZone: input.timeZone ? timeZoneOf(input.timeZone) : undefined,
        standard: input.standard ?? undefined,
      }),
      ...toldLists(row, lists),
    ]
    row.workingHours = lists.workingHours
    row.holidays = lists.holidays
    await em.flush()
    if (changes.length)
      await record(em, context, { action: 'UPDATED', subjectType: 'WorkingCalendar', subjectId: row.id, changes })
    return { workingCalendar: row.id }
  })
}

/** The organization has one calendar. */
const noOther = (em: Em) =>
  em.execute('update working_calendar set standard = false, version = version + 1 where standard')

function nameOf(value: string): string {
  const name = cleanName(value, ['name'])
  if (name.length > maxName)
    throw new Problem('INVALID', ['name'], { key: generic['text.tooLong'], params: { max: maxName } })
  return name
}

function timeZoneOf(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw new Problem('INVALID', ['timeZone'], { key: said['calendar.timeZone'] })
  }
}

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/
function timeOf(value: string, path: readonly string[], last = false): string {
  if (!time.test(value) && !(last && value === '24:00'))
    throw new Problem('INVALID', path, { key: said['calendar.time'] })
  return value
}

function hoursOf(given: readonly WorkingHoursInput[]): StoredHours[] {
  assertFew(given, maxHours, 'workingHours')
  const hours = given.map(({ weekday, from, to }, i) => {
    const at = (field: string) => ['workingHours', String(i), field]
    if (weekday < 1 || weekday > 7) throw new Problem('INVALID', at('weekday'), { key: said['calendar.weekday'] })
    const span = { weekday, from: timeOf(from, at('from')), to: timeOf(to, at('to'), true) }
    if (span.to <= span.from) throw new Problem('INVALID', at('to'), { key: said['calendar.order'] })
    return span
  })
  const inOrder = hours.toSorted((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))
  if (inOrder.some((span, i) => i > 0 && span.weekday === inOrder[i - 1]!.weekday && span.from < inOrder[i - 1]!.to))
    throw new Problem('INVALID', ['workingHours'], { key: said['calendar.overlap'] })
  return inOrder
}

function holidaysOf(given: readonly HolidayInput[]): StoredHoliday[] {
  assertFew(given, maxHolidays, 'holidays')
  const days = given.map(({ on, name, from }, i) => ({
    on,
    name: cleanName(name, ['holidays', String(i), 'name']),
    from: from ? timeOf(from, ['holidays', String(i), 'from']) : null,
  }))
  if (new Set(days.map(({ on }) => on)).size < days.length)
    throw new Problem('INVALID', ['holidays'], { key: said['calendar.holiday.twice'] })
  return days.toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

function assertFew(given: readonly unknown[], max: number, field: string) {
  if (given.length > max)
    throw new Problem('LIMIT_EXCEEDED', [field], { key: said['calendar.tooMany'], params: { max } })
}

interface Lists {
  workingHours: readonly StoredHours[]
  holidays: readonly StoredHoliday[]
}

/** What came and what went, one line each. */
function toldLists(before: Lists, after: Lists): Change[] {
  const hours = ({ weekday, from, to }: StoredHours) => `${weekday} ${from}–${to}`
  const day = ({ on, name, from }: StoredHoliday) => `${on} ${name}${from ? ` ${from}` : ''}`
  const differ = (field: string, was: readonly string[], is: readonly string[]): Change[] => [
    ...was.filter((each) => !is.includes(each)).map((from) => ({ field, from, to: null })),
    ...is.filter((each) => !was.includes(each)).map((to) => ({ field, from: null, to })),
  ]
  return [
    ...differ('workingHours', before.workingHours.map(hours), after.workingHours.map(hours)),
    ...differ('holidays', before.holidays.map(day), after.holidays.map(day)),
  ]
}
