import type { RecordSearch } from './search'

let last: RecordSearch = {}

/** Remembers how the records were narrowed last, for the way back from one of them. */
export function keepRecordSearch(search: RecordSearch): void {
  last = search
}

export const lastRecordSearch = (): RecordSearch => last
