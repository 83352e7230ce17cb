import type { PageParams } from '~/lib/paging'
import { keepTrail } from '../customers/trail/trail'
import type { TicketSearch } from './list/search'

/** Remembers the rows of the list that are on screen, for "4 / 293" and the way to the neighbours. */
export const keepTicketTrail = (
  search: TicketSearch,
  rows: readonly { id: string; number: string; subject: string }[],
  total: number,
): void =>
  keepTrail<PageParams & TicketSearch>('tickets', {
    search,
    rows: rows.slice(0, 600).map(({ id, number, subject }) => ({ id, name: `${number} ${subject}` })),
    offset: 0,
    total,
  })
