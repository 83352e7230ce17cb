import { expect, test } from 'vitest'
import { addDays } from '~/lib/days'
import { addWeeks, dayAt, daysOf, instantOf, readDay, readWeek, timeOf, weekNumber, weekOf } from './week'

test.for([
  ['2026-11-23', '2026-W48'],
  ['2026-11-29', '2026-W48'],
  ['2026-11-30', '2026-W49'],
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-02-29', '2024-W09'],
  ['2023-01-01', '2022-W52'],
] as const)('%s lies in %s', ([day, week]) => {
  expect(weekOf(day)).toBe(week)
  expect(daysOf(week)).toContain(day)
})

test('a week has its seven days from Monday on, and every day of ten years is in its week', () => {
  expect(daysOf('2026-W53')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
  for (let day = '2020-01-01'; day < '2030-01-01'; day = addDays(day, 1)) expect(daysOf(weekOf(day))).toContain(day)
})

test('weeks follow each other over the end of a year', () => {
  expect(addWeeks('2026-W53', 1)).toBe('2027-W01')
  expect(addWeeks('2027-W01', -1)).toBe('2026-W53')
  expect(addWeeks('2025-W52', 1)).toBe('2026-W01')
  expect(weekNumber('2026-W05')).toBe(5)
})

test('an address names a week or a day that exists, or none', () => {
  expect(readWeek('2026-W53')).toBe('2026-W53')
  expect(readWeek('2025-W53')).toBeUndefined()
  expect(readWeek('2026-W00')).toBeUndefined()
  expect(readWeek('2026-48')).toBeUndefined()
  expect(readWeek(undefined)).toBeUndefined()
  expect(readDay('2026-02-29')).toBeUndefined()
  expect(readDay('2024-02-29')).toBe('2024-02-29')
  expect(readDay('2026-13-01')).toBeUndefined()
  expect(readDay('yarın')).toBeUndefined()
})

test('the day is the one of the house: past midnight in Istanbul, evening in London', () => {
  expect(dayAt('2026-11-23T20:59:59Z')).toBe('2026-11-23')
  expect(dayAt('2026-11-23T21:00:00Z')).toBe('2026-11-24')
})

test('a time of day becomes an instant and comes back', () => {
  expect(instantOf('2026-11-23', '09:30')).toBe('2026-11-23T06:30:00.000Z')
  expect(instantOf('2026-11-23', '00:15')).toBe('2026-11-22T21:15:00.000Z')
  // Istanbul still changed its clocks then: winter time was two hours ahead.
  expect(instantOf('2016-01-15', '09:30')).toBe('2016-01-15T07:30:00.000Z')
  expect(timeOf('2026-11-23T06:30:00Z')).toBe('09:30')
  expect(timeOf(instantOf('2026-06-01', '23:59'))).toBe('23:59')
})
