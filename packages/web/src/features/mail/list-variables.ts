import type { MailStatus } from '~/lib/__generated__/schema'
import { pageVariables, type PageParams } from '~/lib/paging'
import type { MailListQueryVariables } from './__generated__/MailList'

export interface MailSearch extends PageParams {
  q?: string
  status?: MailStatus
}

/** The query's variables for what stands in the address. */
export const listVariables = ({ q, status, ...page }: MailSearch): MailListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, status: status ? [status] : undefined },
})
