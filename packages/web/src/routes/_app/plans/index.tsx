import { createFileRoute } from '@tanstack/react-router'
import { PlanListDocument } from '~/features/plans/list/__generated__/PlanList'
import { planVariables } from '~/features/plans/list/list-variables'
import { PlanListScreen } from '~/features/plans/list/PlanListScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'
import { count, flag, params, text } from '~/lib/search-params'

export const Route = createFileRoute('/_app/plans/')({
  validateSearch: params({ q: text, active: flag, after: text, before: text, page: count }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client, viewer }, deps }) => {
    if (may(viewer, 'PLANS_READ')) warm(client, PlanListDocument, planVariables(deps))
  },
  component: PlansRoute,
})

function PlansRoute() {
  return <PlanListScreen search={Route.useSearch()} />
}
