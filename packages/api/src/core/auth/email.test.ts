import { expect, test } from 'vitest'
import { foldEmail, isEmail } from './email.ts'

test.each([
  'ayse@ege.demo',
  "ayse.o'neil+accord@mail.ege.com.tr",
  'A_B-c@x-y.example',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.com`,
])('%s is an address', (address) => expect(isEmail(address)).toBe(true))

test.each([
  '',
  'ayse',
  '@ege.demo',
  'ayse@',
  'ayse@demo',
  'ayse@@ege.demo',
  'a b@ege.demo',
  '.a@ege.demo',
  'a.@ege.demo',
  'a..b@ege.demo',
  'a@-ege.demo',
  'a@ege-.demo',
  'a@ege..demo',
  'a@ege.demo.',
  'a@ege.d3mo',
  'a@[127.0.0.1]',
  '"a@evil.example x"@internal.example',
  'a@ege.demo\r\nBcc: b@evil.example',
  'friends: a@ege.demo, b@ege.demo;',
  'Ayşe <a@ege.demo>',
  'a@ege.demo,b@ege.demo',
  'admın@ege.demo',
  'a＠ege.demo',
  'a@ege.demo\0',
  `${'a'.repeat(65)}@ege.demo`,
  `a@${'b.'.repeat(130)}demo`,
])('I9: %j is not one plain address', (address) => expect(isEmail(address)).toBe(false))

test('I9, H18: ten thousand levels of a nested group are refused at once', () => {
  const before = performance.now()
  expect(isEmail('g:'.repeat(10_000) + 'a@ege.demo' + ';'.repeat(10_000))).toBe(false)
  expect(performance.now() - before).toBeLessThan(5)
})

test('A7: only A to Z are folded', () => {
  expect(foldEmail('ADMIN@X.COM')).toBe('admin@x.com')
  expect(foldEmail('ADMİN@X.COM')).toBe('admİn@x.com')
  expect(foldEmail('\u212Aim@x.com')).toBe('\u212Aim@x.com')
})
