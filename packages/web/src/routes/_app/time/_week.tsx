import { createFileRoute, Outlet } from '@tanstack/react-router'
import { TimeWeekDocument } from '~/features/time/__generated__/TimeWeek'
import { timeRights } from '~/features/time/rights'
import { readTimeSearch } from '~/features/time/search'
import { TimeScreen } from '~/features/time/TimeScreen'
import { weekVariables } from '~/features/time/use-week'
import { warm } from '~/lib/graphql/warm'

/** Somebody’s week. An entry opens in a drawer over it. */
export const Route = createFileRoute('/_app/time/_week')({
  validateSearch: readTimeSearch,
  loaderDeps: ({ search: { week, technician } }) => ({ week, technician }),
  loader: ({ context: { client, viewer }, deps: { week, technician } }) => {
    const { sees, contracts } = timeRights(viewer)
    if (sees) warm(client, TimeWeekDocument, weekVariables(week, technician ?? viewer.person?.id ?? '', contracts))
  },
  component: WeekRoute,
})

function WeekRoute() {
  return (
    <>
      <TimeScreen search={Route.useSearch()} />
      <Outlet />
    </>
  )
}
