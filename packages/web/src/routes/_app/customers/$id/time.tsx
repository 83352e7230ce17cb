import { createFileRoute, redirect } from '@tanstack/react-router'
import { CustomerTimeDocument } from '~/features/time/customer/__generated__/CustomerTime'
import { CustomerTime } from '~/features/time/customer/CustomerTime'
import { customerTimeVariables, readCustomerTime } from '~/features/time/customer/search'
import { timeRights } from '~/features/time/rights'
import { warm } from '~/lib/graphql/warm'

/** The time that was spent for the customer. */
export const Route = createFileRoute('/_app/customers/$id/time')({
  validateSearch: readCustomerTime,
  beforeLoad: ({ context: { viewer }, params }) => {
    if (!timeRights(viewer).sees) throw redirect({ to: '/customers/$id', params })
  },
  loaderDeps: ({ search: { edit: _edit, entry: _entry, ...search } }) => search,
  loader: ({ context: { client, viewer }, deps, params: { id } }) =>
    warm(client, CustomerTimeDocument, customerTimeVariables(id, deps, timeRights(viewer).contracts)),
  component: TimeRoute,
})

function TimeRoute() {
  const { id } = Route.useParams()
  const { edit: _edit, ...search } = Route.useSearch()
  return <CustomerTime id={id} search={search} />
}
