import { createFileRoute, redirect } from '@tanstack/react-router'
import { CustomerContracts } from '~/features/contracts/list/CustomerContracts'
import { ContractListDocument } from '~/features/contracts/list/__generated__/ContractList'
import { contractVariables, readCustomerContracts } from '~/features/contracts/list/search'
import { today } from '~/lib/today'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** The contracts with the customer. */
export const Route = createFileRoute('/_app/customers/$id/contracts')({
  validateSearch: readCustomerContracts,
  beforeLoad: ({ context: { viewer }, params }) => {
    if (!may(viewer, 'CONTRACTS_READ')) throw redirect({ to: '/customers/$id', params })
  },
  loaderDeps: ({ search: { edit: _edit, ...search } }) => search,
  loader: ({ context: { client, viewer }, deps, params: { id } }) =>
    warm(
      client,
      ContractListDocument,
      contractVariables({ ...deps, customer: id }, { today: today(), plans: may(viewer, 'PLANS_READ') }),
    ),
  component: ContractsRoute,
})

function ContractsRoute() {
  const { id } = Route.useParams()
  const { edit: _edit, ...search } = Route.useSearch()
  return <CustomerContracts id={id} search={search} />
}
