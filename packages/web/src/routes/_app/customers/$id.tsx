import { createFileRoute, Outlet, useNavigate } from '@tanstack/react-router'
import { CustomerHeadDocument } from '~/features/customers/detail/__generated__/CustomerHead'
import { CustomerScreen } from '~/features/customers/detail/CustomerScreen'
import { warm } from '~/lib/graphql/warm'
import { flag, params } from '~/lib/search-params'

/** A customer. The drawer for editing can stand over each of its tabs. */
export const Route = createFileRoute('/_app/customers/$id')({
  validateSearch: params({ edit: flag }),
  loader: ({ context, params: { id } }) => warm(context.client, CustomerHeadDocument, { id }),
  component: CustomerRoute,
})

function CustomerRoute() {
  const { id } = Route.useParams()
  const { edit } = Route.useSearch()
  const navigate = useNavigate()
  const onEdit = (open: boolean) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, edit: open || undefined }),
      replace: !open,
      // The drawer has asked already whether its words may go.
      ignoreBlocker: !open,
    })
  return (
    <CustomerScreen id={id} editing={edit === true} onEdit={onEdit}>
      <Outlet />
    </CustomerScreen>
  )
}
