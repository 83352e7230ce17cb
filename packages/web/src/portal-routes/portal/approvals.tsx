import { createFileRoute } from '@tanstack/react-router'
import { PortalApprovalsDocument } from '~/features/portal-approvals/__generated__/PortalApprovals'
import { ApprovalsScreen } from '~/features/portal-approvals/ApprovalsScreen'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/approvals')({
  loader: ({ context }) => warm(context.client, PortalApprovalsDocument, {}),
  component: ApprovalsScreen,
})
