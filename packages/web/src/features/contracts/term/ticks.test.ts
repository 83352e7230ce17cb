import { expect, it } from 'vitest'
import { shareOf } from './terms'
import { ticksOf } from './ticks'

it('months begin where the calendar says so', () => {
  const term = { startsOn: '2026-01-15', endsOn: '2026-04-14' }
  const ticks = ticksOf(term)
  expect(ticks).toHaveLength(3)
  expect(ticks[0]).toBeCloseTo(17 / 90)
  expect(ticks[1]).toBeCloseTo(45 / 90)
  expect(ticks[2]).toBe(shareOf('2026-04-01', term))
})

it('a year that begins with a month has eleven ticks, none at its edge', () => {
  expect(ticksOf({ startsOn: '2026-01-01', endsOn: '2026-12-31' })).toHaveLength(11)
})

it('a long term is ticked by years', () => {
  expect(ticksOf({ startsOn: '2024-07-01', endsOn: '2029-06-30' })).toHaveLength(5)
})
