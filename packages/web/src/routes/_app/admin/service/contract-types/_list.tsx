import { createFileRoute, Outlet } from '@tanstack/react-router'
import { TypeListDocument } from '~/features/contract-types/__generated__/TypeList'
import { TypeListScreen } from '~/features/contract-types/TypeListScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** The kinds of contracts; one is opened in a drawer over the list. */
export const Route = createFileRoute('/_app/admin/service/contract-types/_list')({
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'CONTRACTS_READ')) warm(client, TypeListDocument, {})
  },
  component: TypesRoute,
})

function TypesRoute() {
  return (
    <TypeListScreen>
      <Outlet />
    </TypeListScreen>
  )
}
