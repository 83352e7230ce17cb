import { createFileRoute, redirect } from '@tanstack/react-router'
import { ContractFormDocument } from '~/features/contracts/form/__generated__/ContractForm'
import { EditContractScreen } from '~/features/contracts/form/EditContractScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** Changes a contract. */
export const Route = createFileRoute('/_app/contracts/$id/edit')({
  beforeLoad: ({ context: { viewer }, params }) => {
    if (!may(viewer, 'CONTRACTS_WRITE')) throw redirect({ to: '/contracts/$id', params })
  },
  loader: ({ context: { client, viewer }, params: { id } }) =>
    warm(client, ContractFormDocument, { id, plans: may(viewer, 'PLANS_READ') }),
  component: EditContractRoute,
})

function EditContractRoute() {
  const { id } = Route.useParams()
  return <EditContractScreen key={id} id={id} />
}
