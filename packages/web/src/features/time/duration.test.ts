import { expect, test } from 'vitest'
import { minutesOfHours, readDuration, writeDuration } from './duration'

test.for([
  ['90', 90],
  ['1:30', 90],
  ['0:05', 5],
  ['24:00', 1440],
  [' 1 : 30 ', 90],
  ['1,5', 90],
  ['1.5', 90],
  ['0,25', 15],
  ['1.33', 80],
  ['2 sa', 120],
  ['2sa', 120],
  ['1 sa 30 dk', 90],
  ['1 saat 30 dakika', 90],
  ['1,5 SA', 90],
  ['45 dk', 45],
  ['45dk', 45],
  ['1h30m', 90],
  ['1 h 30 min', 90],
  ['1.5h', 90],
  ['90 minutes', 90],
  ['90 DAKİKA', 90],
  ['45 MIN', 45],
  ['0', 0],
] as const)('%s is %i minutes', ([text, minutes]) => {
  expect(readDuration(text)).toBe(minutes)
})

test.for(['', ' ', 'bir saat', '1:75', '1:3', '-30', '1,555', 'sa', '1e3', '1:30:00', '½'])(
  '%s is no duration',
  (text) => {
    expect(readDuration(text)).toBeNull()
  },
)

test('what is written is read again', () => {
  for (const minutes of [0, 1, 59, 60, 90, 605, 1440]) expect(readDuration(writeDuration(minutes))).toBe(minutes)
  expect(writeDuration(90)).toBe('1:30')
  expect(writeDuration(-15)).toBe('−0:15')
})

test('hours of the API are whole minutes', () => {
  expect(minutesOfHours('7.3333')).toBe(440)
  expect(minutesOfHours('20')).toBe(1200)
  expect(minutesOfHours('10.7143')).toBe(643)
})
