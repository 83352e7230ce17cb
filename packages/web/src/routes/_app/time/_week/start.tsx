import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { StartTimerDrawer } from '~/features/time/timer/StartTimerDrawer'
import { timeRights } from '~/features/time/rights'

/** Starts the timer, over the week. */
export const Route = createFileRoute('/_app/time/_week/start')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!timeRights(viewer).logs) throw redirect({ to: '/time' })
  },
  component: StartRoute,
})

function StartRoute() {
  const { week, technician } = Route.useSearch()
  const navigate = useNavigate()
  return (
    <StartTimerDrawer
      onClose={() => void navigate({ to: '/time', search: { week, technician }, ignoreBlocker: true })}
    />
  )
}
