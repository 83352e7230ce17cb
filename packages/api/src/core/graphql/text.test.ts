import { describe, expect, it } from 'vitest'
import { Problem } from './problem.ts'
import { cleanName, normalText } from './text.ts'

describe('I4 text', () => {
  it.each([
    ['Müşteri', 'Müşteri'],
    ['Mu\u0308s\u0327teri', 'Müşteri'],
    ['line\nbreak\ttab', 'line\nbreak\ttab'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['', ''],
  ])('%j is kept as %j', (text, kept) => expect(normalText(text)).toBe(kept))
  it.each(['\0', 'a\0', 'ş\0', '\ud800', 'a\udfff', '\ufffe', '\uffff'])('%j is no text', (text) =>
    expect(normalText(text)).toBeNull(),
  )
})

describe('I4 names', () => {
  it.each([
    ['  Anadolu \t Lojistik\n', 'Anadolu Lojistik'],
    ['I\u0307stanbul', 'İstanbul'],
    ['Ana\u200bdolu\ufeff', 'Anadolu'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('%j becomes %j', (name, clean) => expect(cleanName(name, ['name'])).toBe(clean))

  it.each(['a\u202eb', '\u2066a', 'a\u200f', 'a\u0007', 'a\u001b[31m', 'a\0', 'a\ud800', 'a\u0085b'])(
    '%j is refused',
    (name) => {
      expect(() => cleanName(name, ['name'])).toThrow(expect.objectContaining({ code: 'INVALID', path: ['name'] }))
    },
  )

  it.each(['', '   ', '\u200b\u2060'])('%j is no name', (name) => {
    expect(() => cleanName(name, ['name'])).toThrow(Problem)
    expect(() => cleanName(name, ['name'])).toThrow(expect.objectContaining({ code: 'REQUIRED' }))
  })
})
