import type { ContractFilter, ContractOrder, ContractStatus } from '~/lib/__generated__/schema'
import { addDays } from '~/lib/days'
import { pageVariables } from '~/lib/paging'
import { count, flag, oneOf, params, text, type ParamsOf } from '~/lib/search-params'
import { DAYS_AHEAD } from '../term/ahead'
import type { ContractListQueryVariables } from './__generated__/ContractList'

const shape = {
  /** `expiring`: those in force that end within 90 days. */
  view: oneOf('expiring'),
  q: text,
  /** A status, or `ended` for both ways in which a contract is over. */
  status: oneOf('DRAFT', 'UPCOMING', 'ACTIVE', 'EXPIRED', 'TERMINATED', 'ended'),
  /** Ends within so many days from today. */
  ends: oneOf('30', '60', '90'),
  renews: flag,
  type: text,
  customer: text,
  plan: text,
  sort: oneOf('ENDS_ON_ASC', 'ENDS_ON_DESC', 'NAME_ASC', 'STARTS_ON_DESC'),
  after: text,
  before: text,
  page: count,
}

export const readContractSearch = params(shape)
export type ContractSearch = ParamsOf<typeof shape>
export type Narrowing = 'q' | 'status' | 'ends' | 'renews' | 'type' | 'customer' | 'plan'

/** What narrows the list; a view, an order and a page do not. */
export const NARROWING: readonly Narrowing[] = ['q', 'status', 'ends', 'renews', 'type', 'customer', 'plan']

/** Nothing narrows, and the first page is shown. */
export const CLEARED: ContractSearch = Object.fromEntries(NARROWING.map((key) => [key, undefined]))

/** What ends next stands first, as long as an end is to come; among all and among past ones the latest does. */
export const usualOrder = ({ view, status, ends }: ContractSearch): ContractOrder =>
  (view ?? ends ?? (status !== undefined && status !== 'ended' && status !== 'EXPIRED' && status !== 'TERMINATED'))
    ? 'ENDS_ON_ASC'
    : 'ENDS_ON_DESC'

const STATUSES: Record<NonNullable<ContractSearch['status']>, ContractStatus[]> = {
  DRAFT: ['DRAFT'],
  UPCOMING: ['UPCOMING'],
  ACTIVE: ['ACTIVE'],
  EXPIRED: ['EXPIRED'],
  TERMINATED: ['TERMINATED'],
  ended: ['EXPIRED', 'TERMINATED'],
}

/** The filter of the API for what stands in the address, as of today. */
function contractFilter(search: ContractSearch, today: string): ContractFilter {
  const { view, q, status, ends, renews, type, customer, plan } = search
  const within = ends ? Number(ends) : view === 'expiring' ? DAYS_AHEAD : undefined
  const asked = status && STATUSES[status]
  return {
    text: q,
    // What ends soon is in force still: an end in the past is no end to come.
    status: asked ?? (within === undefined ? undefined : ['ACTIVE']),
    endsBefore: within === undefined ? undefined : addDays(today, within),
    autoRenew: renews,
    typeId: type,
    customerId: customer,
    planId: plan,
  }
}

interface Asker {
  today: string
  /** Whether plans may be read: one closed door would refuse the whole list. */
  plans: boolean
}

/** The query's variables for what stands in the address. */
export const contractVariables = (search: ContractSearch, { today, plans }: Asker): ContractListQueryVariables => ({
  ...pageVariables(search),
  filter: contractFilter(search, today),
  orderBy: search.sort ?? usualOrder(search),
  plans,
})

const customerTab = {
  q: text,
  status: shape.status,
  ends: shape.ends,
  renews: flag,
  type: text,
  sort: shape.sort,
  after: text,
  before: text,
  page: count,
  edit: flag,
}

/** What the address of a customer's tab of contracts may hold; `edit` is the drawer over the whole page. */
export const readCustomerContracts = params(customerTab)
