import { createFileRoute } from '@tanstack/react-router'
import { UserCardDocument } from '~/features/users/__generated__/UserCard'
import { UserDrawer } from '~/features/users/UserDrawer'
import { warm } from '~/lib/graphql/warm'

/** A technician to edit, or a user to look at. */
export const Route = createFileRoute('/_app/admin/organization/users/_list/$id')({
  loader: ({ context: { client, viewer }, params: { id } }) =>
    warm(client, UserCardDocument, {
      id,
      customers: viewer.permissions.includes('CUSTOMERS_READ'),
      billing: viewer.permissions.includes('BILLING_READ'),
    }),
  component: UserDrawerRoute,
})

function UserDrawerRoute() {
  return <UserDrawer search={Route.useSearch()} id={Route.useParams().id} />
}
