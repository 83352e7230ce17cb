import type { TicketFilter, TicketOrder } from '~/lib/__generated__/schema'
import { flag, oneOf, params, text, type ParamsOf } from '~/lib/search-params'
import { OPEN_STATUSES } from '../statuses'
import type { TicketListQueryVariables } from './__generated__/TicketList'

const shape = {
  q: text,
  /** A status, or `open` for all in which somebody still has to do something. */
  status: oneOf('open', 'OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED'),
  priority: oneOf('URGENT', 'HIGH', 'NORMAL', 'LOW'),
  kind: oneOf('INCIDENT', 'REQUEST'),
  approval: oneOf('PENDING', 'APPROVED', 'REJECTED'),
  /** A technician’s id, `me`, or `none`. */
  assignee: text,
  customer: text,
  requester: text,
  asset: text,
  contract: text,
  sort: oneOf('OPENED_AT_ASC', 'OPENED_AT_DESC', 'PRIORITY_DESC', 'UPDATED_AT_DESC'),
  as: oneOf('board'),
  /** The ticket in the panel beside the list. */
  peek: text,
}

export const readTicketSearch = params(shape)
export type TicketSearch = ParamsOf<typeof shape>

/** What narrows the list; order, form and panel do not. */
export const NARROWING = [
  'q',
  'status',
  'priority',
  'kind',
  'approval',
  'assignee',
  'customer',
  'requester',
  'asset',
  'contract',
] as const

/** As many rows as are asked for at once; the next ones follow while one scrolls. */
const PAGE = 60
export const DEFAULT_ORDER: TicketOrder = 'UPDATED_AT_DESC'

const assigneeFilter = (assignee: string | undefined, me: string): Pick<TicketFilter, 'assigneeId' | 'unassigned'> =>
  assignee === undefined
    ? {}
    : assignee === 'none'
      ? { unassigned: true }
      : { assigneeId: assignee === 'me' ? me : assignee }

/** The filter of the API for what stands in the address. */
export function ticketFilter(
  { q, status, priority, kind, approval, ...search }: TicketSearch,
  me: string,
): TicketFilter {
  return {
    text: q,
    status: status === 'open' ? [...OPEN_STATUSES] : status && [status],
    priority: priority && [priority],
    kind,
    approval: approval && [approval],
    customerId: search.customer,
    requesterId: search.requester,
    assetId: search.asset,
    contractId: search.contract,
    ...assigneeFilter(search.assignee, me),
  }
}

/** The query’s variables; `me` is the technician who asks. */
export const ticketVariables = (search: TicketSearch, me: string): TicketListQueryVariables => ({
  first: PAGE,
  filter: ticketFilter(search, me),
  orderBy: search.sort ?? DEFAULT_ORDER,
})

const customerTab = {
  q: text,
  status: shape.status,
  kind: shape.kind,
  priority: shape.priority,
  sort: shape.sort,
  edit: flag,
}

/** What the address of a customer’s tab of tickets may hold; `edit` is the drawer over the whole page. */
export const readCustomerTickets = params(customerTab)
