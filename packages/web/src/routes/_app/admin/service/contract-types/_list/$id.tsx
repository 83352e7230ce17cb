import { createFileRoute } from '@tanstack/react-router'
import { TypeDrawer } from '~/features/contract-types/TypeDrawer'

/** One kind of contract, over the list. */
export const Route = createFileRoute('/_app/admin/service/contract-types/_list/$id')({ component: TypeRoute })

function TypeRoute() {
  const { id } = Route.useParams()
  return <TypeDrawer key={id} id={id} />
}
