import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { newKey, parseKey } from './keys.ts'

test('C1: a key is a prefix of 8 and a secret of 256 bits, of which only the hash is kept', () => {
  const { prefix, secret, hash } = newKey()
  expect(secret).toMatch(/^accord_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/)
  expect(secret.slice(7, 15)).toBe(prefix)
  expect(hash).toEqual(createHash('sha256').update(secret).digest())
  expect(parseKey(secret)).toEqual({ prefix, hash })
  const many = new Set(Array.from({ length: 1000 }, () => newKey().secret))
  expect(many.size).toBe(1000)
})

test.each(['', 'accord_', 'accord_ABCDEFGH', `accord_ABCDEFGH_${'a'.repeat(42)}`, `accord_ABCDEFGH_${'a'.repeat(44)}`])(
  '%j is no key',
  (text) => expect(parseKey(text)).toBeNull(),
)
test('characters outside of the alphabet are no key', () => {
  expect(parseKey(`accord_ABCDEFGH_${'ş'.repeat(43)}`)).toBeNull()
  expect(parseKey(`accord_ABCDEFG-_${'a'.repeat(43)}`)).toBeNull()
})
