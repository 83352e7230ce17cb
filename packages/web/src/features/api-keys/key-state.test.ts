import { describe, expect, it } from 'vitest'
import { expiresAt } from './expiry'
import { endsSoon, keyState } from './key-state'

const now = new Date('2026-05-21T09:00:00Z')

describe('keys', () => {
  it('are valid until they are revoked or their day has passed', () => {
    expect(keyState({ expiresAt: null, revokedAt: null }, now)).toBe('live')
    expect(keyState({ expiresAt: '2026-05-21T09:00:00Z', revokedAt: null }, now)).toBe('expired')
    expect(keyState({ expiresAt: '2026-05-20T09:00:00Z', revokedAt: '2026-05-19T09:00:00Z' }, now)).toBe('revoked')
  })
  it('warn two weeks before', () => {
    expect(endsSoon({ expiresAt: '2026-06-01T09:00:00Z', revokedAt: null }, now)).toBe(true)
    expect(endsSoon({ expiresAt: '2026-07-01T09:00:00Z', revokedAt: null }, now)).toBe(false)
    expect(endsSoon({ expiresAt: null, revokedAt: null }, now)).toBe(false)
  })
  it('end when their maker has said', () => {
    expect(expiresAt('90', '', now)).toBe('2026-08-19T09:00:00.000Z')
    expect(expiresAt('never', '', now)).toBeNull()
  })
})
