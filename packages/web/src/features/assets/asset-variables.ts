import { count, flag, oneOf, params, text } from '~/lib/search-params'
import { pageVariables, type PageParams } from '~/lib/paging'
import type { AssetKind } from '~/lib/__generated__/schema'
import type { AssetListQueryVariables } from './__generated__/AssetList'

/** What the address of the tab may hold: `asset` is the one in the drawer, or `new`; `edit` is the customer’s drawer. */
export const readCustomerAssets = params({
  q: text,
  kind: oneOf('ASSET', 'SERVICE'),
  asset: text,
  after: text,
  before: text,
  page: count,
  edit: flag,
})

export interface AssetSearch extends PageParams {
  q?: string
  kind?: AssetKind
}

/** The query’s variables for one customer’s tab; `contracts` for those who may read contracts. */
export const assetVariables = (
  { q, kind, ...page }: AssetSearch,
  customerId: string,
  contracts: boolean,
): AssetListQueryVariables => ({
  ...pageVariables(page),
  filter: { customerId, text: q, kind },
  contracts,
})
