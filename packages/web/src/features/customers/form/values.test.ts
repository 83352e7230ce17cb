import { describe, expect, it } from 'vitest'
import { NEW_CUSTOMER, changesOf, withScheme } from './values'

describe('changes of a customer', () => {
  const before = { ...NEW_CUSTOMER, name: 'Ege Tekstil', phone: '+90 232 555 00 00' }
  it('leaves out what was not touched', () => expect(changesOf(before, before)).toEqual({}))
  it('says null for what was emptied', () =>
    expect(changesOf({ ...before, phone: '' }, before)).toEqual({ phone: null }))
  it('completes a website that was sent before the field was left', () =>
    expect(changesOf({ ...before, website: 'ege.example' }, before)).toEqual({ website: 'https://ege.example' }))
})

describe('withScheme', () => {
  it.each([
    ['ege.example', 'https://ege.example'],
    [' http://ege.example ', 'http://ege.example'],
    ['', ''],
  ])('%s → %s', (typed, expected) => expect(withScheme(typed)).toBe(expected))
})
