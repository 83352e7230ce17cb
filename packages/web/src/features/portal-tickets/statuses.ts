import type { TicketFilter, TicketStatus } from '~/lib/__generated__/schema'

const OPEN: TicketStatus[] = ['OPEN', 'IN_PROGRESS', 'WAITING']
const DONE: TicketStatus[] = ['RESOLVED', 'CLOSED', 'CANCELLED']

/** The three views of records, as filters. */
export const VIEWS = {
  open: { status: OPEN },
  closed: { status: DONE },
  approved: { approval: ['APPROVED'] },
} as const satisfies Record<string, TicketFilter>

export type View = keyof typeof VIEWS
