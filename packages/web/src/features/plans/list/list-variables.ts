import { pageVariables, type PageParams } from '~/lib/paging'
import type { PlanListQueryVariables } from './__generated__/PlanList'

export interface PlanSearch extends PageParams {
  q?: string
  active?: boolean
}

/** The query's variables for what stands in the address. */
export const planVariables = ({ q, active, ...page }: PlanSearch): PlanListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, active },
})
