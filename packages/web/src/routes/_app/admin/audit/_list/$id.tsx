import { createFileRoute } from '@tanstack/react-router'
import { AuditCardDocument } from '~/features/audit/__generated__/AuditCard'
import { AuditDrawer } from '~/features/audit/AuditDrawer'
import { openNames } from '~/features/audit/list-variables'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/admin/audit/_list/$id')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    if (may(viewer, 'AUDIT_READ')) warm(client, AuditCardDocument, { id, ...openNames(viewer.permissions) })
  },
  component: AuditDrawerRoute,
})

function AuditDrawerRoute() {
  return <AuditDrawer id={Route.useParams().id} search={Route.useSearch()} />
}
