import { createFileRoute } from '@tanstack/react-router'
import { CalendarDrawer } from '~/features/calendars/CalendarDrawer'

/** One calendar, over the list. */
export const Route = createFileRoute('/_app/admin/service/calendars/_list/$id')({ component: CalendarRoute })

function CalendarRoute() {
  const { id } = Route.useParams()
  return <CalendarDrawer key={id} id={id} />
}
