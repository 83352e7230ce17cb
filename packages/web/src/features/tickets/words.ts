import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { ApprovalStatus, TicketKind, TicketPriority, TicketStatus } from '~/lib/__generated__/schema'

export const statusWords: Record<TicketStatus, MessageDescriptor> = {
  OPEN: msg`Open`,
  IN_PROGRESS: msg`In progress`,
  WAITING: msg`On hold`,
  RESOLVED: msg`Resolved`,
  CLOSED: msg`Closed`,
  CANCELLED: msg`Cancelled`,
}

/** What a button that leads there says. */
export const moveWords: Record<TicketStatus, MessageDescriptor> = {
  OPEN: msg`Open again`,
  IN_PROGRESS: msg`Take into work`,
  WAITING: msg`Put on hold`,
  RESOLVED: msg`Resolve`,
  CLOSED: msg`Close`,
  CANCELLED: msg`Cancel the ticket`,
}

export const kindWords: Record<TicketKind, MessageDescriptor> = {
  INCIDENT: msg`Incident`,
  REQUEST: msg`Request`,
}

export const priorityWords: Record<TicketPriority, MessageDescriptor> = {
  URGENT: msg`Urgent`,
  HIGH: msg`High`,
  NORMAL: msg`Normal`,
  LOW: msg`Low`,
}

export const approvalWords: Record<ApprovalStatus, MessageDescriptor> = {
  NOT_NEEDED: msg`Not needed`,
  PENDING: msg`Waits for approval`,
  APPROVED: msg`Approved`,
  REJECTED: msg`Rejected`,
}
