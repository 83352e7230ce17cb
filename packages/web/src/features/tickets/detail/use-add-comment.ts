import type { ApolloCache } from '@apollo/client'
import { useIdempotencyKey } from '../../customers/form/idempotency'
import { useAddCommentMutation } from './__generated__/AddComment'
import { TicketTalkDocument, type TicketCommentFragment } from './__generated__/TicketTalk'
import type { Ticket } from './use-ticket'

/** Puts a new comment at the end of the conversation that is on screen, unless it has come by itself meanwhile. */
function append(cache: ApolloCache, id: string, comment: TicketCommentFragment) {
  cache.updateQuery({ query: TicketTalkDocument, variables: { id } }, (talk) => {
    if (!talk?.ticket || talk.ticket.comments.nodes.some((known) => known.id === comment.id)) return talk
    const { comments } = talk.ticket
    return { ticket: { ...talk.ticket, comments: { ...comments, nodes: [...comments.nodes, comment] } } }
  })
}

/** Writes on a ticket. The same words sent again, after an answer that got lost, are written once. */
export function useAddComment(ticket: Ticket) {
  const keyFor = useIdempotencyKey()
  const [add] = useAddCommentMutation()
  return async (body: string, internal: boolean, attachmentIds: string[]) => {
    const words = { ticketId: ticket.id, body, internal, attachmentIds }
    const { data } = await add({
      variables: { input: { ...words, idempotencyKey: keyFor(words) } },
      update: (cache, { data: answer }) => {
        const comment = answer?.addComment.comment
        if (comment) append(cache, ticket.id, comment)
        // A reply makes the ticket the last changed one; a note does not.
        if (!internal)
          cache.evict({ id: cache.identify({ __typename: 'Ticket', id: ticket.id }), fieldName: 'updatedAt' })
      },
    })
    return data?.addComment.errors
  }
}
