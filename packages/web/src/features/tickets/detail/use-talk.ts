import { useEffect } from 'react'
import { useTicketTalkQuery } from './__generated__/TicketTalk'

/** All that was said on a ticket, and what happened to it. A long conversation comes page by page, by itself. Suspends. */
export function useTalk(id: string) {
  const { data, fetchMore } = useTicketTalkQuery({ variables: { id } })
  const { hasNextPage, endCursor } = data.ticket?.comments.pageInfo ?? {}
  useEffect(() => {
    if (!hasNextPage || !endCursor) return
    fetchMore({
      variables: { after: endCursor },
      updateQuery: (before, { fetchMoreResult: { ticket: next } }) =>
        before.ticket && next
          ? {
              ticket: {
                ...before.ticket,
                comments: { ...next.comments, nodes: [...before.ticket.comments.nodes, ...next.comments.nodes] },
              },
            }
          : before,
    }).catch(() => undefined)
  }, [hasNextPage, endCursor, fetchMore])
  return data.ticket
}
