import { pageVariables, type PageParams } from '~/lib/paging'
import { count, params, text } from '~/lib/search-params'
import type { GroupListQueryVariables } from './__generated__/GroupList'

export interface GroupSearch extends PageParams {
  q?: string
  customer?: string
}

/** What may stand in the address of the list of groups. */
export const readGroupSearch = params({ q: text, customer: text, after: text, before: text, page: count })

/** On a customer's own page: `group` is the one that is open in a drawer, or `new`. */
export const readGroupTab = params({ group: text, after: text, before: text, page: count })

/** The query's variables for what stands in the address. */
export const groupVariables = ({ q, customer, ...page }: GroupSearch): GroupListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, customerId: customer },
})
