import { Args, ArgsType, Extensions, Field } from 'type-graphql'
import { connectionOf, NestedPageArgs, PageArgs } from '../../core/graphql/connection.ts'
import {
  byPlan,
  enumType,
  flag,
  id,
  input,
  instant,
  maybe,
  Node,
  of,
  Person,
  text,
  type,
  whole,
} from '../../core/graphql/fields.ts'
import { Asset } from '../assets/index.ts'
import { Attachment } from '../attachments/index.ts'
import { AuditEventConnection } from '../audit/index.ts'
import { Contract } from '../contracts/index.ts'
import { Contact, Customer, Group } from '../customers/index.ts'
import { Technician } from '../organization/index.ts'

export const TicketScope = enumType('TicketScope', 'Whose tickets the portal shows.', {
  OWN: 'Those that the contact opened.',
  GROUP: 'Those of the contact’s group.',
  COMPANY: 'All of the customer.',
})
export type TicketScope = keyof typeof TicketScope

const VisibilityReason = enumType('VisibilityReason', 'Why the one who asks sees a ticket.', {
  OWN: 'He or she opened it.',
  GROUP: 'It is of the own group, with the right to the group’s records.',
  COMPANY: 'It is of the own company, with the right to all of its records.',
  APPROVER: 'He or she was asked for approval.',
  AUTHORIZED: 'He or she is authorized for the customer.',
  ALL_CUSTOMERS: 'He or she sees all customers.',
  KEY: 'The key reaches the customer.',
})

export const TicketKind = enumType('TicketKind', 'What a ticket is.', {
  INCIDENT: 'Something does not work as it should.',
  REQUEST: 'Somebody wants something.',
})
export type TicketKind = keyof typeof TicketKind

export const TicketStatus = enumType('TicketStatus', 'Where a ticket stands.', {
  OPEN: 'Nobody has begun.',
  IN_PROGRESS: 'Somebody works on it.',
  WAITING: 'Work waits for somebody or something.',
  RESOLVED: 'Done, as we think.',
  CLOSED: 'Done for good.',
  CANCELLED: 'Given up; for good.',
})
export type TicketStatus = keyof typeof TicketStatus

const ApprovalStatus = enumType('ApprovalStatus', 'Whether a request waits for approval.', {
  NOT_NEEDED: 'Nobody was asked.',
  PENDING: 'Somebody was asked; work starts after.',
  APPROVED: 'Somebody who was asked said yes.',
  REJECTED: 'Somebody who was asked said no.',
})

export const TicketPriority = enumType('TicketPriority', 'How urgent a ticket is.', {
  LOW: 'Can wait.',
  NORMAL: 'In its turn.',
  HIGH: 'Before others.',
  URGENT: 'At once.',
})
export type TicketPriority = keyof typeof TicketPriority

const TicketOrder = enumType('TicketOrder', 'Orders of tickets.', {
  OPENED_AT_ASC: 'Oldest first.',
  OPENED_AT_DESC: 'Newest first.',
  UPDATED_AT_DESC: 'Last changed first.',
  PRIORITY_DESC: 'Most urgent first, the newest of them before.',
})

@input('Which tickets; all conditions hold together.')
export class TicketFilter {
  @maybe.instant('Changed after this instant: for synchronising.') updatedAfter?: string | null
  @maybe.text('Found in number or subject, folded.') text?: string | null
  @maybe.of(() => TicketKind, 'Incidents or requests.') kind?: TicketKind | null
  @maybe.of(() => [TicketStatus], 'In one of these.') status?: TicketStatus[] | null
  @maybe.of(() => [ApprovalStatus], 'In one of these.') approval?: string[] | null
  @maybe.of(() => [TicketPriority], 'With one of these.') priority?: TicketPriority[] | null
  @maybe.id('Of this customer.') customerId?: string | null
  @maybe.id('Opened by this contact.') requesterId?: string | null
  @maybe.id('Assigned to this technician.') assigneeId?: string | null
  @maybe.flag('Without an assignee, or with one.') unassigned?: boolean | null
  @maybe.id('About this asset or service.') assetId?: string | null
  @maybe.id('Under this contract.') contractId?: string | null
  @maybe.instant('Opened after this instant.') openedAfter?: string | null
  @maybe.instant('Opened before this instant.') openedBefore?: string | null
  @maybe.flag('Waiting for the approval of the contact who asks; contacts only.') waitsForMe?: boolean | null
}

const ordered = { nullable: true, description: 'In which order; OPENED_AT_DESC when nothing is said.' }

@ArgsType()
export class TicketsArgs extends PageArgs {
  @maybe.of(() => TicketScope, 'Contacts only: whose tickets; all that the rights allow when nothing is said.')
  scope?: TicketScope
  @maybe.of(() => TicketFilter, 'Which tickets.') filter?: TicketFilter
  @Field(() => TicketOrder, ordered) orderBy?: string
}

@ArgsType()
export class NestedTicketsArgs extends NestedPageArgs {
  @maybe.of(() => TicketFilter, 'Which tickets.') filter?: TicketFilter
  @Field(() => TicketOrder, ordered) orderBy?: string
}

const CommentConnection = connectionOf('Comment', () => Comment)

@type('Takes part in what the viewer sees, known by name only: `node` knows no such id.', { implements: Person })
export class Participant implements Person {
  @id('Tells two of the same name apart.') id!: string
  @text('Full name, as it was then.') name!: string
  @maybe.text('Always null.') email!: string | null
  @flag('Always true.') active!: boolean
}

@type('What somebody wrote on a ticket.', { implements: Node })
export class Comment extends Node {
  @text('Plain text.') body!: string
  @flag('For staff only; the customer’s people and partners have no such comments.') internal!: boolean
  @of(() => Person, 'Who wrote it.') author!: Person
  @instant('When it was written.') createdAt!: string
  // At most ten, and mostly none: what a page of comments costs goes by what it holds.
  @Extensions({ listSize: 2 })
  @of(() => [Attachment], 'Files that came with it, at most 10.')
  attachments!: Attachment[]
}

@type('A contact who was asked to approve a ticket.')
export class TicketApproval {
  @id() id!: string
  @of(() => Person, 'Who was asked.') approver!: Person
  @of(() => ApprovalStatus, 'PENDING, APPROVED or REJECTED.') status!: string
  @maybe.text('What he or she said to it.') comment!: string | null
  @instant('When he or she was asked.') askedAt!: string
  @maybe.instant('When he or she decided.') decidedAt!: string | null
}

@type('An incident or a request of a customer.', { implements: Node })
export class Ticket extends Node {
  @whole('Grows with every change; give it back when you update.') version!: number
  @text('Such as T-2026-000042; counted per year.') number!: string
  @of(() => TicketKind, 'Incident or request.') kind!: TicketKind
  @text('In one line.') subject!: string
  @text('Plain text.') description!: string
  @of(() => TicketStatus, 'Where it stands.') status!: TicketStatus
  @of(() => ApprovalStatus, 'Whether it waits for approval.') approval!: string
  @of(() => TicketPriority, 'How urgent it is.') priority!: TicketPriority
  @of(() => Customer, 'Whose ticket it is.') customer!: Customer
  @of(() => Contact, 'Who opened it, or for whom it was opened.') requester!: Contact
  @maybe.of(() => Group, 'The requester’s group when it was opened.') group!: Group | null
  @maybe.of(() => Technician, 'Who works on it.') assignee!: Technician | null
  @maybe.of(() => Asset, 'What it is about.') asset!: Asset | null
  @maybe.of(() => Contract, 'The contract that it is under, if the one who asks may see it.') contract!: Contract | null
  @of(() => [Contact], 'Contacts who were asked for approval, as far as the one who asks may see them; by name.')
  approvers!: Contact[]
  @of(() => [TicketApproval], 'Who was asked for approval, and what they said; in the order of asking.')
  approvals!: TicketApproval[]
  @maybe.whole('What the requester thinks of the solution, 1 to 5.') rating!: number | null
  @maybe.text('What the requester said to it.') ratingComment!: string | null
  @instant('When it was opened.') openedAt!: string
  @instant('When it, or what is publicly said on it, was last changed.') updatedAt!: string
  @maybe.instant('When it was resolved; null again after reopening.') resolvedAt!: string | null
  @maybe.instant('When it was closed or cancelled; null again after reopening.') closedAt!: string | null
  @Extensions({ listSize: 10 })
  @of(() => [Attachment], 'Files that came when it was opened; those of comments stand with their comments.')
  attachments!: Attachment[]
  @of(() => CommentConnection, 'What was said, oldest first; internal comments exist for staff only.') comments(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
  @of(() => AuditEventConnection, 'What happened to it, newest first; staff only.') timeline(
    @Args(() => NestedPageArgs) _args: NestedPageArgs,
  ): unknown {
    return byPlan()
  }
  @of(() => [VisibilityReason], 'Why the one who asks sees it.') visibleBecause!: string[]
  @of(() => [TicketStatus], 'Where the one who asks may move it now; empty for contacts.') viewerCanSet!: TicketStatus[]
  @flag('Whether the one who asks may change it.') viewerCanEdit!: boolean
  @flag('Whether the one who asks may comment on it.') viewerCanComment!: boolean
  @flag('Whether the one who asks may decide about its approval.') viewerCanApprove!: boolean
  @flag('Whether the one who asks may reopen it; contacts for 14 days after the resolution.') viewerCanReopen!: boolean
  @flag('Whether the one who asks may rate it.') viewerCanRate!: boolean
}

export const TicketConnection = connectionOf('Ticket', () => Ticket)
