import type { TicketPriority, TicketStatus } from '~/lib/__generated__/schema'

/** In the order of the work. */
export const STATUSES: readonly TicketStatus[] = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED']
/** Somebody still has to do something. */
export const OPEN_STATUSES: readonly TicketStatus[] = ['OPEN', 'IN_PROGRESS', 'WAITING']
/** The most urgent first. */
export const PRIORITIES: readonly TicketPriority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW']
