import { describe, expect, it } from 'vitest'
import { count, flag, oneOf, params, parseSearch, someOf, stringifySearch, text } from './search-params'

const read = params({
  q: text,
  active: flag,
  page: count,
  sort: oneOf('NAME_ASC', 'NAME_DESC'),
  status: someOf('SENT', 'FAILED'),
})

describe('search parameters', () => {
  it('reads what fits and drops what does not', () => {
    expect(read(parseSearch('?q=007&active=false&page=2&sort=NAME_DESC&status=SENT,X'))).toEqual({
      q: '007',
      active: false,
      page: 2,
      sort: 'NAME_DESC',
      status: ['SENT'],
    })
    expect(read(parseSearch('?active=yes&page=-1&sort=DROP&other=1&q=%20'))).toEqual({})
  })
  it('comes back as it went', () => {
    const state = { q: 'a&b=ç', active: true, page: 3, status: ['SENT', 'FAILED'] }
    expect(read(parseSearch(stringifySearch(state)))).toEqual(state)
    expect(stringifySearch({ q: undefined })).toBe('')
  })
})
