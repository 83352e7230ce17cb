import { seesContracts } from '../contracts/sees-contracts'
import { seesTickets } from '../tickets/sees-tickets'
import type { Permission } from '~/lib/__generated__/schema'
import { dayStart, nextDay } from './day-start'
import type { AuditListQueryVariables } from './__generated__/AuditList'

export interface AuditSearch {
  actor?: string
  object?: string
  customer?: string
  action?: string
  /** Days of the tenant's calendar, both included. */
  from?: string
  to?: string
  after?: string
  page?: number
}

const PAGE = 50

/** What of an event's names the viewer may read: the server refuses a whole query for one closed field. */
export const openNames = (permissions: readonly Permission[]) => ({
  customers: permissions.includes('CUSTOMERS_READ'),
  organization: permissions.includes('ORGANIZATION_WRITE'),
  keys: permissions.includes('API_KEYS_WRITE'),
  tickets: seesTickets(permissions),
  contracts: seesContracts(permissions),
})

/** The query's variables for what stands in the address. */
export const listVariables = (
  { actor, object, customer, action, from, to, after }: AuditSearch,
  permissions: readonly Permission[],
): AuditListQueryVariables => ({
  first: PAGE,
  after,
  filter: {
    actorId: actor,
    subjectId: object,
    customerId: customer,
    action,
    // The API's bounds are open: a millisecond earlier lets the first instant of the day in.
    after: from ? new Date(dayStart(from) - 1).toISOString() : undefined,
    before: to ? new Date(dayStart(nextDay(to))).toISOString() : undefined,
  },
  ...openNames(permissions),
})
