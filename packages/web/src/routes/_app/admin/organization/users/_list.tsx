import { createFileRoute } from '@tanstack/react-router'
import { UserListDocument } from '~/features/users/__generated__/UserList'
import { listVariables } from '~/features/users/list-variables'
import { UsersRoute } from '~/features/users/UsersRoute'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'
import { count, flag, oneOf, params, text } from '~/lib/search-params'

/** Everybody with a sign-in; a person's card, a new technician and the conversion are drawers over the list. */
export const Route = createFileRoute('/_app/admin/organization/users/_list')({
  validateSearch: params({
    q: text,
    kind: oneOf('ADMIN', 'TECHNICIAN', 'CONTACT'),
    active: flag,
    after: text,
    before: text,
    page: count,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    const variables = listVariables(deps, may(viewer, 'CUSTOMERS_READ'))
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, UserListDocument, variables)
  },
  component: UsersPage,
})

function UsersPage() {
  return <UsersRoute search={Route.useSearch()} />
}
