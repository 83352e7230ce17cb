import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { NewTimeDrawer } from '~/features/time/form/NewTimeDrawer'
import { timeRights } from '~/features/time/rights'
import { readNewTime } from '~/features/time/search'

/** Logs time, over the week. The address may name the ticket or the contract, the day and the duration. */
export const Route = createFileRoute('/_app/time/_week/new')({
  validateSearch: readNewTime,
  beforeLoad: ({ context: { viewer } }) => {
    const { logs, logsForOthers } = timeRights(viewer)
    if (!logs && !logsForOthers) throw redirect({ to: '/time' })
  },
  component: NewTimeRoute,
})

function NewTimeRoute() {
  const { ticket, contract, day, minutes, week, technician } = Route.useSearch()
  const navigate = useNavigate()
  return (
    <NewTimeDrawer
      key={[ticket, contract, day].join()}
      ticketId={ticket}
      contractId={contract}
      day={day}
      minutes={minutes}
      technicianId={technician}
      onClose={() => void navigate({ to: '/time', search: { week, technician }, ignoreBlocker: true })}
    />
  )
}
