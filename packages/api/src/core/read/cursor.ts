/** Cursors are opaque to callers: base64url of a JSON array, the seal of field, filter and order first, then the keys. */
import { hash } from 'node:crypto'
import { badUserInput } from '../graphql/errors.ts'
import { isCalendarDate, isInstant, isUuid } from '../graphql/scalars.ts'
import { normalText } from '../graphql/text.ts'
import type { SqlType } from './model.ts'

const paging = new Set(['first', 'after', 'last', 'before'])

/** Seal of what a cursor belongs to: a cursor of another list, filter or order is refused. */
export function fingerprint(field: string, args: Readonly<Record<string, unknown>>): string {
  const rest = Object.entries(args).filter(
    ([name, value]) => !paging.has(name) && value !== null && value !== undefined,
  )
  return hash('sha256', JSON.stringify([field, rest]), 'base64url').slice(0, 8)
}

/**
 * What PostgreSQL prints of a key and takes back. A cursor is opaque, not secret: anybody can write one, so a key that
 * the database could not read must not come so far.
 */
const readable: Partial<Record<SqlType, (key: string) => boolean>> = {
  uuid: isUuid,
  int: (key) => /^-?\d{1,9}$/.test(key),
  text: (key) => normalText(key) !== null,
  date: isCalendarDate,
  timestamptz: (key) => isInstant(key.replace(' ', 'T').replace(/\+00$/, 'Z')),
}

/** The cursor's keys as PostgreSQL's types; throws BAD_USER_INPUT when it was not made for this list. */
export function cursorKey(
  cursor: unknown,
  seal: string,
  keys: readonly SqlType[],
  index: number,
  side: string,
): string {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(String(cursor), 'base64url').toString('utf8'))
  } catch {
    parts = undefined
  }
  if (
    !Array.isArray(parts) ||
    parts.length !== keys.length + 1 ||
    parts[0] !== seal ||
    !keys.every((key, i) => typeof parts[i + 1] === 'string' && readable[key]?.(parts[i + 1] as string))
  )
    throw badUserInput(`${side}: this cursor does not belong to this list, filter and order`)
  return parts[index + 1] as string
}
