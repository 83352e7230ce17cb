import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { GroupListDocument } from '~/features/groups/__generated__/GroupList'
import { CustomerGroups } from '~/features/groups/CustomerGroups'
import { groupVariables, readGroupTab } from '~/features/groups/search'
import { warm } from '~/lib/graphql/warm'

/** The customer's groups; `group` is the one that is open in a drawer, or `new`. */
export const Route = createFileRoute('/_app/customers/$id/groups')({
  validateSearch: readGroupTab,
  loaderDeps: ({ search: { after, before, page } }) => ({ after, before, page }),
  loader: ({ context, deps, params: { id } }) =>
    warm(context.client, GroupListDocument, groupVariables({ ...deps, customer: id })),
  component: GroupsRoute,
})

function GroupsRoute() {
  const { id } = Route.useParams()
  const { group, after, before, page } = Route.useSearch()
  const navigate = useNavigate()
  const onOpen = (open: string | undefined) =>
    void navigate({
      to: '.',
      search: (shown) => ({ ...shown, group: open }),
      replace: open === undefined,
      // The drawer has asked already whether its words may go.
      ignoreBlocker: open === undefined,
    })
  return <CustomerGroups id={id} page={{ after, before, page }} open={group} onOpen={onOpen} />
}
