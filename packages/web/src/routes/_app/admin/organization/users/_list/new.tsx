import { createFileRoute } from '@tanstack/react-router'
import { UserDrawer } from '~/features/users/UserDrawer'

export const Route = createFileRoute('/_app/admin/organization/users/_list/new')({
  component: UserDrawerRoute,
})

function UserDrawerRoute() {
  return <UserDrawer search={Route.useSearch()} />
}
