import { createFileRoute, Outlet } from '@tanstack/react-router'
import { TicketListDocument } from '~/features/tickets/list/__generated__/TicketList'
import { readTicketSearch, ticketVariables } from '~/features/tickets/list/search'
import { TicketListScreen } from '~/features/tickets/list/TicketListScreen'
import { seesTickets } from '~/features/tickets/sees-tickets'
import { warm } from '~/lib/graphql/warm'

/** The list of tickets, or their board; a new one is opened in a drawer over it. */
export const Route = createFileRoute('/_app/tickets/_list')({
  validateSearch: readTicketSearch,
  loaderDeps: ({ search: { peek: _peek, ...search } }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (seesTickets(viewer.permissions) && deps.as !== 'board')
      warm(client, TicketListDocument, ticketVariables(deps, viewer.person?.id ?? ''))
  },
  component: TicketsRoute,
})

function TicketsRoute() {
  return (
    <>
      <TicketListScreen search={Route.useSearch()} />
      <Outlet />
    </>
  )
}
