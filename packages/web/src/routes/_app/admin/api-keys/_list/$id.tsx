import { createFileRoute } from '@tanstack/react-router'
import { ApiKeyDrawer } from '~/features/api-keys/ApiKeyDrawer'

export const Route = createFileRoute('/_app/admin/api-keys/_list/$id')({
  component: ApiKeyDrawerRoute,
})

function ApiKeyDrawerRoute() {
  return <ApiKeyDrawer id={Route.useParams().id} search={Route.useSearch()} />
}
