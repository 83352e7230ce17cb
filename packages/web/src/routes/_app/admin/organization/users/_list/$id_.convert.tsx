import { createFileRoute } from '@tanstack/react-router'
import { UserDrawer } from '~/features/users/UserDrawer'

/** A user of an own department becomes a technician. */
export const Route = createFileRoute('/_app/admin/organization/users/_list/$id_/convert')({
  component: UserDrawerRoute,
})

function UserDrawerRoute() {
  return <UserDrawer search={Route.useSearch()} id={Route.useParams().id} convert />
}
