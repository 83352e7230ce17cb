/** What a billing period comes to: the one function that previews, usage, forecasts, drafts and invoices share. */
import { inOrder, pieces } from './bands.ts'
import { grantOf, rollOver, take, type RollOver } from './credit.ts'
import { lineOf, totalOf, type Part } from './lines.ts'
import { hoursOf, zero } from './numbers.ts'
import { prorated, within } from './periods.ts'
import {
  Exact,
  type Band,
  type Calendar,
  type Credit,
  type Entry,
  type Line,
  type LineKind,
  type Period,
  type Plan,
  type ResolvedTicket,
} from './plan.ts'
import { splitByWeek, type Stretch } from './weeks.ts'

export interface Work {
  /** Of the contract, for every ISO week that the period touches; others are not looked at. */
  entries: readonly Entry[]
  /** First resolutions of the contract's tickets; those outside of the period are not looked at. */
  tickets: readonly ResolvedTicket[]
}

export interface PricedPeriod extends RollOver {
  lines: Line[]
  total: Exact
  /** Minutes, or tickets: granted by the period, brought from earlier ones, and used. */
  granted: Exact
  brought: Exact
  used: Exact
  /** Billable minutes of the period, and those of them beyond the weekly limit. */
  workedMinutes: Exact
  overtimeMinutes: Exact
}

interface Rules {
  plan: Plan
  calendar: Calendar
  /** The calendar that days are counted in. */
  zone: string
}

/** Price of an hour in a band; nothing when the plan has no cost basis. */
function hourPrice({ costBases, hourlyRate, bandRates }: Plan, band: Band): Exact {
  const fixed = costBases.includes('FIXED') ? (hourlyRate ?? new Exact(0)) : new Exact(0)
  return costBases.includes('DIFFERENTIAL') ? fixed.plus(bandRates[band] ?? 0) : fixed
}

function overtimePrice(plan: Plan, band: Band): Exact {
  if (plan.overtime === 'BILLED_AT_RATE') return hourPrice(plan, band)
  if (plan.overtime === 'BILLED_AT_OVERTIME_RATE') return hourPrice(plan, band).times(plan.overtimeMultiplier ?? 1)
  return new Exact(0)
}

/** The contract's billable work of these entries in order, cut into pieces, normal and overtime. */
function stretchesOf({ plan, calendar, zone }: Rules, entries: readonly Entry[]): Stretch[] {
  const cut = entries.filter(({ billable }) => billable).flatMap((entry) => pieces(entry, calendar, zone))
  // Pieces, not entries: what went on after midnight takes its turn on its own day.
  const work = inOrder(cut, ({ day, at, entry }) => ({ day, at, id: entry.id }))
  return splitByWeek(work, plan)
}

/** Prices a period with the credit that was brought into it. Nothing given is changed. */
export function price(rules: Rules, period: Period, work: Work, brought: readonly Credit[] = []): PricedPeriod {
  const { plan } = rules
  const grant = grantOf(plan, period)
  const credits = [...brought, ...(grant ? [grant] : [])].map((credit) => ({ ...credit }))
  const sumOf = (all: readonly Credit[]) => all.reduce((sum, { amount }) => sum.plus(amount), new Exact(0))
  const before = sumOf(credits)
  const stretches = stretchesOf(rules, work.entries).filter(({ day }) => within(day, period))
  const lines = [
    ...feeLines(plan, period),
    ...(plan.pricingMethod === 'HOURLY' ? hourLines(plan, stretches, credits) : []),
    ...(plan.pricingMethod === 'PER_TICKET' ? ticketLines(plan, period, work.tickets, credits) : []),
    ...extraCostLines(plan, period, work.entries),
  ]
  const minutesOf = (some: readonly Stretch[]) => some.reduce((sum, { minutes }) => sum.plus(minutes), new Exact(0))
  return {
    lines,
    total: totalOf(lines),
    granted: grant?.amount ?? new Exact(0),
    brought: sumOf(brought),
    used: before.minus(sumOf(credits)),
    workedMinutes: minutesOf(stretches),
    overtimeMinutes: minutesOf(stretches.filter(({ overtime }) => overtime)),
    ...rollOver(plan, period, credits),
  }
}

/** The fee of the period, by days when it is cut. */
export function feeLines(plan: Plan, period: Period): Line[] {
  if (!plan.fixedFee || plan.fixedFee.isZero()) return []
  const fee = prorated(plan.fixedFee, period)
  return [
    lineOf('FIXED_FEE', 'PERIOD', fee, [{ quantity: new Exact(1), overtime: false, unitPrice: fee }], plan.currency),
  ]
}

/** Gathers parts into lines of one kind and one price, in the order in which they first appear. */
class Gathering {
  private readonly groups: { kind: LineKind; price: Exact; givenAway: boolean; parts: Part[] }[] = []

  add(kind: LineKind, unitPrice: Exact, givenAway: boolean, part: Omit<Part, 'unitPrice'>) {
    let group = this.groups.find(
      (each) => each.kind === kind && each.givenAway === givenAway && each.price.equals(unitPrice),
    )
    if (!group) this.groups.push((group = { kind, price: unitPrice, givenAway, parts: [] }))
    group.parts.push({ ...part, unitPrice })
  }

  lines(unit: Line['unit'], currency: string): Line[] {
    return this.groups.map(({ kind, price: unitPrice, givenAway, parts }) =>
      lineOf(kind, unit, unitPrice, parts, currency, { givenAway }),
    )
  }
}

/** A function that remembers. */
function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key)!
  }
}

/** Normal hours use credit, what is left is overage; overtime uses none. */
function hourLines(plan: Plan, stretches: readonly Stretch[], credits: Credit[]): Line[] {
  const gathered = new Gathering()
  const priceOf = onceEach((band: Band) => hourPrice(plan, band))
  const overtimePriceOf = onceEach((band: Band) => overtimePrice(plan, band))
  for (const { entry, band, minutes, overtime } of stretches) {
    const part = (of: Exact) => ({ entryId: entry.id, minutes: of, quantity: hoursOf(of), band, overtime })
    if (overtime) {
      const given = plan.overtime === 'NOT_BILLED' || plan.overtime === 'REFUSED'
      gathered.add('OVERTIME', overtimePriceOf(band), given, part(minutes))
      continue
    }
    const coverable = !plan.creditCoversOperationalOnly || band === 'OPERATIONAL'
    const covers = coverable ? take(credits, minutes) : []
    for (const { of, amount } of covers) gathered.add('CREDIT', zero, false, { ...part(amount), creditOf: of })
    const open = covers.reduce((rest, { amount }) => rest.minus(amount), minutes)
    if (open.lessThanOrEqualTo(0)) continue
    const billed = plan.overage === 'BILLED'
    gathered.add('WORK', billed ? priceOf(band) : zero, !billed, part(open))
  }
  return gathered.lines('HOUR', plan.currency)
}

/** Tickets resolved in the period, in order, use credit; the rest are billed, given away, or at 0. */
function ticketLines(plan: Plan, period: Period, tickets: readonly ResolvedTicket[], credits: Credit[]): Line[] {
  const gathered = new Gathering()
  const inTurn = tickets
    .filter(({ resolvedOn }) => within(resolvedOn, period))
    .toSorted((a, b) => a.resolvedAt.epochMilliseconds - b.resolvedAt.epochMilliseconds || (a.id < b.id ? -1 : 1))
  for (const { id } of inTurn) {
    const part = (quantity: Exact) => ({ ticketId: id, quantity, overtime: false })
    let open = new Exact(1)
    for (const { of, amount } of take(credits, open)) {
      gathered.add('CREDIT', zero, false, { ...part(amount), creditOf: of })
      open = open.minus(amount)
    }
    if (open.lessThanOrEqualTo(0)) continue
    const billed = plan.overage === 'BILLED'
    gathered.add('TICKETS', billed ? (plan.ticketRate ?? new Exact(0)) : new Exact(0), !billed, part(open))
  }
  return gathered.lines('TICKET', plan.currency)
}

/** Amounts that technicians added, each with its reason. */
function extraCostLines(plan: Plan, period: Period, entries: readonly Entry[]): Line[] {
  return inOrder(entries, ({ workedOn, startedAt, id }) => ({ day: workedOn, at: startedAt?.epochMilliseconds, id }))
    .filter(({ extraCost, workedOn }) => extraCost && !extraCost.isZero() && within(workedOn, period))
    .map(({ id, extraCost, extraCostReason }) =>
      lineOf(
        'EXTRA_COST',
        'PIECE',
        extraCost!,
        [{ entryId: id, quantity: new Exact(1), overtime: false, unitPrice: extraCost! }],
        plan.currency,
        { reason: extraCostReason ?? '' },
      ),
    )
}

/** Prices periods one after the other, each with the credit that the one before left. */
export function priceAll(rules: Rules, periods: readonly Period[], work: Work): PricedPeriod[] {
  const priced: PricedPeriod[] = []
  for (const period of periods) priced.push(price(rules, period, work, priced.at(-1)?.carried ?? []))
  return priced
}

/** Why an entry may not be made as it stands, and how many of its minutes would be accepted. */
export interface Refusal {
  limit: 'WEEK' | 'CREDIT'
  minutesLeft: number
}

/**
 * Judges an entry that is made or changed, with the whole week and period as they would be: a plan that refuses overtime
 * or overage refuses what the entry adds to them. `others` are the contract's entries without this one. Null: accepted.
 */
export function refusalOf(
  rules: Rules,
  period: Period,
  others: Work,
  entry: Entry,
  brought: readonly Credit[] = [],
): Refusal | null {
  const { plan } = rules
  if (!entry.billable || plan.pricingMethod !== 'HOURLY') return null
  const excess = (entries: readonly Entry[]) => {
    const { lines } = price(rules, period, { entries, tickets: [] }, brought)
    const week = stretchesOf(rules, entries).filter(({ overtime }) => overtime)
    return {
      week: week.reduce((sum, { minutes }) => sum.plus(minutes), new Exact(0)),
      credit: lines
        .filter(({ kind }) => kind === 'WORK')
        .reduce((sum, { quantity }) => sum.plus(quantity.times(60)), new Exact(0)),
    }
  }
  const before = excess(others.entries)
  const after = excess([...others.entries, entry])
  const total = entry.minutes + (entry.addedMinutes ?? 0)
  const leftOf = (added: Exact) => Math.max(0, new Exact(total).minus(added).floor().toNumber())
  const overWeek = after.week.minus(before.week)
  if (plan.overtime === 'REFUSED' && overWeek.greaterThan(0)) return { limit: 'WEEK', minutesLeft: leftOf(overWeek) }
  const overCredit = after.credit.minus(before.credit)
  if (plan.overage === 'REFUSED' && overCredit.greaterThan(0))
    return { limit: 'CREDIT', minutesLeft: leftOf(overCredit) }
  return null
}
