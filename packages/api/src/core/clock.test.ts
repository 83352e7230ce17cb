import { expect, test } from 'vitest'
import { clockOf, startClock } from './clock.ts'

test.each([
  ['2026-06-29T20:59:59.999Z', 'Europe/Istanbul', '2026-06-29'],
  ['2026-06-29T21:00:00Z', 'Europe/Istanbul', '2026-06-30'],
  ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
  ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
])('at %s it is in %s the %s', (instant, zone, day) => {
  expect(
    clockOf(zone, () => Date.parse(instant))
      .today()
      .toString(),
  ).toBe(day)
})

test('a day ends at midnight and comes back when the clock is set back', () => {
  let now = Date.parse('2026-06-29T20:59:59Z')
  const clock = clockOf('Europe/Istanbul', () => now)
  expect(clock.today().toString()).toBe('2026-06-29')
  now += 1_000
  expect(clock.today().toString()).toBe('2026-06-30')
  now -= 86_400_000
  expect(clock.today().toString()).toBe('2026-06-29')
})

test('it starts where it is told and ticks on', async () => {
  const clock = startClock('Europe/Istanbul', new Date('2030-01-01T00:00:00Z'))
  const before = +clock.now()
  expect(before - Date.parse('2030-01-01T00:00:00Z')).toBeLessThan(10_000)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(+clock.now()).toBeGreaterThan(before)
  expect(Math.abs(+startClock('Europe/Istanbul').now() - Date.now())).toBeLessThan(1_000)
})
