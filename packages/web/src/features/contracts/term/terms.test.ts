import { describe, expect, it } from 'vitest'
import { nextTerms, shareOf, wholeMonths, type RenewalPeriod, type Term } from './terms'

const MONTH: RenewalPeriod = { count: 1, unit: 'MONTH' }
const YEAR: RenewalPeriod = { count: 1, unit: 'YEAR' }
const ends = (terms: Term[], period: RenewalPeriod, howMany = 3) =>
  nextTerms(terms, period, howMany).map(({ endsOn }) => endsOn)

describe('terms to come', () => {
  it('do not drift at ends of months', () => {
    const first = { startsOn: '2026-01-31', endsOn: '2026-02-27' }
    expect(ends([first], MONTH)).toEqual(['2026-03-30', '2026-04-29', '2026-05-30'])
    expect(nextTerms([first], MONTH, 1)).toEqual([{ startsOn: '2026-02-28', endsOn: '2026-03-30' }])
  })
  it('keep a leap day', () => {
    const first = { startsOn: '2024-02-29', endsOn: '2025-02-27' }
    expect(ends([first], YEAR)).toEqual(['2026-02-27', '2027-02-27', '2028-02-28'])
  })
  it('are counted from the day after a first term that is no whole number of months', () => {
    expect(ends([{ startsOn: '2026-01-01', endsOn: '2026-01-20' }], MONTH)).toEqual([
      '2026-02-20',
      '2026-03-20',
      '2026-04-20',
    ])
  })
  it('follow a chain, and a term that leaves it', () => {
    const first = { startsOn: '2026-01-31', endsOn: '2026-02-27' }
    const second = { startsOn: '2026-02-28', endsOn: '2026-03-30' }
    expect(ends([first, second], MONTH, 1)).toEqual(['2026-04-29'])
    const shorter = { startsOn: '2026-02-28', endsOn: '2026-03-09' }
    expect(ends([first, shorter], MONTH, 2)).toEqual(['2026-04-09', '2026-05-09'])
  })
  it('count days and weeks from the end', () => {
    const term = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
    expect(ends([term], { count: 2, unit: 'WEEK' }, 2)).toEqual(['2027-01-14', '2027-01-28'])
    expect(ends([term], { count: 10, unit: 'DAY' }, 1)).toEqual(['2027-01-10'])
    expect(ends([term], { count: 0, unit: 'DAY' })).toEqual([])
    expect(ends([], YEAR)).toEqual([])
  })
})

describe('a term', () => {
  it('knows whether it is whole months', () => {
    expect(wholeMonths({ startsOn: '2026-01-01', endsOn: '2026-12-31' })).toBe(12)
    expect(wholeMonths({ startsOn: '2026-01-31', endsOn: '2026-02-27' })).toBe(1)
    expect(wholeMonths({ startsOn: '2026-01-01', endsOn: '2026-12-30' })).toBeNull()
  })
  it('lays days out on itself', () => {
    const term = { startsOn: '2026-01-01', endsOn: '2026-01-10' }
    expect(shareOf('2026-01-01', term)).toBe(0)
    expect(shareOf('2026-01-06', term)).toBe(0.5)
    expect(shareOf('2026-01-11', term)).toBe(1)
  })
})
