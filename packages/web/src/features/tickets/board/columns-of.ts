import type { TicketStatus } from '~/lib/__generated__/schema'

interface Card {
  id: string
  status: TicketStatus
}
export interface Column<T> {
  status: TicketStatus
  total: number
  cards: T[]
}

/**
 * Puts cards where they stand now: a card that was moved on screen leaves the column that the server listed it in and
 * goes to the top of its new one, and both count on.
 */
export function columnsOf<T extends Card>(listed: readonly Column<T>[]): Column<T>[] {
  return listed.map(({ status, total, cards }) => {
    const stayed = cards.filter((card) => card.status === status)
    const came = listed
      .filter((column) => column.status !== status)
      .flatMap((column) => column.cards.filter((card) => card.status === status))
    return { status, total: total - (cards.length - stayed.length) + came.length, cards: [...came, ...stayed] }
  })
}
