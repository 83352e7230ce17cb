import { describe, expect, it } from 'vitest'
import { columnsOf } from './columns-of'

describe('the columns of the board', () => {
  it('moves a card whose status has changed, and the counts with it', () => {
    const [open, working] = columnsOf([
      {
        status: 'OPEN',
        total: 80,
        cards: [
          { id: 'a', status: 'IN_PROGRESS' },
          { id: 'b', status: 'OPEN' },
        ],
      },
      { status: 'IN_PROGRESS', total: 3, cards: [{ id: 'c', status: 'IN_PROGRESS' }] },
    ])
    expect(open).toEqual({ status: 'OPEN', total: 79, cards: [{ id: 'b', status: 'OPEN' }] })
    expect(working?.cards.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(working?.total).toBe(4)
  })
})
