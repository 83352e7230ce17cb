import type { ContractStatus } from '~/lib/__generated__/schema'
import { pageVariables, type PageParams } from '~/lib/paging'
import { count, oneOf, params, text } from '~/lib/search-params'

const CONTRACTS_A_PAGE = 10
const RUNNING: ContractStatus[] = ['ACTIVE', 'UPCOMING']
const ENDED: ContractStatus[] = ['EXPIRED', 'TERMINATED']

export interface ContractsSearch extends PageParams {
  view?: 'ended'
}

export const contractsSearch = params({ view: oneOf('ended'), after: text, before: text, page: count })

export const contractsVariables = ({ view, ...page }: ContractsSearch) => ({
  status: view === 'ended' ? ENDED : RUNNING,
  // What was used is told of the period that runs.
  running: view !== 'ended',
  ...pageVariables(page, CONTRACTS_A_PAGE),
})
