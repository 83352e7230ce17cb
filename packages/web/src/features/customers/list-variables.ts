import type { CustomerKind, CustomerOrder } from '~/lib/__generated__/schema'
import { pageVariables, type PageParams } from '~/lib/paging'
import type { CustomerListQueryVariables } from './__generated__/CustomerList'

export interface CustomerSearch extends PageParams {
  q?: string
  active?: boolean
  kind?: CustomerKind
  /** Those that this technician is authorized for. */
  technician?: string
  sort?: CustomerOrder
}

/** The query's variables for what stands in the address; open tickets are counted for those who may read tickets. */
export const listVariables = (
  { q, active, kind, technician, sort, ...page }: CustomerSearch,
  tickets: boolean,
): CustomerListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, active, kind, technicianId: technician },
  orderBy: sort ?? 'NAME_ASC',
  tickets,
})
