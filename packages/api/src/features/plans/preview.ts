/** What an example month would cost: the engine that invoices, over work that is spread over a month. */
import { Temporal } from 'temporal-polyfill'
import { verb, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import {
  Exact,
  periodsOf,
  placesOf,
  price,
  rounded,
  type Band,
  type Calendar,
  type Day,
  type Entry,
  type ResolvedTicket,
} from '../pricing/index.ts'
import { said } from './messages.ts'
import { calendarOf } from './calendar.terms.ts'
import { CalendarEntity } from './plan.entity.ts'
import type { CreateServicePlanInput, PlanUsageInput } from './plan.inputs.ts'
import { planOf, termsOf } from './plan.terms.ts'
import { found } from '../../core/db/find.ts'

/** A year without a surprise: it begins on a Monday month and is no leap year. */
const start = Temporal.PlainDate.from('2026-06-01')
const fieldOf: Record<Band, keyof PlanUsageInput> = {
  OPERATIONAL: 'hours',
  NON_OPERATIONAL: 'nonOperationalHours',
  WEEKEND: 'weekendHours',
  HOLIDAY: 'holidayHours',
}
const mostHours = 744
const mostTickets = 10_000

/** Prices the first period of a contract under the plan of `input`. Problems: as of createServicePlan; `usage` INVALID. */
export async function previewOf(context: VerbContext, input: CreateServicePlanInput, usage: PlanUsageInput) {
  const terms = termsOf(input, null)
  const calendar = await verb(context, async (em) => {
    const named = terms.calendarId
      ? await found(em, CalendarEntity, terms.calendarId, ['calendarId'])
      : await em.findOne(CalendarEntity, { standard: true })
    return calendarOf(named)
  })
  const plan = planOf(terms)
  const year = { startsOn: start, endsOn: start.add({ years: 1 }).subtract({ days: 1 }) }
  const [period] = periodsOf(start, [year], plan.billingPeriod)
  // The example's own holiday, so that its hours have a day to stand on.
  const holiday = start.add({ days: 2 })
  const exampled: Calendar = { ...calendar, holidays: [...calendar.holidays, { on: holiday }] }
  const work = { entries: entriesOf(usage, exampled, holiday), tickets: ticketsOf(usage) }
  const priced = price({ plan, calendar: exampled, zone: calendar.timeZone }, period!, work)
  const money = (amount: Exact) => ({
    amount: rounded(amount, plan.currency).toFixed(placesOf(plan.currency)),
    currency: plan.currency,
  })
  const unit = plan.pricingMethod === 'HOURLY' ? 60 : 1
  const carried = priced.carried.reduce((sum, { amount }) => sum.plus(amount), new Exact(0))
  return {
    startsOn: period!.startsOn.toString(),
    endsOn: period!.endsOn.toString(),
    lines: priced.lines.map(({ kind, quantity, unit: of, unitPrice, amount, givenAway }) => ({
      kind,
      quantity: quantity.toDecimalPlaces(4).toFixed(),
      unit: of,
      unitPrice: money(unitPrice),
      amount: money(amount),
      givenAway,
    })),
    total: money(priced.total),
    carriedOver: carried.dividedBy(unit).toDecimalPlaces(4).toFixed(),
  }
}

/** Spreads the hours of each band evenly over the days of the month that have it, as work usually comes. */
function entriesOf(usage: PlanUsageInput, calendar: Calendar, holiday: Day): Entry[] {
  return (Object.keys(fieldOf) as Band[]).flatMap((band) => {
    const field = fieldOf[band]
    const hours = new Exact((usage[field] as string | null | undefined) ?? 0)
    if (hours.isNegative() || hours.greaterThan(mostHours))
      throw new Problem('INVALID', ['usage', field], { key: said['plan.number'], params: { max: mostHours } })
    const minutes = hours.times(60).round().toNumber()
    const days = daysWith(band, calendar, holiday)
    return days.flatMap((day, i) => {
      const share = Math.floor((minutes * (i + 1)) / days.length) - Math.floor((minutes * i) / days.length)
      const at = band === 'NON_OPERATIONAL' ? startAfterHours(day, calendar) : undefined
      return share ? [{ id: `${band} ${i}`, workedOn: day, startedAt: at, minutes: share, billable: true }] : []
    })
  })
}

function daysWith(band: Band, calendar: Calendar, holiday: Day): Day[] {
  if (band === 'HOLIDAY') return [holiday]
  const isOff = (day: Day) => calendar.holidays.some(({ on, from }) => !from && on.equals(day))
  const works = (day: Day) => calendar.workingHours.some(({ weekday }) => weekday === day.dayOfWeek)
  return Array.from({ length: start.daysInMonth }, (_, i) => start.add({ days: i })).filter(
    (day) => !isOff(day) && (band === 'WEEKEND' ? day.dayOfWeek > 5 && !works(day) : works(day)),
  )
}

/** The evening of a working day, when its last hours are over. */
function startAfterHours(day: Day, calendar: Calendar): Temporal.Instant {
  const ends = calendar.workingHours.filter(({ weekday }) => weekday === day.dayOfWeek).map(({ to }) => to)
  const last = ends.toSorted().at(-1)!
  // Midnight is the next day's first minute.
  const [on, plainTime] = last === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, last]
  return on.toZonedDateTime({ timeZone: calendar.timeZone, plainTime }).toInstant()
}

function ticketsOf({ tickets }: PlanUsageInput): ResolvedTicket[] {
  const count = tickets ?? 0
  if (count < 0 || count > mostTickets)
    throw new Problem('INVALID', ['usage', 'tickets'], { key: said['plan.number'], params: { max: mostTickets } })
  const at = start.toZonedDateTime('UTC').toInstant()
  return Array.from({ length: count }, (_, i) => ({
    id: String(i).padStart(5, '0'),
    resolvedAt: at.add({ seconds: i }),
    resolvedOn: start,
  }))
}
