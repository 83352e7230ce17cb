import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { Section } from '~/ui/Page'
import { useCan } from '../../session/SessionProvider'
import { TicketLines } from '../../tickets/lines/TicketLines'
import { useContractTicketsQuery } from './__generated__/ContractTickets'
import type { Contract } from './use-contract'

/** The tickets under the contract, the last changed first. Suspends. */
export function ContractTickets({ contract: { id, customer, status } }: { contract: Contract }) {
  const mayOpen = useCan('TICKETS_WRITE') && customer.active && status === 'ACTIVE'
  const { nodes, totalCount } = useContractTicketsQuery({ variables: { id } }).data.tickets
  return (
    <Section
      title={<Trans>Tickets</Trans>}
      note={totalCount}
      aside={
        <>
          {mayOpen ? (
            <Link to="/tickets/new" search={{ customer: customer.id, contract: id }}>
              <Trans>New ticket</Trans>
            </Link>
          ) : null}
          {totalCount > nodes.length ? (
            <Link to="/tickets" search={{ contract: id }}>
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
          <Trans>No ticket names this contract yet.</Trans>
        </p>
      )}
    </Section>
  )
}
