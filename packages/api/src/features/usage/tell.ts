/** A priced period in the words of the schema. */
import { answeredByCode } from '../../core/graphql/executor.ts'
import { message, type Locale } from '../../core/graphql/messages.ts'
import { RowRef } from '../../core/read/plan.ts'
import { Exact, placesOf, rounded, type Line, type LineKind, type PricedPeriod, type Source } from '../pricing/index.ts'
import { said } from './messages.ts'
import type { Billed } from './spans.ts'

const fourPlaces = (number: Exact) => number.toDecimalPlaces(4).toFixed()
const hours = (minutes: Exact) => fourPlaces(minutes.dividedBy(60))
const none = new Exact(0)

/** What `PeriodUsage` is made of. Rows that it names are read by whoever selects them. */
export function tell(period: Billed, priced: PricedPeriod, locale: Locale) {
  const { plan } = period.pricing
  const { currency } = plan
  const byHour = plan.pricingMethod === 'HOURLY'
  const byTicket = plan.pricingMethod === 'PER_TICKET'
  const included = byHour ? Boolean(plan.includedHours) : byTicket && plan.includedTickets !== undefined
  const left = priced.granted.plus(priced.brought).minus(priced.used)
  const credit = (is: boolean, print: (amount: Exact) => string) => ({
    included: is && included ? print(priced.granted) : null,
    rolledOver: is ? print(priced.brought) : '0',
    remaining: is && (included || !priced.brought.isZero()) ? print(left) : null,
  })
  const [inHours, inTickets] = [credit(byHour, hours), credit(byTicket, fourPlaces)]
  const whole = wholeMinutes()
  return answeredByCode({
    startsOn: period.startsOn.toString(),
    endsOn: period.endsOn.toString(),
    includedHours: inHours.included,
    rolledOverHours: inHours.rolledOver,
    usedHours: hours(priced.workedMinutes),
    coveredHours: byHour ? hours(priced.used) : '0',
    remainingHours: inHours.remaining,
    overtimeHours: hours(priced.overtimeMinutes),
    includedTickets: inTickets.included,
    rolledOverTickets: inTickets.rolledOver,
    resolvedTickets: new Set(priced.lines.flatMap(({ sources }) => sources.flatMap(({ ticketId }) => ticketId ?? [])))
      .size,
    remainingTickets: inTickets.remaining,
    expected: money(priced.total, currency),
    lines: priced.lines.map((line) => tellLine(line, period, byHour, locale, whole)),
  })
}

/** An amount as its currency is written. */
const money = (amount: Exact, currency: string) =>
  answeredByCode({ amount: rounded(amount, currency).toFixed(placesOf(currency)), currency })

/** A price may have more decimals than its currency: a rate times a multiplier. */
function unitPrice(price: Exact, currency: string) {
  const exact = price.toDecimalPlaces(4)
  return answeredByCode({ amount: exact.toFixed(Math.max(placesOf(currency), exact.decimalPlaces())), currency })
}

function tellLine(line: Line, period: Billed, byHour: boolean, locale: Locale, whole: WholeMinutes) {
  const { currency } = period.pricing.plan
  return answeredByCode({
    kind: line.kind,
    description: describe(line, period, byHour, locale),
    quantity: fourPlaces(line.quantity),
    unit: line.unit,
    unitPrice: unitPrice(line.unitPrice, currency),
    amount: money(line.amount, currency),
    givenAway: line.givenAway,
    sources: line.sources.map((source) => tellSource(source, currency, whole)),
  })
}

const tellSource = (source: Source, currency: string, whole: WholeMinutes) =>
  answeredByCode({
    timeEntry: source.entryId ? new RowRef('TimeEntry', source.entryId) : null,
    ticket: source.ticketId ? new RowRef('Ticket', source.ticketId) : null,
    creditOf: source.creditOf?.toString() ?? null,
    minutes: source.minutes && source.entryId ? whole(source.entryId, source.minutes) : null,
    band: source.band ?? null,
    overtime: source.overtime,
    unitPrice: unitPrice(source.unitPrice, currency),
    amount: money(source.amount, currency),
  })

/** Credit of a cut period ends within a minute: what is told of an entry's parts still adds up to the entry. */
type WholeMinutes = (entryId: string, minutes: Exact) => number
function wholeMinutes(): WholeMinutes {
  const told = new Map<string, Exact>()
  return (entryId, minutes) => {
    const before = told.get(entryId) ?? none
    const after = before.plus(minutes)
    told.set(entryId, after)
    return after.round().minus(before.round()).toNumber()
  }
}

const words: Record<Exclude<LineKind, 'CREDIT'>, readonly [keyof typeof said, (keyof typeof said)?]> = {
  FIXED_FEE: ['line.fee'],
  WORK: ['line.work', 'line.work.given'],
  OVERTIME: ['line.overtime', 'line.overtime.given'],
  TICKETS: ['line.tickets', 'line.tickets.given'],
  EXTRA_COST: ['line.cost'],
  REFUND: ['line.refund'],
}

function describe(line: Line, { startsOn, endsOn }: Billed, byHour: boolean, locale: Locale): string {
  if (line.kind === 'CREDIT') return message(locale, said[byHour ? 'line.credit.hours' : 'line.credit.tickets'])
  const [usual, given] = words[line.kind]
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const print = (day: Billed['startsOn']) => date.format(Date.UTC(day.year, day.month - 1, day.day))
  return message(locale, said[line.givenAway && given ? given : usual], {
    from: print(startsOn),
    to: print(endsOn),
    reason: line.reason ?? '',
  })
}
