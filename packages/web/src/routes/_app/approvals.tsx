import { createFileRoute } from '@tanstack/react-router'
import { ApprovalListDocument } from '~/features/tickets/approvals/__generated__/ApprovalList'
import { ApprovalsScreen } from '~/features/tickets/approvals/ApprovalsScreen'
import { approvalVariables, readApprovalSearch } from '~/features/tickets/approvals/search'
import { seesTickets } from '~/features/tickets/sees-tickets'
import { warm } from '~/lib/graphql/warm'

/** Requests that wait for approval. */
export const Route = createFileRoute('/_app/approvals')({
  validateSearch: readApprovalSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (seesTickets(viewer.permissions)) warm(client, ApprovalListDocument, approvalVariables(deps))
  },
  component: ApprovalsRoute,
})

function ApprovalsRoute() {
  return <ApprovalsScreen search={Route.useSearch()} />
}
