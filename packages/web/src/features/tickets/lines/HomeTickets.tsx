import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { Section } from '~/ui/Page'
import { useViewer } from '../../session/SessionProvider'
import { useHomeTicketsQuery } from './__generated__/HomeTickets'
import { TicketLines } from './TicketLines'

/** What waits for the reader: the own open tickets, the most urgent first, and requests without a decision. Suspends. */
export function HomeTickets() {
  const { person } = useViewer()
  const { mine, waiting, unassigned } = useHomeTicketsQuery({ variables: { me: person?.id ?? '' } }).data
  return (
    <>
      <Section
        title={<Trans>My open tickets</Trans>}
        note={mine.totalCount}
        aside={
          <>
            {unassigned.totalCount > 0 ? (
              <Link to="/tickets" search={{ status: 'open', assignee: 'none' }}>
                <Plural value={unassigned.totalCount} one="# without an assignee" other="# without an assignee" />
              </Link>
            ) : null}
            <Link to="/tickets" search={{ status: 'open', assignee: 'me' }}>
              <Trans>Show all</Trans>
            </Link>
          </>
        }
      >
        {mine.nodes.length > 0 ? (
          <TicketLines tickets={mine.nodes} />
        ) : (
          <p className="muted">
            <Trans>No open ticket is assigned to you.</Trans>
          </p>
        )}
      </Section>
      {waiting.nodes.length > 0 ? (
        <Section
          title={<Trans>Waiting for a decision</Trans>}
          note={waiting.totalCount}
          aside={
            <Link to="/approvals">
              <Trans>Show all</Trans>
            </Link>
          }
        >
          <TicketLines tickets={waiting.nodes} />
        </Section>
      ) : null}
    </>
  )
}
