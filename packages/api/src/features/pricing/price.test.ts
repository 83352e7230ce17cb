import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { duesOf, refundOf } from './due.ts'
import { totalOf } from './lines.ts'
import { periodsOf } from './periods.ts'
import { priceAll, refusalOf } from './price.ts'
import { Exact, type Calendar, type Day, type Entry, type Plan } from './plan.ts'

const zone = 'Europe/Istanbul'
const day = (text: string): Day => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).toInstant()
const amount = (text: string | number) => new Exact(text)

const office: Calendar = {
  timeZone: zone,
  workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  holidays: [{ on: day('2026-01-01') }, { on: day('2026-10-28'), from: '13:00' }, { on: day('2026-10-29') }],
}

/** Plan A of the specification: a monthly fee with hours included, in arrears. */
const planA: Plan = {
  currency: 'TRY',
  pricingMethod: 'HOURLY',
  billingMethod: 'IN_ARREARS',
  billingPeriod: 'MONTHLY',
  fixedFee: amount(20_000),
  includedHours: amount(20),
  hourlyRate: amount(1_200),
  overtime: 'BILLED_AT_RATE',
  overage: 'BILLED',
  creditCoversOperationalOnly: false,
  rollOverUnused: false,
  costBases: ['FIXED'],
  bandRates: {},
}
const bandRates = {
  OPERATIONAL: amount(1_000),
  NON_OPERATIONAL: amount(1_500),
  WEEKEND: amount(2_000),
  HOLIDAY: amount(2_500),
}
/** Plan B: no fee, nothing included, an hour's price by its band. */
const planB: Plan = {
  ...planA,
  fixedFee: undefined,
  includedHours: undefined,
  hourlyRate: undefined,
  costBases: ['DIFFERENTIAL'],
  bandRates,
}

let number = 0
const entry = (more: Partial<Entry> & { workedOn: Day; minutes: number }): Entry => {
  number += 1
  return { id: `e${String(number).padStart(4, '0')}`, billable: true, ...more }
}
/** So many hours somewhere in a month, on different days and weeks. */
const hoursIn = (month: string, hours: number): Entry[] =>
  Array.from({ length: Math.ceil(hours / 2) }, (_, i) =>
    entry({
      workedOn: day(`${month}-${String(2 + 2 * (i % 13)).padStart(2, '0')}`),
      minutes: Math.min(120, (hours - 2 * i) * 60),
    }),
  )

function bills(plan: Plan, start: string, end: string, entries: Entry[]) {
  const periods = periodsOf(day(start), [{ startsOn: day(start), endsOn: day(end) }], plan.billingPeriod)
  return priceAll({ plan, calendar: office, zone }, periods, { entries, tickets: [] }).map((priced) => ({
    total: priced.total.toFixed(2),
    lines: priced.lines.map(({ kind, quantity, unitPrice, amount: sum }) => [
      kind,
      quantity.toDecimalPlaces(4).toNumber(),
      unitPrice.toDecimalPlaces(2).toNumber(),
      sum.toFixed(2),
    ]),
  }))
}
const fee = ['FIXED_FEE', 1, 20_000, '20000.00']
const rolling: Plan = { ...planA, rollOverUnused: true }

describe('the worked examples', () => {
  test('1: 26 hours in January', () => {
    const [january] = bills(planA, '2026-01-01', '2026-12-31', hoursIn('2026-01', 26))
    expect(january).toEqual({
      total: '27200.00',
      lines: [fee, ['CREDIT', 20, 0, '0.00'], ['WORK', 6, 1_200, '7200.00']],
    })
  })

  test('2: unused hours roll over', () => {
    const work = [...hoursIn('2026-01', 14), ...hoursIn('2026-02', 26)]
    expect(bills(rolling, '2026-01-01', '2026-12-31', work).slice(0, 2)).toEqual([
      { total: '20000.00', lines: [fee, ['CREDIT', 14, 0, '0.00']] },
      { total: '20000.00', lines: [fee, ['CREDIT', 26, 0, '0.00']] },
    ])
  })

  test('3: up to a cap', () => {
    const work = [...hoursIn('2026-01', 14), ...hoursIn('2026-02', 26)]
    const [, february] = bills({ ...rolling, rollOverCap: amount(4) }, '2026-01-01', '2026-12-31', work)
    expect(february).toEqual({
      total: '22400.00',
      lines: [fee, ['CREDIT', 24, 0, '0.00'], ['WORK', 2, 1_200, '2400.00']],
    })
  })

  test('4: for so many further periods, what lapses first is used first', () => {
    const work = [...hoursIn('2026-01', 14), ...hoursIn('2026-02', 20), ...hoursIn('2026-03', 26)]
    const [, , march] = bills({ ...rolling, rollOverPeriods: 1 }, '2026-01-01', '2026-12-31', work)
    expect(march).toEqual({ total: '20000.00', lines: [fee, ['CREDIT', 26, 0, '0.00']] })
  })

  const overtime: Plan = {
    ...planA,
    weeklyHourLimit: amount(10),
    overtime: 'BILLED_AT_OVERTIME_RATE',
    overtimeMultiplier: amount('1.5'),
  }
  test('5: hours over the weekly limit are overtime', () => {
    const week = ['05', '06', '07', '08', '09'].map((d, i) =>
      entry({ workedOn: day(`2026-01-${d}`), minutes: i < 4 ? 180 : 60 }),
    )
    const [january] = bills(overtime, '2026-01-01', '2026-12-31', week)
    expect(january).toEqual({
      total: '25400.00',
      lines: [fee, ['CREDIT', 10, 0, '0.00'], ['OVERTIME', 3, 1_800, '5400.00']],
    })
  })

  test('6: or refused, with the minutes that are left', () => {
    const plan: Plan = { ...overtime, overtime: 'REFUSED' }
    const [period] = periodsOf(
      day('2026-01-01'),
      [{ startsOn: day('2026-01-01'), endsOn: day('2026-12-31') }],
      'MONTHLY',
    )
    const others = { entries: [entry({ workedOn: day('2026-01-05'), minutes: 585 })], tickets: [] }
    const judge = (minutes: number) =>
      refusalOf({ plan, calendar: office, zone }, period!, others, entry({ workedOn: day('2026-01-09'), minutes }))
    expect(judge(30)).toEqual({ limit: 'WEEK', minutesLeft: 15 })
    expect(judge(15)).toBeNull()
  })

  test('7: what no credit covers is given away', () => {
    const [january] = bills({ ...planA, overage: 'NOT_BILLED' }, '2026-01-01', '2026-12-31', hoursIn('2026-01', 26))
    expect(january).toEqual({
      total: '20000.00',
      lines: [fee, ['CREDIT', 20, 0, '0.00'], ['WORK', 6, 0, '0.00']],
    })
  })

  test('8: a third of an hour costs a third of its price', () => {
    const plan: Plan = { ...planA, fixedFee: undefined, includedHours: undefined }
    const [january] = bills(plan, '2026-01-01', '2026-12-31', [entry({ workedOn: day('2026-01-05'), minutes: 440 })])
    expect(january).toEqual({ total: '8800.00', lines: [['WORK', 7.3333, 1_200, '8800.00']] })
  })

  test('9: a period that the end cuts short is prorated by days', () => {
    const work = [...hoursIn('2026-01', 22), ...hoursIn('2026-02', 12)]
    expect(bills(planA, '2026-01-01', '2026-02-15', work)).toEqual([
      { total: '22400.00', lines: [fee, ['CREDIT', 20, 0, '0.00'], ['WORK', 2, 1_200, '2400.00']] },
      {
        total: '12257.15',
        lines: [
          ['FIXED_FEE', 1, 10_714.29, '10714.29'],
          ['CREDIT', 10.7143, 0, '0.00'],
          ['WORK', 1.2857, 1_200, '1542.86'],
        ],
      },
    ])
  })

  test('10: extra costs are lines of their own', () => {
    const [january] = bills(planA, '2026-01-01', '2026-12-31', [
      entry({ workedOn: day('2026-01-05'), minutes: 60, extraCost: amount('850.50'), extraCostReason: 'Yedek parça' }),
    ])
    expect(january).toEqual({
      total: '20850.50',
      lines: [fee, ['CREDIT', 1, 0, '0.00'], ['EXTRA_COST', 1, 850.5, '850.50']],
    })
  })

  test('11: in advance, the fee comes on the first day and the differences with the next', () => {
    const plan: Plan = { ...planA, billingMethod: 'IN_ADVANCE' }
    const periods = periodsOf(
      day('2026-01-01'),
      [{ startsOn: day('2026-01-01'), endsOn: day('2026-12-31') }],
      'MONTHLY',
    )
    const priced = priceAll({ plan, calendar: office, zone }, periods, { entries: hoursIn('2026-01', 26), tickets: [] })
    const dues = duesOf(plan, periods, priced).map(({ on, lines }) => [on.toString(), totalOf(lines).toFixed(2)])
    expect(dues.slice(0, 3)).toEqual([
      ['2026-01-01', '20000.00'],
      ['2026-02-01', '27200.00'],
      ['2026-03-01', '20000.00'],
    ])
  })

  test('13: plan B on a Friday evening', () => {
    const friday = [entry({ workedOn: day('2026-01-09'), startedAt: at('2026-01-09T17:00'), minutes: 210 })]
    expect(bills(planB, '2026-01-01', '2026-12-31', friday)[0]).toEqual({
      total: '4750.00',
      lines: [
        ['WORK', 1, 1_000, '1000.00'],
        ['WORK', 2.5, 1_500, '3750.00'],
      ],
    })
  })

  test('14: with both bases the band is a surcharge', () => {
    const plan: Plan = {
      ...planB,
      costBases: ['FIXED', 'DIFFERENTIAL'],
      hourlyRate: amount(1_000),
      bandRates: {
        OPERATIONAL: amount(0),
        NON_OPERATIONAL: amount(500),
        WEEKEND: amount(1_000),
        HOLIDAY: amount(1_500),
      },
    }
    const friday = [entry({ workedOn: day('2026-01-09'), startedAt: at('2026-01-09T17:00'), minutes: 210 })]
    expect(bills(plan, '2026-01-01', '2026-12-31', friday)[0]?.total).toBe('4750.00')
  })

  test('15: credit for working hours only', () => {
    const plan: Plan = { ...planB, includedHours: amount(2), creditCoversOperationalOnly: true }
    const friday = [entry({ workedOn: day('2026-01-09'), startedAt: at('2026-01-09T17:00'), minutes: 210 })]
    expect(bills(plan, '2026-01-01', '2026-12-31', friday)[0]).toEqual({
      total: '3750.00',
      lines: [
        ['CREDIT', 1, 0, '0.00'],
        ['WORK', 2.5, 1_500, '3750.00'],
      ],
    })
  })

  test('16: over midnight into the weekend', () => {
    const night = [entry({ workedOn: day('2026-01-09'), startedAt: at('2026-01-09T23:00'), minutes: 180 })]
    expect(bills(planB, '2026-01-01', '2026-12-31', night)[0]).toEqual({
      total: '5500.00',
      lines: [
        ['WORK', 1, 1_500, '1500.00'],
        ['WORK', 2, 2_000, '4000.00'],
      ],
    })
  })

  test('17: overtime at the price of its band', () => {
    const plan: Plan = {
      ...planB,
      weeklyHourLimit: amount(2),
      overtime: 'BILLED_AT_OVERTIME_RATE',
      overtimeMultiplier: amount('1.5'),
    }
    const friday = [entry({ workedOn: day('2026-01-09'), startedAt: at('2026-01-09T17:00'), minutes: 210 })]
    expect(bills(plan, '2026-01-01', '2026-12-31', friday)[0]).toEqual({
      total: '5875.00',
      lines: [
        ['WORK', 1, 1_000, '1000.00'],
        ['WORK', 1, 1_500, '1500.00'],
        ['OVERTIME', 1.5, 2_250, '3375.00'],
      ],
    })
  })
})

describe('periods', () => {
  const spans = (start: string, terms: [string, string][]) =>
    periodsOf(
      day(start),
      terms.map(([from, to]) => ({ startsOn: day(from), endsOn: day(to) })),
      'MONTHLY',
    ).map(({ startsOn, endsOn, days, fullDays }) => `${startsOn.toString()} ${endsOn.toString()} ${days}/${fullDays}`)

  test('count from the contract’s first day, so month ends do not drift', () => {
    expect(spans('2026-01-31', [['2026-01-31', '2026-04-29']])).toEqual([
      '2026-01-31 2026-02-27 28/28',
      '2026-02-28 2026-03-30 31/31',
      '2026-03-31 2026-04-29 30/30',
    ])
  })

  test('what a term’s end cuts off is a period of its own in the renewed term', () => {
    expect(
      spans('2026-01-01', [
        ['2026-01-01', '2026-02-15'],
        ['2026-02-16', '2026-03-31'],
      ]),
    ).toEqual([
      '2026-01-01 2026-01-31 31/31',
      '2026-02-01 2026-02-15 15/28',
      '2026-02-16 2026-02-28 13/28',
      '2026-03-01 2026-03-31 31/31',
    ])
  })
})

test('a half day off is one from its hour on, and a holiday beats a weekend', () => {
  const half = [entry({ workedOn: day('2026-10-28'), startedAt: at('2026-10-28T12:00'), minutes: 120 })]
  const [october] = bills(planB, '2026-10-01', '2026-10-31', half)
  expect(october?.lines).toEqual([
    ['WORK', 1, 1_000, '1000.00'],
    ['WORK', 1, 2_500, '2500.00'],
  ])
})

test('an early end gives the unused days of a fee paid in advance back', () => {
  const plan: Plan = { ...planA, billingMethod: 'IN_ADVANCE' }
  const [, february] = periodsOf(
    day('2026-01-01'),
    [{ startsOn: day('2026-01-01'), endsOn: day('2026-12-31') }],
    'MONTHLY',
  )
  expect(refundOf(plan, february!, day('2026-02-15'))?.amount.toFixed(2)).toBe('-9285.71')
  expect(refundOf(planA, february!, day('2026-02-15'))).toBeNull()
})

test('tickets use credit in the order of their resolutions', () => {
  const plan: Plan = { ...planA, pricingMethod: 'PER_TICKET', includedTickets: 2, ticketRate: amount('333.33') }
  const periods = periodsOf(day('2026-01-01'), [{ startsOn: day('2026-01-01'), endsOn: day('2026-01-31') }], 'MONTHLY')
  const tickets = ['c', 'a', 'b'].map((id, i) => ({
    id,
    resolvedAt: at(`2026-01-1${i}T10:00`),
    resolvedOn: day(`2026-01-1${i}`),
  }))
  const [january] = priceAll({ plan, calendar: office, zone }, periods, { entries: hoursIn('2026-01', 9), tickets })
  expect(
    january!.lines.map(({ kind, amount: sum, sources }) => [kind, sum.toFixed(2), sources.map((s) => s.ticketId)]),
  ).toEqual([
    ['FIXED_FEE', '20000.00', [undefined]],
    ['CREDIT', '0.00', ['c', 'a']],
    ['TICKETS', '333.33', ['b']],
  ])
})
