import { describe, expect, it } from 'vitest'
import { changesOf, isTime, NEW_CALENDAR, withHolidays } from './values'

describe('a calendar in the form', () => {
  it('adds days that are not there yet, in order', () => {
    const known = [{ on: '2026-05-01', name: 'Emek', from: '' }]
    const more = [
      { on: '2026-05-01', name: 'Emek ve Dayanışma Günü', from: '' },
      { on: '2026-01-01', name: 'Yılbaşı', from: '' },
    ]
    expect(withHolidays(known, more).map(({ name }) => name)).toEqual(['Yılbaşı', 'Emek'])
  })
  it('sends changes alone', () => {
    expect(changesOf({ ...NEW_CALENDAR, name: 'Vardiya' }, NEW_CALENDAR)).toEqual({ name: 'Vardiya' })
  })
  it('knows times', () => {
    expect([isTime('09:00'), isTime('9:00'), isTime('24:00'), isTime('24:00', true)]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})
