import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { duesOf } from './due.ts'
import { totalOf } from './lines.ts'
import { naiveTotals } from './naive.ts'
import { periodsOf } from './periods.ts'
import { priceAll } from './price.ts'
import { Exact, type Calendar, type Entry, type Plan } from './plan.ts'

const zone = 'Europe/Istanbul'
const start = Temporal.PlainDate.from('2026-01-15')
const calendar: Calendar = {
  timeZone: zone,
  workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  holidays: [
    { on: Temporal.PlainDate.from('2026-02-03') },
    { on: Temporal.PlainDate.from('2026-02-18'), from: '13:00' },
  ],
}

const money = fc.integer({ min: 0, max: 500_000 }).map((kurus) => new Exact(kurus).dividedBy(100))
const hours = fc.integer({ min: 1, max: 160 }).map((quarters) => new Exact(quarters).dividedBy(4))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })

const plans: fc.Arbitrary<Plan> = fc.record({
  currency: fc.constant('TRY'),
  pricingMethod: fc.constant('HOURLY' as const),
  billingMethod: fc.constantFrom('IN_ADVANCE' as const, 'IN_ARREARS' as const),
  billingPeriod: fc.constantFrom('WEEKLY' as const, 'MONTHLY' as const, 'QUARTERLY' as const),
  fixedFee: maybe(money),
  includedHours: maybe(hours),
  weeklyHourLimit: maybe(hours),
  hourlyRate: money,
  overtime: fc.constantFrom('NOT_BILLED' as const, 'BILLED_AT_RATE' as const, 'BILLED_AT_OVERTIME_RATE' as const),
  overtimeMultiplier: fc.constantFrom(new Exact('1.5'), new Exact(2)),
  overage: fc.constantFrom('BILLED' as const, 'NOT_BILLED' as const),
  creditCoversOperationalOnly: fc.boolean(),
  rollOverUnused: fc.boolean(),
  rollOverCap: maybe(hours),
  rollOverPeriods: maybe(fc.integer({ min: 0, max: 3 })),
  costBases: fc.subarray(['FIXED' as const, 'DIFFERENTIAL' as const]),
  bandRates: fc.record({ OPERATIONAL: money, NON_OPERATIONAL: money, WEEKEND: money, HOLIDAY: money }),
})

const work: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      dayAfter: fc.integer({ min: 0, max: 75 }),
      startMinute: maybe(fc.integer({ min: 0, max: 1439 })),
      minutes: fc.integer({ min: 1, max: 420 }),
      billable: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ dayAfter, startMinute, minutes, billable }, i) => {
      const workedOn = start.add({ days: dayAfter })
      const startedAt =
        startMinute === undefined ? undefined : workedOn.toZonedDateTime(zone).add({ minutes: startMinute }).toInstant()
      return { id: `e${String(i).padStart(3, '0')}`, workedOn, startedAt, minutes, billable: billable || i % 3 > 0 }
    }),
  )

const term = (days: number) => ({ startsOn: start, endsOn: start.add({ days: days - 1 }) })
const lengths = fc.integer({ min: 1, max: 76 })
const rules = (plan: Plan) => ({ plan, calendar, zone })
const priced = (plan: Plan, entries: Entry[], days: number) =>
  priceAll(rules(plan), periodsOf(start, [term(days)], plan.billingPeriod), { entries, tickets: [] })
const shown = (all: ReturnType<typeof priced>) =>
  all.map(({ lines, carried }) => ({
    lines: lines.map(({ kind, quantity, amount, unitPrice }) => [
      kind,
      quantity.toDecimalPlaces(20).toString(),
      unitPrice.toString(),
      amount.toString(),
    ]),
    carried: carried.map(({ of, amount }) => [of.toString(), amount.toDecimalPlaces(20).toString()]),
  }))

describe('whatever the plan and the work', () => {
  test('a deliberately simple second implementation, minute by minute, comes to the same', () => {
    fc.assert(
      fc.property(plans, work, lengths, (plan, entries, days) => {
        const periods = periodsOf(start, [term(days)], plan.billingPeriod)
        const [ours, naive] = [priced(plan, entries, days), naiveTotals(rules(plan), periods, entries)]
        expect(ours.map(({ total }) => total.toString())).toEqual(naive.map(({ total }) => total.toString()))
        expect(ours.map(({ used }) => used.toDecimalPlaces(20).toString())).toEqual(
          naive.map(({ used }) => used.toDecimalPlaces(20).toString()),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('lines add up to the total, and sources to their line', () => {
    fc.assert(
      fc.property(plans, work, lengths, (plan, entries, days) => {
        for (const { lines, total } of priced(plan, entries, days)) {
          expect(totalOf(lines).equals(total)).toBe(true)
          for (const line of lines) {
            const sum = line.sources.reduce((all, { amount }) => all.plus(amount), new Exact(0))
            expect(sum.toString()).toBe(line.amount.toString())
          }
        }
      }),
    )
  })

  test('the order in which entries are given does not matter', () => {
    fc.assert(
      fc.property(plans, work, lengths, fc.integer(), (plan, entries, days, seed) => {
        const shuffled = entries.toSorted((a, b) => (a.id + seed < b.id + seed ? 1 : -1))
        expect(shown(priced(plan, shuffled, days))).toEqual(shown(priced(plan, entries, days)))
      }),
    )
  })

  test('an entry split in two is the same work', () => {
    fc.assert(
      fc.property(plans, work, lengths, fc.nat(), (plan, entries, days, where) => {
        const halves = entries.flatMap((entry) => {
          const first = 1 + (where % entry.minutes)
          if (first >= entry.minutes) return [entry]
          const at = entry.startedAt?.add({ minutes: first })
          return [
            { ...entry, minutes: first },
            {
              ...entry,
              id: `${entry.id}b`,
              minutes: entry.minutes - first,
              startedAt: at,
              workedOn: at ? at.toZonedDateTimeISO(zone).toPlainDate() : entry.workedOn,
            },
          ]
        })
        // Overlapping work would be interleaved by the split: nobody may enter it.
        fc.pre(!overlaps(entries))
        expect(priced(plan, halves, days).map(({ total }) => total.toString())).toEqual(
          priced(plan, entries, days).map(({ total }) => total.toString()),
        )
      }),
    )
  })

  test('credit is used once and comes from nowhere', () => {
    fc.assert(
      fc.property(plans, work, lengths, (plan, entries, days) => {
        let before = new Exact(0)
        for (const { granted, brought, used, carried, lapsed } of priced(plan, entries, days)) {
          expect(brought.toString()).toBe(before.toString())
          const sum = (all: typeof carried) => all.reduce((total, { amount }) => total.plus(amount), new Exact(0))
          before = sum(carried)
          const out = used.plus(before).plus(sum(lapsed))
          expect(granted.plus(brought).minus(out).abs().lessThan('1e-40')).toBe(true)
        }
      }),
    )
  })

  test('what comes later changes no earlier period', () => {
    fc.assert(
      fc.property(plans, work, (plan, entries) => {
        const whole = shown(priced(plan, entries, 76))
        const [first] = periodsOf(start, [term(76)], plan.billingPeriod)
        const early = entries.filter(({ workedOn }) => Temporal.PlainDate.compare(workedOn, first!.endsOn) <= 0)
        expect(shown(priced(plan, early, 76))[0]).toEqual(whole[0])
      }),
    )
  })

  test('in advance and in arrears come to the same over a whole term', () => {
    fc.assert(
      fc.property(plans, work, lengths, (plan, entries, days) => {
        const sum = (billingMethod: Plan['billingMethod']) => {
          const as = { ...plan, billingMethod }
          const periods = periodsOf(start, [term(days)], plan.billingPeriod)
          const dues = duesOf(as, periods, priced(as, entries, days))
          return dues.reduce((total, { lines }) => total.plus(totalOf(lines)), new Exact(0)).toString()
        }
        expect(sum('IN_ADVANCE')).toBe(sum('IN_ARREARS'))
      }),
    )
  })

  test('a period cut in two costs, but for one rounding, what it costs whole', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 1, max: 27 }), (fixedFee, cut) => {
        const plan = { billingPeriod: 'MONTHLY', fixedFee, currency: 'TRY', costBases: [] } as unknown as Plan
        const whole = { startsOn: start, endsOn: start.add({ months: 1 }).subtract({ days: 1 }) }
        const middle = start.add({ days: cut })
        const halves = [
          { startsOn: start, endsOn: middle.subtract({ days: 1 }) },
          { startsOn: middle, endsOn: whole.endsOn },
        ]
        const sum = (terms: (typeof whole)[]) =>
          priceAll(rules(plan), periodsOf(start, terms, 'MONTHLY'), { entries: [], tickets: [] }).reduce(
            (total, period) => total.plus(period.total),
            new Exact(0),
          )
        expect(
          sum(halves)
            .minus(sum([whole]))
            .abs()
            .lessThanOrEqualTo('0.01'),
        ).toBe(true)
      }),
    )
  })
})

function overlaps(entries: readonly Entry[]): boolean {
  const spans = entries
    .filter(({ startedAt }) => startedAt)
    .map(
      ({ startedAt, minutes }) =>
        [startedAt!.epochMilliseconds, startedAt!.epochMilliseconds + minutes * 60_000] as const,
    )
    .toSorted(([a], [b]) => a - b)
  return spans.some(([from], i) => i > 0 && from < spans[i - 1]![1])
}
