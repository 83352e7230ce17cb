import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysFrom, isDay, monthStarts } from './days'

describe('calendar days', () => {
  it('knows days from what is half typed or does not exist', () => {
    expect(isDay('2026-06-30')).toBe(true)
    expect(isDay('2028-02-29')).toBe(true)
    expect(['', '2026', '2026-02-30', '2026-13-01', '30.06.2026', '0020-1-1'].filter(isDay)).toEqual([])
  })
  it('counts over ends of months and years', () => {
    expect(addDays('2026-06-30', 1)).toBe('2026-07-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysFrom('2026-05-21', '2026-06-30')).toBe(40)
    expect(daysFrom('2024-02-28', '2024-03-01')).toBe(2)
  })
  it('adds months without leaving them', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
  })
  it('finds where months begin', () => {
    expect(monthStarts('2026-01-01', '2026-03-01')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
    expect(monthStarts('2026-01-15', '2026-01-31')).toEqual([])
    expect(monthStarts('2025-12-10', '2026-01-10')).toEqual(['2026-01-01'])
  })
})
