import { createFileRoute } from '@tanstack/react-router'
import { RoleListDocument } from '~/features/roles/__generated__/RoleList'
import { RoleListScreen } from '~/features/roles/RoleListScreen'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/admin/organization/roles/')({
  loader: ({ context }) => warm(context.client, RoleListDocument, {}),
  component: RoleListScreen,
})
