import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { anchorOf, dayAfter, nextTerm, type Day, type Length, type Term } from './chain.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const months = (count: number): Length => ({ count, unit: 'MONTH' })
const years = (count: number): Length => ({ count, unit: 'YEAR' })

/** Ends of a chain that begins with one term and is renewed by these lengths. */
function ends(startsOn: string, endsOn: string, lengths: readonly Length[]): string[] {
  const chain: Term[] = [{ startsOn: day(startsOn), endsOn: day(endsOn) }]
  for (const length of lengths) chain.push(nextTerm(chain, length))
  return chain.map((term) => term.endsOn.toString())
}
const times = (count: number, length: Length) => Array.from({ length: count }, () => length)

describe('the last days of a chain', () => {
  test.each<[name: string, start: string, end: string, lengths: Length[], ends: string]>([
    [
      '31 January by months',
      '2026-01-31',
      '2026-02-27',
      times(4, months(1)),
      '2026-02-27 2026-03-30 2026-04-29 2026-05-30 2026-06-29',
    ],
    [
      '29 February by years',
      '2024-02-29',
      '2025-02-27',
      times(3, years(1)),
      '2025-02-27 2026-02-27 2027-02-27 2028-02-28',
    ],
    [
      'twelve months are a year',
      '2024-02-29',
      '2025-02-27',
      times(3, months(12)),
      '2025-02-27 2026-02-27 2027-02-27 2028-02-28',
    ],
    ['a calendar year', '2026-01-01', '2026-12-31', times(2, years(1)), '2026-12-31 2027-12-31 2028-12-31'],
    [
      '30 January: February is short once',
      '2026-01-30',
      '2026-02-27',
      times(2, months(1)),
      '2026-02-27 2026-03-29 2026-04-29',
    ],
    // Not whole months, though it looks like it: the days after it are what is counted.
    ['31 January to 28 February', '2026-01-31', '2026-02-28', times(2, months(1)), '2026-02-28 2026-03-31 2026-04-30'],
    [
      'a first term of odd days ends on the 30th',
      '2026-01-10',
      '2026-01-30',
      times(3, months(1)),
      '2026-01-30 2026-02-27 2026-03-30 2026-04-29',
    ],
    ['weeks', '2026-01-01', '2026-01-14', times(2, { count: 2, unit: 'WEEK' }), '2026-01-14 2026-01-28 2026-02-11'],
    [
      'days over a leap day',
      '2028-02-20',
      '2028-02-24',
      times(2, { count: 5, unit: 'DAY' }),
      '2028-02-24 2028-02-29 2028-03-05',
    ],
    [
      'by hand with another period that fits',
      '2026-01-31',
      '2026-02-27',
      [months(2), months(1)],
      '2026-02-27 2026-04-29 2026-05-30',
    ],
    [
      'by hand with ten days: months are counted anew from the day after',
      '2026-01-31',
      '2026-02-27',
      [{ count: 10, unit: 'DAY' }, months(1), months(1)],
      '2026-02-27 2026-03-09 2026-04-09 2026-05-09',
    ],
    [
      'a year after months keeps the anchor',
      '2026-01-31',
      '2026-02-27',
      [years(1), months(1)],
      '2026-02-27 2027-02-27 2027-03-30',
    ],
  ])('%s', (_name, start, end, lengths, expected) => {
    expect(ends(start, end, lengths).join(' ')).toBe(expected)
  })

  test('a term whose end somebody moved sets a new anchor', () => {
    const first = { startsOn: day('2026-01-31'), endsOn: day('2026-02-27') }
    const moved = { startsOn: day('2026-02-28'), endsOn: day('2026-03-15') }
    expect(nextTerm([first, moved], months(1)).endsOn.toString()).toBe('2026-04-15')
    // Whole months of its own: from its first day.
    const own = { startsOn: day('2026-03-31'), endsOn: day('2026-04-29') }
    const odd = { startsOn: day('2026-02-28'), endsOn: day('2026-03-30') }
    const before = { startsOn: day('2026-02-10'), endsOn: day('2026-02-27') }
    expect(anchorOf([before, { ...odd, endsOn: day('2026-03-30') }, own]).toString()).toBe('2026-03-31')
    expect(nextTerm([before, odd, own], months(1)).endsOn.toString()).toBe('2026-05-30')
  })

  test('a day beyond the calendar is refused', () => {
    const term = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31') }
    expect(() => nextTerm([term], years(1_000_000))).toThrow(RangeError)
  })
})

const days: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 20_000 })
  .map((offset) => day('2000-01-01').add({ days: offset }))
const lengths: fc.Arbitrary<Length> = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('DAY' as const, 'WEEK' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 24 }), unit: fc.constant('MONTH' as const) }),
  fc.record({ count: fc.integer({ min: 1, max: 3 }), unit: fc.constant('YEAR' as const) }),
)

test('any chain has no gap, and every term has a day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 500 }), fc.array(lengths, { maxLength: 12 }), (start, span, all) => {
      const chain: Term[] = [{ startsOn: start, endsOn: start.add({ days: span }) }]
      for (const length of all) {
        const next = nextTerm(chain, length)
        expect(next.startsOn.toString()).toBe(dayAfter(chain.at(-1)!.endsOn).toString())
        expect(Temporal.PlainDate.compare(next.startsOn, next.endsOn)).toBeLessThanOrEqual(0)
        chain.push(next)
      }
    }),
  )
})

test('by months the k-th end is the same, in one step or in many, from any first day', () => {
  fc.assert(
    fc.property(days, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 }), (start, steps) => {
      const chain: Term[] = [{ startsOn: start, endsOn: start.add({ months: steps[0]! }).subtract({ days: 1 }) }]
      for (const step of steps.slice(1)) chain.push(nextTerm(chain, months(step)))
      const sum = steps.reduce((a, b) => a + b, 0)
      expect(chain.at(-1)!.endsOn.toString()).toBe(start.add({ months: sum }).subtract({ days: 1 }).toString())
    }),
  )
})
