import { ID } from 'type-graphql'
import { flag, id, input, maybe, of, text, type, whole } from '../../core/graphql/fields.ts'
import { UserError } from '../../core/graphql/user-error.type.ts'
import { Comment, Ticket, TicketFilter, TicketKind, TicketPriority, TicketStatus } from './ticket.type.ts'

const key = 'Chosen by the caller: the same key and body within 24 hours get the same answer.'
const seen = 'The version you saw; another one is a CONFLICT.'

@input('A new ticket. A contact gives neither customer nor requester: they are the contact’s own.')
export class CreateTicketInput {
  @of(() => TicketKind, 'Incident or request.') kind!: TicketKind
  @text('In one line.') subject!: string
  @text('Plain text.') description!: string
  @maybe.id('The customer; follows from the requester. Not for contacts.') customerId?: string | null
  @maybe.id('An active contact of the customer. Not for contacts.') requesterId?: string | null
  @maybe.of(() => TicketPriority, 'NORMAL when nothing is said. Not for contacts.') priority?: TicketPriority | null
  @maybe.id('An active technician who may see the customer; staff only.') assigneeId?: string | null
  @maybe.id('An asset or service of the customer. Not for contacts.') assetId?: string | null
  @maybe.id(
    'A contract of the customer; its only active one when nothing is said. Contacts name an active one that they see.',
  )
  contractId?: string | null
  @maybe.ids('Own uploads (PUT /files/uploads) that are attached to nothing yet, at most 10.')
  attachmentIds?: string[] | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Changes of a ticket: a field left out stays, null empties it.')
export class UpdateTicketInput {
  @id('The ticket.') id!: string
  @whole(seen) version!: number
  @maybe.text('In one line.') subject?: string | null
  @maybe.text('Plain text.') description?: string | null
  @maybe.of(() => TicketStatus, 'One of `viewerCanSet`; reopening is a mutation of its own.')
  status?: TicketStatus | null
  @maybe.of(() => TicketPriority, 'How urgent it is.') priority?: TicketPriority | null
  @maybe.id('An active technician who may see the customer; null for nobody. Staff only.') assigneeId?: string | null
  @maybe.id('An asset or service of the customer; null for none.') assetId?: string | null
  @maybe.id('A contract of the customer; null for none.') contractId?: string | null
}

@input('A ticket as you saw it.')
export class SeenTicketInput {
  @id('The ticket.') id!: string
  @whole(seen) version!: number
}

@input('One change of many tickets, named in one of three ways.')
export class BulkUpdateTicketsInput {
  @maybe.ids('At most 1 000 tickets, changed as they stand when their turn comes.') ids?: string[] | null
  @maybe.of(
    () => [SeenTicketInput],
    'At most 1 000 tickets; what somebody has changed since you saw it stays, as a CONFLICT among the job’s errors.',
  )
  tickets?: SeenTicketInput[] | null
  @maybe.of(() => TicketFilter, 'Every ticket that it finds now, at most 1 000.') filter?: TicketFilter | null
  @maybe.of(() => TicketStatus, 'Where they go; those that cannot are among the job’s errors.')
  status?: TicketStatus | null
  @maybe.of(() => TicketPriority, 'How urgent they are.') priority?: TicketPriority | null
  @maybe.id('An active technician who may see their customers; null for nobody. Staff only.')
  assigneeId?: string | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('A ticket to be opened again.')
export class ReopenTicketInput {
  @id('The ticket, resolved or closed.') id!: string
  @whole(seen) version!: number
  @maybe.text('Why; becomes a public comment.') comment?: string | null
}

@input('What the requester thinks of the solution.')
export class RateTicketInput {
  @id('The ticket, resolved or closed.') id!: string
  @whole('1 to 5.') rating!: number
  @maybe.text('A few words.') comment?: string | null
}

@input('A comment on a ticket.')
export class AddCommentInput {
  @id('The ticket.') ticketId!: string
  @text('Plain text.') body!: string
  @maybe.flag('For staff only; public when nothing is said.') internal?: boolean | null
  @maybe.ids('Own uploads (PUT /files/uploads) that are attached to nothing yet, at most 10.')
  attachmentIds?: string[] | null
  @maybe.text(key) idempotencyKey?: string | null
}

@input('Who is asked to approve a request: the whole set. An empty one withdraws the question.')
export class RequestApprovalInput {
  @id('The request.') ticketId!: string
  @of(() => [ID], 'Active contacts of the customer who can sign in, never the requester; at most 20.')
  approverIds!: string[]
}

@input('A decision about a request.')
export class DecideApprovalInput {
  @id('The request.') ticketId!: string
  @flag('True to approve, false to reject.') approve!: boolean
  @maybe.text('A few words.') comment?: string | null
}

@type('Answer of a mutation of tickets.')
export class TicketPayload {
  @maybe.of(() => Ticket, 'The ticket; with CONFLICT, as it is now.') ticket!: Ticket | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
@type('Answer of a new comment.')
export class CommentPayload {
  @maybe.of(() => Comment, 'The comment.') comment!: Comment | null
  @of(() => [UserError], 'What the caller can put right; empty when it worked.') errors!: UserError[]
}
