import { useEffect } from 'react'
import { useLivePresenceSubscription } from './__generated__/LivePresence'
import { useWatch } from './use-watch'

/**
 * Colleagues who have the ticket open now, by name. Whoever calls this is there for them too, until the screen closes.
 * Staff only.
 * @param self id of the viewer's own technician, who is left out
 */
export function useTicketPresence(id: string, self: string | undefined): { id: string; name: string }[] {
  const { fail, keep } = useWatch(() => false, id)
  const live = useLivePresenceSubscription({ variables: { id }, onError: fail })
  useEffect(() => {
    keep(live.restart)
  })
  return (live.data?.ticketPresence.technicians ?? []).filter((each) => each.id !== self)
}
