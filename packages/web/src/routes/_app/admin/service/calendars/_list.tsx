import { createFileRoute, Outlet } from '@tanstack/react-router'
import { CalendarListDocument } from '~/features/calendars/__generated__/CalendarList'
import { CalendarListScreen } from '~/features/calendars/CalendarListScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** The working calendars; one is opened in a drawer over the list. */
export const Route = createFileRoute('/_app/admin/service/calendars/_list')({
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'PLANS_READ')) warm(client, CalendarListDocument, {})
  },
  component: CalendarsRoute,
})

function CalendarsRoute() {
  return (
    <CalendarListScreen>
      <Outlet />
    </CalendarListScreen>
  )
}
