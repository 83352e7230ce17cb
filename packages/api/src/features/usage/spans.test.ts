import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { Exact } from '../pricing/index.ts'
import { withTerms } from './expected.ts'
import { priceFrom } from './price.ts'
import { billedPeriods, pricingOn, termOn, type Agreement, type Pricing } from './spans.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const term = (from: string, to: string) => ({ startsOn: day(from), endsOn: day(to) })
const zone = 'Europe/Istanbul'

const pricing = (planId: string, revision = 1, more: Partial<Pricing['plan']> = {}): Pricing => ({
  planId,
  revision,
  plan: {
    currency: 'TRY',
    pricingMethod: 'HOURLY',
    billingMethod: 'IN_ARREARS',
    billingPeriod: 'MONTHLY',
    fixedFee: new Exact(20_000),
    includedHours: new Exact(20),
    hourlyRate: new Exact(1_200),
    overtime: 'NOT_BILLED',
    overage: 'BILLED',
    creditCoversOperationalOnly: false,
    rollOverUnused: true,
    costBases: ['FIXED'],
    bandRates: {},
    ...more,
  },
  calendar: { timeZone: zone, workingHours: [], holidays: [] },
  mayAddCost: false,
  mayAddTime: false,
})
const agreement = (given: Partial<Agreement>): Agreement => ({
  terms: [term('2026-01-01', '2026-03-31')],
  plans: [{ fromOn: day('2026-01-01'), pricing: pricing('a') }],
  newest: pricing('a', 2),
  ...given,
})
const spans = (of: Agreement) =>
  billedPeriods(of).map(
    ({ number, startsOn, endsOn, pricing: { planId, revision }, follows }) =>
      `${number} ${startsOn.toString()}–${endsOn.toString()} ${planId}${revision}${follows ? ' follows' : ''}`,
  )

describe('billing periods of a contract', () => {
  test('one after the other, through its terms', () => {
    expect(spans(agreement({ terms: [term('2026-01-01', '2026-02-28'), term('2026-03-01', '2026-03-31')] }))).toEqual([
      '0 2026-01-01–2026-01-31 a1',
      '1 2026-02-01–2026-02-28 a1 follows',
      '2 2026-03-01–2026-03-31 a1 follows',
    ])
  })

  test('a term that ends within a period leaves its rest to the next one', () => {
    expect(spans(agreement({ terms: [term('2026-01-10', '2026-02-20'), term('2026-02-21', '2026-03-09')] }))).toEqual([
      '0 2026-01-10–2026-02-09 a1',
      '1 2026-02-10–2026-02-20 a1 follows',
      '2 2026-02-21–2026-03-09 a1 follows',
    ])
  })

  test('another revision goes on with the credit, another plan does not, none is priced by nothing', () => {
    const plans = [
      { fromOn: day('2026-01-01'), pricing: pricing('a') },
      { fromOn: day('2026-02-01'), pricing: pricing('a', 2) },
      { fromOn: day('2026-03-01'), pricing: pricing('b') },
      { fromOn: day('2026-03-11'), pricing: null },
      { fromOn: day('2026-03-21'), pricing: pricing('b') },
    ]
    expect(spans(agreement({ plans }))).toEqual([
      '0 2026-01-01–2026-01-31 a1',
      '1 2026-02-01–2026-02-28 a2 follows',
      '2 2026-03-01–2026-03-10 b1',
      '3 2026-03-21–2026-03-31 b1 follows',
    ])
  })

  test('a revision that measures otherwise begins without credit', () => {
    const plans = [
      { fromOn: day('2026-01-01'), pricing: pricing('a') },
      { fromOn: day('2026-02-01'), pricing: pricing('a', 2, { pricingMethod: 'PER_TICKET' }) },
    ]
    expect(spans(agreement({ plans }))[1]).toBe('1 2026-02-01–2026-02-28 a2')
  })

  test('what holds on a day', () => {
    const of = agreement({ plans: [{ fromOn: day('2026-02-01'), pricing: pricing('a') }] })
    expect(pricingOn(of, day('2026-01-31'))).toBeNull()
    expect(pricingOn(of, day('2026-02-01'))?.planId).toBe('a')
    expect(termOn(of, day('2026-03-31'))).toBeDefined()
    expect(termOn(of, day('2026-04-01'))).toBeUndefined()
  })
})

describe('terms to come', () => {
  const chain = [term('2026-01-01', '2026-03-31'), term('2026-04-01', '2026-05-31')]

  test('take the newest revision, and the credit goes on', () => {
    const of = withTerms(agreement({}), chain)
    expect(spans(of).slice(2)).toEqual([
      '2 2026-03-01–2026-03-31 a1 follows',
      '3 2026-04-01–2026-04-30 a2 follows',
      '4 2026-05-01–2026-05-31 a2 follows',
    ])
    const entries = [{ id: '1', workedOn: day('2026-01-05'), minutes: 600, billable: true }]
    const told = priceFrom(billedPeriods(of), 0, { entries, tickets: [] }, zone)
    expect(told.map(({ priced }) => priced.brought.dividedBy(60).toNumber())).toEqual([0, 10, 30, 50, 70])
    const later = priceFrom(billedPeriods(of), 3, { entries, tickets: [] }, zone)
    expect(later.map(({ priced }) => priced.brought.dividedBy(60).toNumber())).toEqual([50, 70])
  })

  test('keep a plan that is set for them', () => {
    const plans = [
      { fromOn: day('2026-01-01'), pricing: pricing('a') },
      { fromOn: day('2026-04-01'), pricing: pricing('b') },
    ]
    expect(spans(withTerms(agreement({ plans }), chain)).slice(3)).toEqual([
      '3 2026-04-01–2026-04-30 b1',
      '4 2026-05-01–2026-05-31 b1 follows',
    ])
  })
})
