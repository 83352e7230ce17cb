import { createFileRoute } from '@tanstack/react-router'
import { PortalContractsDocument } from '~/features/portal-contracts/__generated__/PortalContracts'
import { ContractsScreen } from '~/features/portal-contracts/ContractsScreen'
import { contractsSearch, contractsVariables } from '~/features/portal-contracts/search'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/contracts')({
  validateSearch: contractsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (viewer.ticketScopes.includes('COMPANY')) warm(client, PortalContractsDocument, contractsVariables(deps))
  },
  component: Contracts,
})

function Contracts() {
  return <ContractsScreen search={Route.useSearch()} />
}
