import { createFileRoute } from '@tanstack/react-router'
import { AuditListDocument } from '~/features/audit/__generated__/AuditList'
import { AuditScreen } from '~/features/audit/AuditScreen'
import { day } from '~/features/audit/day-start'
import { listVariables } from '~/features/audit/list-variables'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'
import { count, params, text } from '~/lib/search-params'

/** The audit log; an event opens in a drawer over it. */
export const Route = createFileRoute('/_app/admin/audit/_list')({
  validateSearch: params({
    actor: text,
    object: text,
    customer: text,
    action: text,
    from: day,
    to: day,
    after: text,
    page: count,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (may(viewer, 'AUDIT_READ')) warm(client, AuditListDocument, listVariables(deps, viewer.permissions))
  },
  component: AuditScreenRoute,
})

function AuditScreenRoute() {
  return <AuditScreen search={Route.useSearch()} />
}
