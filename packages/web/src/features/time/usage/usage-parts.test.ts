import { expect, test } from 'vitest'
import { countTicks, hoursUsed, hourTicks, ticketsUsed } from './usage-parts'

const hours = (given: Partial<Parameters<typeof hoursUsed>[0]>) =>
  hoursUsed({
    includedHours: '20.0000',
    rolledOverHours: '0.0000',
    usedHours: '0.0000',
    remainingHours: '20.0000',
    ...given,
  })

test('a period in which nobody worked is all left', () => {
  expect(hours({})).toMatchObject({ used: 0, credit: 1200, left: 1200, beyond: 0, parts: [] })
})

test('credit that was carried over is used first', () => {
  const { credit, left, parts } = hours({ rolledOverHours: '4.0000', usedHours: '17.5000', remainingHours: '6.5000' })
  expect([credit, left]).toEqual([1440, 390])
  expect(parts).toEqual([
    { from: 0, to: 240 / 1440, kind: 'carried' },
    { from: 240 / 1440, to: 1050 / 1440 },
  ])
})

test('work beyond the credit stands behind it', () => {
  const { beyond, left, parts } = hours({ usedHours: '26.0000', remainingHours: '0.0000' })
  expect([beyond, left]).toEqual([360, 0])
  expect(parts).toEqual([
    { from: 0, to: 1200 / 1560 },
    { from: 1200 / 1560, to: 1, kind: 'over' },
  ])
})

test('work outside of working hours may leave credit over', () => {
  const { beyond, left, parts } = hours({ includedHours: '2', usedHours: '3.5', remainingHours: '1' })
  expect([beyond, left]).toEqual([150, 60])
  expect(parts.at(-1)).toEqual({ from: 120 / 270, to: 1, kind: 'over' })
})

test('without credit there is nothing that could run out', () => {
  expect(hours({ includedHours: null, usedHours: '7.3333', remainingHours: null })).toEqual({
    used: 440,
    credit: null,
    carried: 0,
    left: 0,
    beyond: 0,
    parts: [],
  })
})

test('a prorated credit is no whole number of minutes and is shown as one', () => {
  expect(hours({ includedHours: '10.7143', remainingHours: '10.7143' }).credit).toBe(643)
})

test('tickets are counted like hours', () => {
  expect(
    ticketsUsed({
      includedTickets: '10.0000',
      rolledOverTickets: '2.0000',
      resolvedTickets: 14,
      remainingTickets: '0.0000',
    }),
  ).toMatchObject({ used: 14, credit: 12, carried: 2, left: 0, beyond: 2 })
})

test('ticks stand at full hours and whole tickets, never more than a dozen', () => {
  expect(hourTicks(120)).toEqual([0.5])
  expect(hourTicks(60)).toEqual([])
  expect(hourTicks(1440)).toHaveLength(11)
  expect(countTicks(10)).toHaveLength(9)
  for (const size of [1, 7, 10, 12, 13, 24, 40, 100, 400, 2000]) {
    expect(hourTicks(size * 60).length).toBeLessThan(13)
    expect(countTicks(size).length).toBeLessThan(13)
  }
})
