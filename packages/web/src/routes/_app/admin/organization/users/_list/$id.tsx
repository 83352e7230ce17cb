import { createFileRoute } from '@tanstack/react-router'
import { UserCardDocument } from '~/features/users/__generated__/UserCard'
import { UserDrawer } from '~/features/users/UserDrawer'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** A technician to edit, or a user to look at. */
export const Route = createFileRoute('/_app/admin/organization/users/_list/$id')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    const variables = { id, customers: may(viewer, 'CUSTOMERS_READ'), billing: may(viewer, 'BILLING_READ') }
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, UserCardDocument, variables)
  },
  component: UserDrawerRoute,
})

function UserDrawerRoute() {
  return <UserDrawer search={Route.useSearch()} id={Route.useParams().id} />
}
