import type { TicketKind, TicketPriority } from '~/lib/__generated__/schema'

/** What the form of a new ticket holds. */
export interface NewTicketValues {
  customerId: string | null
  requesterId: string | null
  kind: TicketKind
  subject: string
  description: string
  priority: TicketPriority
  assigneeId: string | null
  assetId: string | null
  contractId: string | null
}

/** What can be edited of a ticket in a form; the rest is changed where it stands. */
export interface TicketValues {
  subject: string
  description: string
  assetId: string | null
  contractId: string | null
}
