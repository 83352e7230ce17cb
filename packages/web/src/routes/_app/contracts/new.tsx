import { createFileRoute } from '@tanstack/react-router'
import { NewContractScreen } from '~/features/contracts/form/NewContractScreen'
import { params, text } from '~/lib/search-params'

/** A new contract; `customer` says with whom. */
export const Route = createFileRoute('/_app/contracts/new')({
  validateSearch: params({ customer: text }),
  component: NewContractRoute,
})

function NewContractRoute() {
  return <NewContractScreen customerId={Route.useSearch().customer} />
}
