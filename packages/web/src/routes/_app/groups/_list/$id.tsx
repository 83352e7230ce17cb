import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { GroupDrawer } from '~/features/groups/GroupDrawer'

/** One group, over the list: its name and its people. */
export const Route = createFileRoute('/_app/groups/_list/$id')({ component: GroupRoute })

function GroupRoute() {
  const { id } = Route.useParams()
  const navigate = useNavigate()
  return (
    <GroupDrawer
      key={id}
      id={id}
      onClose={() => void navigate({ to: '/groups', search: (before) => before, ignoreBlocker: true })}
    />
  )
}
