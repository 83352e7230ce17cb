import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { Section } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import { useContactTicketsQuery } from './__generated__/ContactTickets'
import { TicketLines } from './TicketLines'

interface Props {
  contact: { id: string; active: boolean }
}

/** The tickets that a contact opened, the last changed first. Suspends. */
export function ContactTickets({ contact: { id, active } }: Props) {
  const mayOpen = useCan('TICKETS_WRITE')
  const { contact } = useContactTicketsQuery({ variables: { id } }).data
  if (!contact) return null
  const { nodes, totalCount } = contact.tickets
  return (
    <Section
      title={<Trans>Tickets</Trans>}
      note={totalCount}
      aside={
        <>
          {mayOpen && active ? (
            <Link to="/tickets/new" search={{ requester: id }}>
              <Trans>New ticket</Trans>
            </Link>
          ) : null}
          {totalCount > nodes.length ? (
            <Link to="/tickets" search={{ requester: id }}>
              <Plural value={totalCount} one="Show the # ticket" other="Show all # tickets" />
            </Link>
          ) : null}
        </>
      }
    >
      {nodes.length > 0 ? (
        <TicketLines tickets={nodes} />
      ) : (
        <p className="muted">
          <Trans>This contact has opened no ticket yet.</Trans>
        </p>
      )}
    </Section>
  )
}
