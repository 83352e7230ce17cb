import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { once, verb, type Outcome } from '../../core/db/verb.ts'
import { attach, foundUploads } from '../attachments/index.ts'
import { record } from '../audit/index.ts'
import { ContactEntity } from '../customers/index.ts'
import type { TicketRow } from './ticket.entity.ts'
import type { AddCommentInput } from './ticket.inputs.ts'
import { tellAnswer } from './ticket.mails.ts'
import { about, assertMayWrite, seen, textOf, type TicketContext } from './ticket.rules.ts'

/** Comments on a ticket. Problems: ticketId NOT_FOUND or NOT_ALLOWED (a colleague's, read only); body REQUIRED; attachmentIds NOT_FOUND, LIMIT_EXCEEDED. */
export function addComment(context: TicketContext, input: AddCommentInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'addComment', input, async () => {
      const ticket = await seen(em, input.ticketId, ['ticketId'])
      await assertMayWrite(em, context, ticket.id, ['ticketId'])
      const internal = input.internal ?? false
      const uploads = await foundUploads(em, context, input.attachmentIds)
      const comment = await writeComment(em, context, ticket, textOf(input.body, 'body'), internal)
      const to = { customerId: ticket.customerId, ticketId: ticket.id, commentId: comment, internal }
      await attach(em, uploads, to)
      if (uploads.names.length)
        await record(em, context, {
          ...about(ticket),
          action: 'ATTACHED',
          changes: [{ field: 'attachments', from: null, to: uploads.names.join(', ') }],
        })
      return { comment }
    }),
  )
}

/** Writes a comment and tells the requester of a public one by somebody else; gives back its id. */
export async function writeComment(
  em: Em,
  context: TicketContext,
  ticket: TicketRow,
  body: string,
  internal: boolean,
): Promise<string> {
  const { principal } = context
  const id = newId()
  await em.execute(
    `insert into ticket_comment (id, customer_id, ticket_id, body, internal, author_kind, author_id, author_name, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, now())`,
    [id, ticket.customerId, ticket.id, body, internal, principal.kind, principal.id, principal.name],
  )
  // An internal comment leaves no trace that others could see: not even a changed instant.
  if (internal) return id
  await em.execute('update ticket set updated_at = now() where id = ?', [ticket.id])
  const requester = await em.findOne(ContactEntity, { id: ticket.requesterId })
  if (requester?.active && requester.id !== principal.id)
    await tellAnswer(em, context.publicUrl, ticket, requester, id, body, principal.name)
  return id
}
