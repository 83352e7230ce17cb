import { createFileRoute, Outlet } from '@tanstack/react-router'
import { GroupListDocument } from '~/features/groups/__generated__/GroupList'
import { GroupListScreen } from '~/features/groups/GroupListScreen'
import { groupVariables, readGroupSearch } from '~/features/groups/search'
import { warm } from '~/lib/graphql/warm'

/** The groups of all customers in reach; one is opened in a drawer over the list. */
export const Route = createFileRoute('/_app/groups/_list')({
  validateSearch: readGroupSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => warm(context.client, GroupListDocument, groupVariables(deps)),
  component: GroupsRoute,
})

function GroupsRoute() {
  return (
    <>
      <GroupListScreen search={Route.useSearch()} />
      <Outlet />
    </>
  )
}
