import { expect, it } from 'vitest'
import { isAccepted } from './accepted-file'

it.each([
  ['foto.JPG', 'image/jpeg', undefined, true],
  ['foto.JPG', 'image/jpeg', 'image/*,.pdf', true],
  ['fatura.PDF', '', 'image/*, .pdf', true],
  ['kur.exe', 'application/x-msdownload', 'image/*,.pdf', false],
  ['a.txt', 'text/plain', 'text/plain', true],
  ['a.txt', 'text/plain', 'text', false],
])('%s (%s) by the rule %s: %s', (name, type, accept, taken) => expect(isAccepted({ name, type }, accept)).toBe(taken))
