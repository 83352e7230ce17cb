import { createFileRoute } from '@tanstack/react-router'
import { RoleListDocument } from '~/features/roles/__generated__/RoleList'
import { RoleListScreen } from '~/features/roles/RoleListScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/admin/organization/roles/')({
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, RoleListDocument, {})
  },
  component: RoleListScreen,
})
