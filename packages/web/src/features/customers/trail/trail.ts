import type { PageParams } from '~/lib/paging'

/** The page of a list from which one opened a record: it gives "4 / 293" and the way to the neighbours. */
export interface Trail<S extends PageParams = PageParams> {
  /** The list's address, to go back to. */
  search: S
  rows: { id: string; name: string }[]
  /** Which row of all the first one is, from 0. */
  offset: number
  total: number
  next?: PageParams
  previous?: PageParams
}

export type ListName = 'customers' | 'contacts' | 'tickets' | 'contracts'

const keyOf = (list: ListName) => `accord-trail:${list}`

/** Remembers what a list shows, for this tab of the browser. */
export function keepTrail<S extends PageParams>(list: ListName, trail: Trail<S>): void {
  try {
    sessionStorage.setItem(keyOf(list), JSON.stringify(trail))
  } catch {
    sessionStorage.removeItem(keyOf(list))
  }
}

/** The list that was shown last, if this record stands in it. */
export function readTrail(list: ListName): Trail | null {
  const kept = sessionStorage.getItem(keyOf(list))
  if (!kept) return null
  try {
    return JSON.parse(kept) as Trail
  } catch {
    return null
  }
}

/** Where a record stands in the list; null when it does not, e.g. when one came by a link. */
export function placeIn(trail: Trail | null, id: string) {
  const at = trail?.rows.findIndex((row) => row.id === id) ?? -1
  if (!trail || at < 0) return null
  return { number: trail.offset + at + 1, total: trail.total, before: trail.rows[at - 1], after: trail.rows[at + 1] }
}
