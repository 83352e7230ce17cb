import { createFileRoute } from '@tanstack/react-router'
import { CustomerOverviewDocument } from '~/features/customers/detail/__generated__/CustomerOverview'
import { CustomerTimelineDocument } from '~/features/customers/detail/__generated__/CustomerTimeline'
import { CustomerOverview } from '~/features/customers/detail/CustomerOverview'
import { warm } from '~/lib/graphql/warm'

/** The customer at a glance: facts, what needs attention, what happened. */
export const Route = createFileRoute('/_app/customers/$id/')({
  loader: ({ context, params: { id } }) => {
    warm(context.client, CustomerOverviewDocument, { id })
    warm(context.client, CustomerTimelineDocument, { id })
  },
  component: OverviewRoute,
})

function OverviewRoute() {
  return <CustomerOverview id={Route.useParams().id} />
}
