import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { hashPassword, HashingBusy, verifyPassword } from './hashing.ts'
import { passwordProblem } from './password.ts'

const ayse = { email: 'ayse.demir@egetekstil.com.tr', name: 'Ayşe Demir' }

test.each([
  ['kısa', 'PASSWORD_TOO_SHORT'],
  ['123456789', 'PASSWORD_TOO_SHORT'],
  ['a'.repeat(257), 'PASSWORD_TOO_LONG'],
  ['kestane\u0000kebap', 'PASSWORD_CHARACTERS'],
  ['kestane\nkebap', 'PASSWORD_CHARACTERS'],
  ['1234567890', 'PASSWORD_COMMON'],
  ['password123', 'PASSWORD_COMMON'],
  ['P@ssw0rd-2026!', 'PASSWORD_COMMON'],
  ['ŞİFREM1234567', 'PASSWORD_COMMON'],
  ['Galatasaray1905', 'PASSWORD_COMMON'],
  ['qwertyuiop[]', 'PASSWORD_COMMON'],
  ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
  ['abcabcabcabc', 'PASSWORD_COMMON'],
  ['abcdefghijkl', 'PASSWORD_COMMON'],
  ['98765432109876', 'PASSWORD_COMMON'],
  ['ayse.demir@egetekstil.com.tr', 'PASSWORD_LIKE_EMAIL'],
  ['Ayse.Demir12', 'PASSWORD_LIKE_EMAIL'],
  ['egetekstil2026', 'PASSWORD_LIKE_EMAIL'],
  ['AyşeDemir-1990', 'PASSWORD_LIKE_EMAIL'],
])('A10: %j is refused: %s', (password, problem) => {
  expect(passwordProblem(password, ayse)).toBe(problem)
})

test.each([
  'Demo-Parola-1',
  'kestane kebap',
  '🌰🌰🍢🍢🐈🐈🎈🎈🚲🚲',
  'ığüşöçİĞÜŞ',
  'x7#Lq2!vR9',
  'demirden korksaydık trene binmezdik',
])('A8: %j is taken', (password) => expect(passwordProblem(password, ayse)).toBeNull())

test('a password is known again, in composed and decomposed letters, and no other is', async () => {
  const hash = await hashPassword('çay şekerli 🍵')
  expect(hash).toMatch(/^scrypt\$15\$8\$3\$/)
  expect(await verifyPassword({ hash, password: 'çay şekerli 🍵'.normalize('NFD') })).toBe(true)
  expect(await verifyPassword({ hash, password: 'çay şekerli ☕' })).toBe(false)
  expect(await verifyPassword({ hash: 'md5$abc', password: 'abc' })).toBe(false)
  expect(await hashPassword('çay şekerli 🍵')).not.toBe(hash)
})

test('A9: two are hashed at once, forty wait, the others are turned away; threads stay free for files', async () => {
  let done = false
  const results = Promise.allSettled(
    Array.from({ length: 200 }, () => hashPassword('kestane kebap', { log2N: 14, r: 8, p: 1 })),
  ).finally(() => (done = true))
  await Promise.all(Array.from({ length: 20 }, () => readFile(import.meta.filename)))
  expect(done).toBe(false)
  const refused = (await results).filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(158)
  expect(refused.every((result) => result.reason instanceof HashingBusy)).toBe(true)
})
