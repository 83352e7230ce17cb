import { PresenceDots } from '~/ui/PresenceDots'
import { useViewer } from '../session/SessionProvider'
import { useTicketPresence } from './use-ticket-presence'

/** Colleagues who have the ticket open now; nothing when there are none. */
export function Here({ id }: { id: string }) {
  const { person } = useViewer()
  return <PresenceDots people={useTicketPresence(id, person?.id)} />
}
