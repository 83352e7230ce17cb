import type { ContactOrder } from '~/lib/__generated__/schema'
import { pageVariables, type PageParams } from '~/lib/paging'
import { count, flag, oneOf, params, text } from '~/lib/search-params'
import type { ContactListQueryVariables } from './__generated__/ContactList'

/** Who sees more than the own records. */
export type RightsFilter = 'company' | 'group' | 'own'

export interface ContactSearch extends PageParams {
  q?: string
  active?: boolean
  customer?: string
  group?: string
  rights?: RightsFilter
  sort?: ContactOrder
}

const narrowing = {
  q: text,
  active: flag,
  group: text,
  rights: oneOf('company', 'group', 'own'),
  sort: oneOf('NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC'),
  after: text,
  before: text,
  page: count,
} as const

/** What may stand in the address of the list of all contacts. */
export const readContactSearch = params({ ...narrowing, customer: text })

/** On a customer's own page; `add` opens the drawer for a new one. */
export const readContactTab = params({ ...narrowing, add: flag })

const rightsOf = (rights: RightsFilter | undefined) => ({
  seesCompanyRecords: rights === 'company' ? true : rights === 'own' ? false : undefined,
  seesGroupRecords: rights === 'group' ? true : rights === 'own' ? false : undefined,
})

/** The query's variables for what stands in the address. */
export const contactVariables = ({
  q,
  active,
  customer,
  group,
  rights,
  sort,
  ...page
}: ContactSearch): ContactListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, active, customerId: customer, groupId: group, ...rightsOf(rights) },
  orderBy: sort ?? 'NAME_ASC',
})
