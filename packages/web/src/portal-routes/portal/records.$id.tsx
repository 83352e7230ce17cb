import { createFileRoute } from '@tanstack/react-router'
import { PortalRecordDocument } from '~/features/portal-record/__generated__/PortalRecord'
import { RecordScreen } from '~/features/portal-record/RecordScreen'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/records/$id')({
  loader: ({ context, params: { id } }) => warm(context.client, PortalRecordDocument, { id }),
  component: Record,
})

function Record() {
  return <RecordScreen id={Route.useParams().id} />
}
