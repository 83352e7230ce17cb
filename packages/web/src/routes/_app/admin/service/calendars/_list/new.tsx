import { createFileRoute, redirect } from '@tanstack/react-router'
import { NewCalendarDrawer } from '~/features/calendars/NewCalendarDrawer'
import { may } from '~/features/session/may'

/** Enters a calendar, over the list. */
export const Route = createFileRoute('/_app/admin/service/calendars/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!may(viewer, 'PLANS_WRITE')) throw redirect({ to: '/admin/service/calendars' })
  },
  component: NewCalendarDrawer,
})
