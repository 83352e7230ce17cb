import { expect, it } from 'vitest'
import { outlookOf, sendDay } from './notice-dates'

it('a notice is counted from the last day', () => {
  expect(sendDay({ side: 'BEFORE_END', days: 30 }, '2026-06-30')).toBe('2026-05-31')
  expect(sendDay({ side: 'BEFORE_END', days: 0 }, '2026-06-30')).toBe('2026-06-30')
  expect(sendDay({ side: 'AFTER_END', days: 5 }, '2026-06-30')).toBe('2026-07-05')
  expect(sendDay({ side: 'BEFORE_END', days: 365 }, '2028-02-29')).toBe('2027-03-01')
})

it('a day that has passed is skipped', () => {
  expect(outlookOf('2026-05-30', '2026-05-31')).toBe('passed')
  expect(outlookOf('2026-05-31', '2026-05-31')).toBe('today')
  expect(outlookOf('2026-06-01', '2026-05-31')).toBe('goes')
})
