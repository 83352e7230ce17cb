import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { CustomerTechniciansDocument } from '~/features/customers/technicians/__generated__/CustomerTechnicians'
import { CustomerTechnicians } from '~/features/customers/technicians/CustomerTechnicians'
import { warm } from '~/lib/graphql/warm'
import { flag, params } from '~/lib/search-params'

/** The technicians who may work for the customer; assigned in a drawer. */
export const Route = createFileRoute('/_app/customers/$id/technicians')({
  validateSearch: params({ assign: flag }),
  loader: ({ context: { client, viewer }, params: { id } }) =>
    warm(client, CustomerTechniciansDocument, { id, roles: viewer.permissions.includes('ORGANIZATION_WRITE') }),
  component: TechniciansRoute,
})

function TechniciansRoute() {
  const { id } = Route.useParams()
  const { assign } = Route.useSearch()
  const navigate = useNavigate()
  const onAssign = (open: boolean) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, assign: open || undefined }),
      replace: !open,
      // The drawer has asked already whether its words may go.
      ignoreBlocker: !open,
    })
  return <CustomerTechnicians id={id} assigning={assign === true} onAssign={onAssign} />
}
