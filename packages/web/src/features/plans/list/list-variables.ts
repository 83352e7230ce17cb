import { pageVariables, type PageParams } from '~/lib/paging'
import { count, flag, params, text } from '~/lib/search-params'
import type { PlanListQueryVariables } from './__generated__/PlanList'

export interface PlanSearch extends PageParams {
  q?: string
  active?: boolean
}

/** What may stand in the address of the list of plans. */
export const readPlanSearch = params({ q: text, active: flag, after: text, before: text, page: count })

/** The query's variables for what stands in the address. */
export const planVariables = ({ q, active, ...page }: PlanSearch): PlanListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, active },
})
