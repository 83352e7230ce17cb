import { createFileRoute } from '@tanstack/react-router'
import { ContractPageDocument } from '~/features/contracts/detail/__generated__/ContractPage'
import { ContractScreen } from '~/features/contracts/detail/ContractScreen'
import { contractPageVariables } from '~/features/contracts/detail/page-variables'
import { seesContracts } from '~/features/contracts/sees-contracts'
import { warm } from '~/lib/graphql/warm'

/** A contract: its terms, notices, use and what is done with it. */
export const Route = createFileRoute('/_app/contracts/$id/')({
  loader: ({ context: { client, viewer }, params: { id } }) => {
    if (seesContracts(viewer.permissions)) warm(client, ContractPageDocument, contractPageVariables(id, viewer))
  },
  component: ContractRoute,
})

function ContractRoute() {
  return <ContractScreen id={Route.useParams().id} />
}
