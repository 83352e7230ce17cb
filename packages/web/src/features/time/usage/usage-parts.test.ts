import { expect, test } from 'vitest'
import { ticksOf, usageParts, type UsedHours } from './usage-parts'

const usage = (given: Partial<UsedHours>): UsedHours => ({
  includedHours: '20.0000',
  rolledOverHours: '0.0000',
  usedHours: '0.0000',
  remainingHours: '20.0000',
  overtimeHours: '0.0000',
  ...given,
})

test('a period in which nobody worked is all left', () => {
  expect(usageParts(usage({}))).toMatchObject({ used: 0, credit: 1200, left: 1200, beyond: 0, parts: [] })
})

test('credit that was carried over is used first', () => {
  const { credit, left, parts } = usageParts(
    usage({ rolledOverHours: '4.0000', usedHours: '17.5000', remainingHours: '6.5000' }),
  )
  expect([credit, left]).toEqual([1440, 390])
  expect(parts).toEqual([
    { from: 0, to: 240 / 1440, kind: 'carried' },
    { from: 240 / 1440, to: 1050 / 1440 },
  ])
})

test('work beyond the credit stands behind it', () => {
  const { beyond, left, parts } = usageParts(usage({ usedHours: '26.0000', remainingHours: '0.0000' }))
  expect([beyond, left]).toEqual([360, 0])
  expect(parts).toEqual([
    { from: 0, to: 1200 / 1560 },
    { from: 1200 / 1560, to: 1, kind: 'over' },
  ])
})

test('work outside of working hours may leave credit over', () => {
  const { beyond, left, parts } = usageParts(usage({ includedHours: '2', usedHours: '3.5', remainingHours: '1' }))
  expect([beyond, left]).toEqual([150, 60])
  expect(parts.at(-1)).toEqual({ from: 120 / 270, to: 1, kind: 'over' })
})

test('without credit there is nothing that could run out', () => {
  expect(usageParts(usage({ includedHours: null, usedHours: '7.3333', remainingHours: null }))).toEqual({
    used: 440,
    credit: null,
    carried: 0,
    left: 0,
    beyond: 0,
    overtime: 0,
    parts: [],
    ticks: [],
  })
})

test('a prorated credit is no whole number of minutes and is shown as one', () => {
  expect(usageParts(usage({ includedHours: '10.7143', remainingHours: '10.7143' })).credit).toBe(643)
})

test('ticks stand at full hours, never more than a dozen', () => {
  expect(ticksOf(120)).toEqual([0.5])
  expect(ticksOf(60)).toEqual([])
  expect(ticksOf(1440)).toHaveLength(11)
  for (const hours of [1, 7, 10, 12, 13, 24, 40, 100, 400, 2000]) expect(ticksOf(hours * 60).length).toBeLessThan(13)
})
