import { describe, expect, it } from 'vitest'
import { defineMessages, generic, message, messageKeys } from './messages.ts'
import { Problem, type UserErrorCode } from './problem.ts'

describe('messages', () => {
  it('says every code in both languages', () => {
    const codes: UserErrorCode[] = [
      'NOT_FOUND',
      'REQUIRED',
      'INVALID',
      'TAKEN',
      'IN_USE',
      'CONFLICT',
      'NOT_ALLOWED',
      'LIMIT_EXCEEDED',
      'PERIOD_CLOSED',
    ]
    for (const code of codes) {
      expect(message('tr', generic[code])).not.toBe(message('en', generic[code]))
      expect(messageKeys()).toContain(code)
    }
  })

  it('fills blanks, numbers as the language writes them', () => {
    expect(message('tr', generic['text.tooLong'], { max: 10_000 })).toBe('En çok 10.000 karakter olabilir.')
    expect(message('en', generic['text.tooLong'], { max: 10_000 })).toBe('At most 10,000 characters.')
  })

  it('takes no key twice, and no text that says less in one language', () => {
    defineMessages({ 'test.one': { tr: 'Bir {a}', en: 'One {a}' } })
    expect(() => defineMessages({ 'test.one': { tr: 'Bir', en: 'One' } })).toThrow('twice')
    expect(() => defineMessages({ 'test.two': { tr: 'İki {a}', en: 'Two {b}' } })).toThrow('both languages')
    expect(() => defineMessages({ 'test.three': { tr: '', en: 'Three' } })).toThrow('both languages')
    // @ts-expect-error English lacks
    expect(() => defineMessages({ 'test.four': { tr: 'Dört' } })).toThrow('both languages')
  })
})

describe('a problem', () => {
  it('is told in the language of the caller', () => {
    const problem = new Problem('TAKEN', ['email'])
    expect(problem.toUserError('tr')).toEqual({
      code: 'TAKEN',
      message: 'Bu değer zaten kullanılıyor.',
      path: ['email'],
    })
    expect(problem.toUserError('en').message).toBe('This value is already taken.')
  })
  it('may have better words', () => {
    const problem = new Problem('INVALID', ['name'], { key: generic['text.tooLong'], params: { max: 5 } })
    expect(problem.toUserError('en')).toEqual({ code: 'INVALID', message: 'At most 5 characters.', path: ['name'] })
  })
})
