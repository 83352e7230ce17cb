import { useApolloClient } from '@apollo/client/react'
import { NamedCustomerFragmentDoc } from '../__generated__/NamedCustomer'

/** The customer's name when a list or a search has shown it already: it stands there before the page's own answer. */
export function useKnownName(id: string): string | undefined {
  const { cache } = useApolloClient()
  const customer = cache.readFragment({
    id: cache.identify({ __typename: 'Customer', id }),
    fragment: NamedCustomerFragmentDoc,
  })
  return customer?.name
}
