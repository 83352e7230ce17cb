import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { TimeEntryCardDocument } from '~/features/time/form/__generated__/TimeEntryCard'
import { EditTimeDrawer } from '~/features/time/form/EditTimeDrawer'
import { timeRights } from '~/features/time/rights'
import { warm } from '~/lib/graphql/warm'

/** One entry, over the week. */
export const Route = createFileRoute('/_app/time/_week/$id')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!timeRights(viewer).sees) throw redirect({ to: '/time' })
  },
  loader: ({ context: { client, viewer }, params: { id } }) =>
    warm(client, TimeEntryCardDocument, { id, contracts: timeRights(viewer).contracts }),
  component: EntryRoute,
})

function EntryRoute() {
  const { id } = Route.useParams()
  const { week, technician } = Route.useSearch()
  const navigate = useNavigate()
  return (
    <EditTimeDrawer
      id={id}
      onClose={() => void navigate({ to: '/time', search: { week, technician }, ignoreBlocker: true })}
    />
  )
}
