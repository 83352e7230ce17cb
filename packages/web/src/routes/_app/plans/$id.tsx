import { createFileRoute } from '@tanstack/react-router'
import { PlanPageDocument } from '~/features/plans/__generated__/PlanPage'
import { PlanScreen } from '~/features/plans/PlanScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/_app/plans/$id')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    if (may(viewer, 'PLANS_READ')) warm(client, PlanPageDocument, { id })
  },
  component: PlanRoute,
})

function PlanRoute() {
  return <PlanScreen id={Route.useParams().id} />
}
