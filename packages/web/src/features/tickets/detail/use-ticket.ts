import { useTicketPageQuery, type TicketDetailFragment } from './__generated__/TicketPage'

export type Ticket = TicketDetailFragment

/** A ticket with what stands on its page; null when it is not there, or not for the viewer. Suspends. */
export const useTicket = (id: string): Ticket | null => useTicketPageQuery({ variables: { id } }).data.ticket
