import { Suspense, useDeferredValue } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { useCan } from '../../session/SessionProvider'
import { useLosingTicketsQuery } from './__generated__/LosingTickets'

interface Props {
  customerId: string
  technicianIds: string[]
}

function Loaded({ customerId, technicianIds }: Props) {
  const asked = useDeferredValue(technicianIds.join(' ')).split(' ')
  const { data } = useLosingTicketsQuery({ variables: { customerId, technicianIds: asked } })
  const { nodes, totalCount } = data.ticketsLosingAssignee
  const rest = totalCount - nodes.length
  if (totalCount === 0) return <Trans>No open ticket loses its assignee.</Trans>
  return (
    <>
      <Plural
        value={totalCount}
        one="# open ticket loses its assignee; assign it to somebody else:"
        other="# open tickets lose their assignee; assign them to somebody else:"
      />
      <ul>
        {nodes.map(({ id, number, subject }) => (
          <li key={id}>
            <Link to="/tickets/$id" params={{ id }} target="_blank" className="intext">
              {number}
            </Link>{' '}
            {subject}
          </li>
        ))}
        {rest > 0 ? (
          <li>
            <Plural value={rest} one="and # more ticket" other="and # more tickets" />
          </li>
        ) : null}
      </ul>
    </>
  )
}

/** Which open tickets of a customer lose their assignee when these technicians lose the authorization. */
export function LosingTickets(props: Props) {
  if (!useCan('TICKETS_READ')) return null
  return (
    <QueryBoundary
      resetKey={props}
      fallback={() => <Trans>Which tickets lose their assignee could not be loaded.</Trans>}
    >
      <Suspense fallback={<Trans>Counting…</Trans>}>
        <Loaded {...props} />
      </Suspense>
    </QueryBoundary>
  )
}
