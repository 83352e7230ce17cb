import { createFileRoute, Outlet } from '@tanstack/react-router'
import { CustomerListDocument } from '~/features/customers/__generated__/CustomerList'
import { CustomerListScreen } from '~/features/customers/CustomerListScreen'
import { listVariables } from '~/features/customers/list-variables'
import { warm } from '~/lib/graphql/warm'
import { count, flag, oneOf, params, text } from '~/lib/search-params'

/** The list of customers; a new one is entered in a drawer over it. */
export const Route = createFileRoute('/_app/customers/_list')({
  validateSearch: params({
    q: text,
    active: flag,
    kind: oneOf('EXTERNAL', 'INTERNAL'),
    technician: text,
    sort: oneOf('NAME_ASC', 'NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC'),
    after: text,
    before: text,
    page: count,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) =>
    warm(client, CustomerListDocument, listVariables(deps, viewer.permissions.includes('TICKETS_READ'))),
  component: CustomersRoute,
})

function CustomersRoute() {
  return (
    <>
      <CustomerListScreen search={Route.useSearch()} />
      <Outlet />
    </>
  )
}
