import { byCode, byTurkish } from './fold.ts'

/** An order of rows: by one value, then by id, both in one direction. */
export interface Order {
  readonly compare: (left: Keyed, right: Keyed) => number
}
export interface Keyed {
  id: string
}

type Row = Keyed & Readonly<Record<string, unknown>>

const order = (column: string, compare: (left: string, right: string) => number, desc: boolean): Order => {
  const key = (row: Keyed) => String((row as Row)[column])
  return { compare: (left, right) => (compare(key(left), key(right)) || byCode(left.id, right.id)) * (desc ? -1 : 1) }
}

/** As Turkish is spelled. */
export const byName = (desc = false): Order => order('name', byTurkish, desc)

export const byTitle = (desc = false): Order => order('title', byTurkish, desc)

/** By a rank, then by an instant. */
export const byRank = (rank: (row: never) => number, column: string, desc = false): Order => {
  const later = order(column, byCode, desc)
  return {
    compare: (left, right) =>
      (rank(left as never) - rank(right as never)) * (desc ? -1 : 1) || later.compare(left, right),
  }
}

export const byInstant = (column: string, desc = false): Order => order(column, byCode, desc)
