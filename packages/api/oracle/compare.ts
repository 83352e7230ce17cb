/** Whether an answer is the one that the model expects; if not, in what. */
import type { Answer } from '../test/house.ts'
import type { Expected } from './answer.ts'
import type { Cursors } from './model/cursors.ts'
import { isAnything } from './model/unknown.ts'

/** What is wrong with the answer, in one line; null when nothing is. */
export function wrongIn(answer: Answer, expected: Expected, cursors: Cursors): string | null {
  if (expected.is === 'data') {
    if (answer.errors) return `expected data, got ${told(answer)}`
    return differenceOf(expected.data, answer.data, cursors, 'data')
  }
  if (answer.data) return `expected ${expected.is}, got data`
  const [error, ...more] = answer.errors ?? []
  if (error?.extensions['code'] !== expected.is || more.length > 0)
    return `expected ${expected.is}, got ${told(answer)}`
  if (expected.is !== 'FORBIDDEN') return null
  const path = error.path?.join('.')
  const named = expected.closed.some(
    (each) => each.path.join('.') === path && each.lacks === error.extensions['permission'],
  )
  const doors = expected.closed.map((each) => `${each.path.join('.')} (${each.lacks})`).join(', ')
  return named ? null : `FORBIDDEN names ${path} (${String(error.extensions['permission'])}), closed are ${doors}`
}

const told = ({ status, errors, data }: Answer) =>
  `${status} ${errors ? errors.map(({ message, path, extensions }) => `${String(extensions['code'])} at ${path?.join('.')}: ${message}`).join('; ') : JSON.stringify(data)}`

/** Where two values part; keys have to come in the same order. A cursor may be any text that stays the same. */
function differenceOf(expected: unknown, actual: unknown, cursors: Cursors, path: string): string | null {
  if (isAnything(expected)) return actual === undefined ? `${path}: something expected` : null
  const cursor = cursors.meets(expected, actual)
  if (cursor !== null) return cursor ? null : `${path}: the cursor ${JSON.stringify(actual)} is another row's or list's`
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return `${path}: ${expected.length} expected, got ${actual.length}`
    return firstOf(expected.keys(), (index) =>
      differenceOf(expected[index], actual[index], cursors, `${path}[${index}]`),
    )
  }
  if (isObject(expected) && isObject(actual)) {
    const [left, right] = [Object.keys(expected).join(), Object.keys(actual).join()]
    if (left !== right) return `${path}: fields ${left} expected, got ${right}`
    return firstOf(Object.keys(expected), (key) => differenceOf(expected[key], actual[key], cursors, `${path}.${key}`))
  }
  return Object.is(expected, actual)
    ? null
    : `${path}: ${JSON.stringify(expected)} expected, got ${JSON.stringify(actual)}`
}

function firstOf<Key>(keys: Iterable<Key>, look: (key: Key) => string | null): string | null {
  for (const key of keys) {
    const found = look(key)
    if (found !== null) return found
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
