import { createFileRoute } from '@tanstack/react-router'
import { CustomerOverviewDocument } from '~/features/customers/detail/__generated__/CustomerOverview'
import { CustomerTimelineDocument } from '~/features/customers/detail/__generated__/CustomerTimeline'
import { CustomerOverview } from '~/features/customers/detail/CustomerOverview'
import { timelineNames } from '~/features/customers/timeline/open-names'
import { warm } from '~/lib/graphql/warm'

/** The customer at a glance: facts, what needs attention, what happened. */
export const Route = createFileRoute('/_app/customers/$id/')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    warm(client, CustomerOverviewDocument, { id })
    warm(client, CustomerTimelineDocument, { id, ...timelineNames(viewer.permissions) })
  },
  component: OverviewRoute,
})

function OverviewRoute() {
  return <CustomerOverview id={Route.useParams().id} />
}
