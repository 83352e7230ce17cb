import type { ApolloClient } from '@apollo/client'
import { neighbours, offsetOf } from '~/lib/paging'
import { keepTrail, type Trail } from '../customers/trail/trail'
import { ContractListDocument, type ContractListQuery } from './list/__generated__/ContractList'
import { contractVariables, type ContractSearch } from './list/search'

/** Remembers the page of the list that is on screen. */
export function keepContractTrail(search: ContractSearch, { contracts }: ContractListQuery): Trail<ContractSearch> {
  const trail = {
    search,
    rows: contracts.nodes.map(({ id, name }) => ({ id, name })),
    offset: offsetOf(search),
    total: contracts.totalCount,
    ...neighbours(contracts.pageInfo, search),
  }
  keepTrail('contracts', trail)
  return trail
}

/** Asks for another page of the list and remembers it. */
export async function loadContractTrail(
  client: ApolloClient,
  search: ContractSearch,
  asker: { today: string; plans: boolean },
): Promise<Trail | null> {
  const { data } = await client.query({ query: ContractListDocument, variables: contractVariables(search, asker) })
  return data ? keepContractTrail(search, data) : null
}
