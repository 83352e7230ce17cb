import { pageVariables, type PageParams } from '~/lib/paging'
import { count, params, text } from '~/lib/search-params'

const PEOPLE_A_PAGE = 25

export const peopleSearch = params({ after: text, before: text, page: count })

export const peopleVariables = (search: PageParams, customer: string) => ({
  customer,
  ...pageVariables(search, PEOPLE_A_PAGE),
})
