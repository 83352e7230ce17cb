import { createFileRoute } from '@tanstack/react-router'
import { NewKeyDrawer } from '~/features/api-keys/NewKeyDrawer'

export const Route = createFileRoute('/_app/admin/api-keys/_list/new')({
  component: NewKeyDrawerRoute,
})

function NewKeyDrawerRoute() {
  return <NewKeyDrawer search={Route.useSearch()} />
}
