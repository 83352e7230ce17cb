import { pageVariables } from '~/lib/paging'
import { count, flag, params, text, type ParamsOf } from '~/lib/search-params'

const SHAPE = { billable: flag, entry: text, after: text, before: text, page: count }

export const readCustomerTime = params(SHAPE)
export type CustomerTimeSearch = ParamsOf<typeof SHAPE>

export const customerTimeVariables = (customerId: string, search: CustomerTimeSearch, contracts: boolean) => ({
  filter: { customerId, billable: search.billable ?? null },
  contracts,
  ...pageVariables(search),
})
