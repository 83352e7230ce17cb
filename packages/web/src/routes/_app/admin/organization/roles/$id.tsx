import { createFileRoute } from '@tanstack/react-router'
import { RolePageDocument } from '~/features/roles/__generated__/RolePage'
import { RoleScreen } from '~/features/roles/RoleScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/admin/organization/roles/$id')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, RolePageDocument, { id })
  },
  component: RoleScreenRoute,
})

function RoleScreenRoute() {
  return <RoleScreen id={Route.useParams().id} />
}
