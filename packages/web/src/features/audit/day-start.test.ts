import { describe, expect, it } from 'vitest'
import { day, dayStart, nextDay } from './day-start'
import { listVariables } from './list-variables'

describe('days of the audit log', () => {
  it('begin when they begin in the tenant’s zone, wherever the reader sits', () => {
    expect(new Date(dayStart('2026-05-21')).toISOString()).toBe('2026-05-20T21:00:00.000Z')
    // Turkey kept summer time until 2016.
    expect(new Date(dayStart('2015-01-15')).toISOString()).toBe('2015-01-14T22:00:00.000Z')
  })
  it('are read only when they exist', () => {
    expect(day('2026-05-21')).toBe('2026-05-21')
    expect(day('2026-02-31')).toBeUndefined()
    expect(day('yesterday')).toBeUndefined()
    expect(nextDay('2026-12-31')).toBe('2027-01-01')
  })
  it('are both included', () => {
    const { filter } = listVariables({ from: '2026-05-21', to: '2026-05-21' }, [])
    expect(filter).toMatchObject({ after: '2026-05-20T20:59:59.999Z', before: '2026-05-21T21:00:00.000Z' })
  })
})
