import { createFileRoute } from '@tanstack/react-router'
import { may } from '~/features/session/may'
import { SystemHealthDocument } from '~/features/system/__generated__/SystemHealth'
import { SystemScreen } from '~/features/system/SystemScreen'
import { warm } from '~/lib/graphql/warm'

/** Jobs and health. */
export const Route = createFileRoute('/_app/admin/system')({
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'ORGANIZATION_WRITE')) warm(client, SystemHealthDocument, {})
  },
  component: SystemScreen,
})
