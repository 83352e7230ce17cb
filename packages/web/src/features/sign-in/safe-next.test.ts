import { describe, expect, it } from 'vitest'
import { safeNext } from './safe-next'

describe('safeNext', () => {
  it.each([
    [undefined, '/'],
    ['/customers?q=a', '/customers?q=a'],
    ['/portal/me', '/portal/me'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/login?next=/login', '/'],
  ])('%s → %s', (next, expected) => expect(safeNext(next)).toBe(expected))
})
