import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { seesTickets } from '~/features/tickets/sees-tickets'
import { NewTicketDrawer } from '~/features/tickets/form/NewTicketDrawer'

/** Opens a ticket, over the list. The customer, the requester, the asset or the contract may be given by the address. */
export const Route = createFileRoute('/_app/tickets/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!viewer.permissions.includes('TICKETS_WRITE') || !seesTickets(viewer.permissions))
      throw redirect({ to: '/tickets' })
  },
  component: NewTicketRoute,
})

function NewTicketRoute() {
  const { customer, requester, asset, contract } = Route.useSearch()
  const navigate = useNavigate()
  return (
    <NewTicketDrawer
      customerId={customer}
      requesterId={requester}
      assetId={asset}
      contractId={contract}
      onClose={() => void navigate({ to: '/tickets', search: true, ignoreBlocker: true })}
      onCreated={(id) => void navigate({ to: '/tickets/$id', params: { id } })}
    />
  )
}
