import { parseValue } from 'graphql'
import { describe, expect, it } from 'vitest'
import { GraphQLDate, GraphQLDateTime, GraphQLDecimal, isUuid } from './scalars.ts'

/** Words of a refusal: none of them is the value. */
const refused = /^A (?:Date|DateTime|Decimal) is (?!.*hunter2)/

describe('Date', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(GraphQLDate.parseValue(text)).toBe(text)
    expect(GraphQLDate.serialize(text)).toBe(text)
  })
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '+102026-01-01',
    '2026-1-1',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '',
    'hunter2',
    20_261_123,
    null,
    {},
  ])('F13 refuses %o', (value) => expect(() => GraphQLDate.parseValue(value)).toThrow(refused))
})

describe('DateTime', () => {
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00+03:00', '2026-11-23T06:00:00Z'],
    ['2026-11-23T00:30:00.1200+03:00', '2026-11-22T21:30:00.12Z'],
    ['2026-11-23T09:00:00.123456Z', '2026-11-23T09:00:00.123456Z'],
    ['2026-11-23T09:00:00.123456789Z', '2026-11-23T09:00:00.123456Z'],
    ['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00Z'],
  ])('takes %s as %s', (text, utc) => expect(GraphQLDateTime.parseValue(text)).toBe(utc))
  it.each([
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-11-23 09:00:00Z',
    '2026-02-29T09:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:00:60Z',
    '2026-11-23T09:00:00+15:00',
    '9999-12-31T23:59:59-01:00',
    '0001-01-01T00:00:00+01:00',
    'hunter2',
    1_700_000_000,
    null,
  ])('refuses %o', (value) => expect(() => GraphQLDateTime.parseValue(value)).toThrow(refused))
  it('shows instants in UTC', () => {
    expect(GraphQLDateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
    expect(GraphQLDateTime.serialize('2026-11-23T09:00:00.5Z')).toBe('2026-11-23T09:00:00.5Z')
    expect(GraphQLDateTime.serialize('2026-11-23T09:00:00+03:00')).toBe('2026-11-23T06:00:00Z')
    expect(() => GraphQLDateTime.serialize(new Date(Number.NaN))).toThrow(TypeError)
  })
})

describe('F14 Decimal', () => {
  it.each(['0', '0.00', '1250.50', '-3.1', '999999999999999.9999', '-999999999999999'])('takes %s', (text) => {
    expect(GraphQLDecimal.parseValue(text)).toBe(text)
  })
  it.each([
    'NaN',
    'Infinity',
    '1e400',
    '1e2',
    '-0',
    '-0.00',
    '01',
    '.5',
    '5.',
    '+1',
    '1,5',
    '1000000000000000',
    '0.12345',
    '0.123456789012345',
    '',
    ' 1',
    '0x10',
    'hunter2',
    1.5,
    1,
    Number.NaN,
    null,
  ])('refuses %o', (value) => expect(() => GraphQLDecimal.parseValue(value)).toThrow(refused))
  it('takes strings only in documents too', () => {
    expect(GraphQLDecimal.parseLiteral(parseValue('"1.5"'), undefined)).toBe('1.5')
    expect(() => GraphQLDecimal.parseLiteral(parseValue('1.5'), undefined)).toThrow(refused)
  })
})

describe('ids', () => {
  it('knows the shape of ours', () => {
    expect(isUuid('01932d3e-7b8a-7c11-9f5e-0123456789ab')).toBe(true)
    for (const other of [
      '',
      'x',
      '01932d3e7b8a7c119f5e0123456789ab',
      '01932d3e-7b8a-7c11-9f5e-0123456789ag',
      "' or 1=1",
      1,
      null,
    ])
      expect(isUuid(other)).toBe(false)
  })
})
