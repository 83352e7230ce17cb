import { createFileRoute } from '@tanstack/react-router'
import { ContractListDocument } from '~/features/contracts/list/__generated__/ContractList'
import { ContractListScreen } from '~/features/contracts/list/ContractListScreen'
import { contractVariables, readContractSearch } from '~/features/contracts/list/search'
import { today } from '~/lib/today'
import { may } from '~/features/session/may'
import { seesContracts } from '~/features/contracts/sees-contracts'
import { warm } from '~/lib/graphql/warm'

/** The contracts; `view=expiring` shows those that end within 90 days. */
export const Route = createFileRoute('/_app/contracts/')({
  validateSearch: readContractSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (seesContracts(viewer.permissions))
      warm(client, ContractListDocument, contractVariables(deps, { today: today(), plans: may(viewer, 'PLANS_READ') }))
  },
  component: ContractsRoute,
})

function ContractsRoute() {
  return <ContractListScreen search={Route.useSearch()} />
}
