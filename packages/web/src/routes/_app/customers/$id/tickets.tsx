import { createFileRoute, redirect } from '@tanstack/react-router'
import { TicketListDocument } from '~/features/tickets/list/__generated__/TicketList'
import { CustomerTickets } from '~/features/tickets/list/CustomerTickets'
import { readCustomerTickets, ticketVariables } from '~/features/tickets/list/search'
import { warm } from '~/lib/graphql/warm'

/** The tickets of the customer. */
export const Route = createFileRoute('/_app/customers/$id/tickets')({
  validateSearch: readCustomerTickets,
  beforeLoad: ({ context: { viewer }, params }) => {
    if (!viewer.permissions.includes('TICKETS_READ')) throw redirect({ to: '/customers/$id', params })
  },
  loaderDeps: ({ search: { edit: _edit, ...search } }) => search,
  loader: ({ context: { client, viewer }, deps, params: { id } }) =>
    warm(client, TicketListDocument, ticketVariables({ ...deps, customer: id }, viewer.person?.id ?? '')),
  component: TicketsRoute,
})

function TicketsRoute() {
  const { id } = Route.useParams()
  const { edit: _edit, ...search } = Route.useSearch()
  return <CustomerTickets id={id} search={search} />
}
