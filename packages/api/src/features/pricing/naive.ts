/**
 * A second implementation for the tests: slow, minute by minute, written to be obviously right and to share nothing with
 * the first but the words.
 */
import type { Temporal } from 'temporal-polyfill'
import { Exact, type Band, type Calendar, type Entry, type Period, type Plan } from './plan.ts'

interface Minute {
  date: string
  week: string
  at: number
  id: string
  band: Band
}

function bandOf(date: Temporal.PlainDate, clock: string | null, calendar: Calendar): Band {
  const holiday = calendar.holidays.find(({ on }) => on.toString() === date.toString())
  if (holiday && (!holiday.from || (clock !== null && clock >= holiday.from))) return 'HOLIDAY'
  const shifts = calendar.workingHours.filter(({ weekday }) => weekday === date.dayOfWeek)
  if (clock === null ? shifts.length > 0 : shifts.some(({ from, to }) => clock >= from && clock < to))
    return 'OPERATIONAL'
  return date.dayOfWeek > 5 ? 'WEEKEND' : 'NON_OPERATIONAL'
}

/** Totals and used credit minutes of hourly plans, period by period. */
export function naiveTotals(
  { plan, calendar, zone }: { plan: Plan; calendar: Calendar; zone: string },
  periods: readonly Period[],
  entries: readonly Entry[],
): { total: Exact; used: Exact }[] {
  const minutes: Minute[] = []
  for (const entry of entries) {
    if (!entry.billable) continue
    for (let i = 0; i < entry.minutes + (entry.addedMinutes ?? 0); i += 1) {
      const instant = entry.startedAt?.add({ minutes: i })
      const local = instant?.toZonedDateTimeISO(zone)
      const date = local ? local.toPlainDate() : entry.workedOn
      const inCalendar = instant?.toZonedDateTimeISO(calendar.timeZone)
      const clock = inCalendar ? inCalendar.toPlainTime().toString({ smallestUnit: 'minute' }) : null
      minutes.push({
        date: date.toString(),
        week: `${date.yearOfWeek} ${date.weekOfYear}`,
        at: instant ? instant.epochMilliseconds : -1,
        id: entry.id,
        band: bandOf(inCalendar ? inCalendar.toPlainDate() : date, clock, calendar),
      })
    }
  }
  // Work that overlaps goes piece by piece, as it would be entered: a stretch is not interleaved with another.
  const stretchStart = new Map<string, number>()
  for (const { id, date, band, at } of minutes) {
    const key = `${id} ${date} ${band}`
    stretchStart.set(key, Math.min(stretchStart.get(key) ?? at, at))
  }
  const startOf = ({ id, date, band }: Minute) => stretchStart.get(`${id} ${date} ${band}`)!
  minutes.sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      startOf(a) - startOf(b) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
      a.at - b.at,
  )
  const priceOf = (band: Band) =>
    (plan.costBases.includes('FIXED') ? plan.hourlyRate! : new Exact(0)).plus(
      plan.costBases.includes('DIFFERENTIAL') ? plan.bandRates[band]! : 0,
    )
  const weeks = new Map<string, number>()
  const limit = plan.weeklyHourLimit?.times(60).toNumber() ?? Number.POSITIVE_INFINITY
  let purses: { period: number; left: Exact }[] = []
  const answer: { total: Exact; used: Exact }[] = []
  const isOver = minutes.map(({ week }) => {
    const worked = weeks.get(week) ?? 0
    weeks.set(week, worked + 1)
    return worked >= limit
  })
  for (const period of periods) {
    const part = (full: Exact) => full.times(period.days).dividedBy(period.fullDays)
    if (plan.includedHours) purses.push({ period: period.number, left: part(plan.includedHours.times(60)) })
    const minutesAt = new Map<string, { price: Exact; minutes: Exact }>()
    let used = new Exact(0)
    minutes.forEach(({ date, band }, i) => {
      if (date < period.startsOn.toString() || date > period.endsOn.toString()) return
      const charge = (kind: string, price: Exact, amount: Exact) => {
        const key = `${kind} ${price.toString()}`
        minutesAt.set(key, { price, minutes: (minutesAt.get(key)?.minutes ?? new Exact(0)).plus(amount) })
      }
      if (isOver[i]) {
        if (plan.overtime === 'BILLED_AT_RATE') charge('over', priceOf(band), new Exact(1))
        if (plan.overtime === 'BILLED_AT_OVERTIME_RATE')
          charge('over', priceOf(band).times(plan.overtimeMultiplier!), new Exact(1))
        return
      }
      let open = new Exact(1)
      if (band === 'OPERATIONAL' || !plan.creditCoversOperationalOnly)
        for (const purse of purses) {
          const covered = Exact.min(open, purse.left)
          purse.left = purse.left.minus(covered)
          open = open.minus(covered)
          used = used.plus(covered)
        }
      if (open.greaterThan(0) && plan.overage === 'BILLED') charge('work', priceOf(band), open)
    })
    const round = (amount: Exact) => amount.toDecimalPlaces(40).toDecimalPlaces(2, Exact.ROUND_HALF_UP)
    let total = round(part(plan.fixedFee ?? new Exact(0)))
    for (const { price, minutes: sum } of minutesAt.values()) total = total.plus(round(sum.dividedBy(60).times(price)))
    answer.push({ total, used })
    const lives = plan.rollOverPeriods ?? Number.POSITIVE_INFINITY
    purses = plan.rollOverUnused ? purses.filter((purse) => period.number + 1 - purse.period <= lives) : []
    let over = purses
      .reduce((sum, { left }) => sum.plus(left), new Exact(0))
      .minus(plan.rollOverCap?.times(60) ?? Number.POSITIVE_INFINITY)
    for (const purse of purses) {
      const lost = Exact.max(0, Exact.min(over, purse.left))
      purse.left = purse.left.minus(lost)
      over = over.minus(lost)
    }
  }
  return answer
}
