import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router'
import { NewGroupDrawer } from '~/features/groups/NewGroupDrawer'

/** Creates a group, over the list; the list's customer is suggested. */
export const Route = createFileRoute('/_app/groups/_list/new')({
  beforeLoad: ({ context: { viewer } }) => {
    if (!viewer.permissions.includes('CUSTOMERS_WRITE')) throw redirect({ to: '/groups' })
  },
  component: NewGroupRoute,
})

function NewGroupRoute() {
  const { customer } = Route.useSearch()
  const navigate = useNavigate()
  return (
    <NewGroupDrawer
      suggested={customer}
      onClose={() => void navigate({ to: '/groups', search: (before) => before, ignoreBlocker: true })}
    />
  )
}
