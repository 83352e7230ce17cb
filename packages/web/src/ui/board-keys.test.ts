import { expect, it } from 'vitest'
import { stepOf } from './board-keys'

const counts = [3, 0, 1, 5]

it.each([
  ['ArrowDown', 0, 0, 0, 1],
  ['ArrowDown', 0, 2, 0, 2],
  ['ArrowUp', 0, 0, 0, 0],
  ['ArrowRight', 0, 2, 2, 0],
  ['ArrowRight', 3, 2, 3, 2],
  ['ArrowLeft', 2, 0, 0, 0],
  ['ArrowLeft', 3, 4, 2, 0],
  ['ArrowLeft', 0, 1, 0, 1],
  ['Home', 3, 4, 3, 0],
  ['End', 3, 1, 3, 4],
])('%s from column %i, card %i', (key, column, card, toColumn, toCard) =>
  expect(stepOf(key, { column, card }, counts)).toEqual({ column: toColumn, card: toCard }),
)

it('leaves other keys alone', () => expect(stepOf('a', { column: 0, card: 0 }, counts)).toBeNull())
