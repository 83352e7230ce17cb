import type { ApolloClient } from '@apollo/client'
import { neighbours, offsetOf } from '~/lib/paging'
import { CustomerListDocument, type CustomerListQuery } from './__generated__/CustomerList'
import { listVariables, type CustomerSearch } from './list-variables'
import { keepTrail, type Trail } from './trail/trail'

/** Remembers the page of the list that is on screen. */
export function keepCustomerTrail(search: CustomerSearch, { customers }: CustomerListQuery): Trail<CustomerSearch> {
  const trail = {
    search,
    rows: customers.nodes.map(({ id, name }) => ({ id, name })),
    offset: offsetOf(search),
    total: customers.totalCount,
    ...neighbours(customers.pageInfo, search),
  }
  keepTrail('customers', trail)
  return trail
}

/** Asks for another page of the list and remembers it. */
export async function loadCustomerTrail(
  client: ApolloClient,
  search: CustomerSearch,
  tickets: boolean,
): Promise<Trail | null> {
  const { data } = await client.query({ query: CustomerListDocument, variables: listVariables(search, tickets) })
  return data ? keepCustomerTrail(search, data) : null
}
