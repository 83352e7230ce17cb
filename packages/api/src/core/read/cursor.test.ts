import { expect, test } from 'vitest'
import type { SqlType } from './model.ts'
import { cursorKey } from './cursor.ts'

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const id = '7c9b1f6e-0f4e-4a55-a1d5-0c6d3f5b2a11'

test.each<[SqlType, string]>([
  ['uuid', id],
  ['int', '3'],
  ['int', '-12'],
  ['text', 'Çınar “1”'],
  ['date', '2026-02-03'],
  ['timestamptz', '2026-02-03 00:30:00.123456+00'],
])('a key of %s is taken as PostgreSQL prints it: %s', (type, key) => {
  expect(cursorKey(cursor('seal', key, id), 'seal', [type, 'uuid'], 0, 'after')).toBe(key)
})

test.each<[SqlType, unknown]>([
  ['uuid', 'x'],
  ['int', '3x'],
  ['int', '99999999999'],
  ['int', ''],
  ['int', 3],
  ['text', '\u0000'],
  ['date', '2026-02-30'],
  ['date', 'today'],
  ['timestamptz', 'yesterday'],
])('a key of %s that the database could not read is refused: %s', (type, key) => {
  expect(() => cursorKey(cursor('seal', key, id), 'seal', [type, 'uuid'], 0, 'after')).toThrow('does not belong')
})

test('a cursor of another list, with other keys, or none at all is refused', () => {
  for (const each of [cursor('other', '1', id), cursor('seal', id), cursor('seal', '1', id, id), 'x', '', null])
    expect(() => cursorKey(each, 'seal', ['int', 'uuid'], 0, 'after')).toThrow('does not belong')
})
