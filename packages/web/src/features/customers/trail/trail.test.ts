import { describe, expect, it } from 'vitest'
import { placeIn } from './trail'

const row = (id: string) => ({ id, name: id.toUpperCase() })
const trail = { search: {}, rows: [row('a'), row('b'), row('c')], offset: 50, total: 293 }

describe('the place in the list', () => {
  it('counts from the beginning of the whole list and knows the neighbours', () =>
    expect(placeIn(trail, 'b')).toEqual({ number: 52, total: 293, before: row('a'), after: row('c') }))
  it('has no neighbour at the edge of the page', () => expect(placeIn(trail, 'c')?.after).toBeUndefined())
  it('is unknown for a record that one came to by a link', () => expect(placeIn(trail, 'z')).toBeNull())
  it('is unknown without a list', () => expect(placeIn(null, 'a')).toBeNull())
})
