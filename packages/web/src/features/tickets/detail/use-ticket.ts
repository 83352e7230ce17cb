import { useCan } from '../../session/SessionProvider'
import { useTicketPageQuery, type TicketDetailFragment } from './__generated__/TicketPage'

export type Ticket = TicketDetailFragment

/** A ticket with what stands on its page; null when it is not there, or not for the viewer. Suspends. */
export function useTicket(id: string): Ticket | null {
  const assets = useCan('CUSTOMERS_READ')
  return useTicketPageQuery({ variables: { id, assets } }).data.ticket
}
