import { createFileRoute } from '@tanstack/react-router'
import { NewPlanScreen } from '~/features/plans/NewPlanScreen'
import { oneOf, params } from '~/lib/search-params'

/** A new plan; `preset` says what it begins with. */
export const Route = createFileRoute('/_app/plans/new')({
  validateSearch: params({ preset: oneOf('hours', 'flat', 'payg') }),
  component: NewPlanRoute,
})

function NewPlanRoute() {
  const { preset } = Route.useSearch()
  return <NewPlanScreen key={preset} preset={preset} />
}
