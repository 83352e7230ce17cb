/**
 * The status machine of tickets: the one table that the server, `viewerCanSet` and the tests are driven by.
 * Reopening is a verb of its own, with rules of its own.
 */
export const ticketStatuses = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const
export type Status = (typeof ticketStatuses)[number]

/** Where a ticket may go from each status. */
export const moves: Readonly<Record<Status, readonly Status[]>> = {
  OPEN: ['IN_PROGRESS', 'CANCELLED'],
  IN_PROGRESS: ['WAITING', 'RESOLVED', 'CANCELLED'],
  WAITING: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  RESOLVED: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
}

/** Somebody still has to do something. */
export const openStatuses: readonly Status[] = ['OPEN', 'IN_PROGRESS', 'WAITING']
/** From these a ticket is reopened. */
export const reopenable: readonly Status[] = ['RESOLVED', 'CLOSED']
/** So many days after the resolution a contact may reopen; staff at any time. */
export const reopenDays = 14

/** Work starts after the approval: until then, and when it is refused, these are closed. */
const work: readonly Status[] = ['IN_PROGRESS', 'RESOLVED']
export const approvals = ['NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED'] as const
export type Approval = (typeof approvals)[number]
const blocksWork = (approval: Approval) => approval === 'PENDING' || approval === 'REJECTED'

/** Where this ticket may go now. */
export const movesOf = (status: Status, approval: Approval): readonly Status[] =>
  moves[status].filter((to) => !(blocksWork(approval) && work.includes(to)))
