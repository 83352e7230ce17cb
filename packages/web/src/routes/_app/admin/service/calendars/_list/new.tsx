import { createFileRoute, redirect } from '@tanstack/react-router'
import { NewCalendarDrawer } from '~/features/calendars/NewCalendarDrawer'

/** Enters a calendar, over the list. */
export const Route = createFileRoute('/_app/admin/service/calendars/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!viewer.permissions.includes('PLANS_WRITE')) throw redirect({ to: '/admin/service/calendars' })
  },
  component: NewCalendarDrawer,
})
