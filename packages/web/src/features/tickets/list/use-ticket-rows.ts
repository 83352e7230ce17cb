import { useRef } from 'react'
import { useViewer } from '../../session/SessionProvider'
import { useTicketListQuery } from './__generated__/TicketList'
import { ticketVariables, type TicketSearch } from './search'

/** The rows that are here, and the next ones when they are asked for. Suspends. */
export function useTicketRows(search: TicketSearch) {
  const { person } = useViewer()
  const { data, fetchMore } = useTicketListQuery({ variables: ticketVariables(search, person?.id ?? '') })
  const asking = useRef('')
  const { nodes, pageInfo, totalCount } = data.tickets
  const more = () => {
    const after = pageInfo.endCursor
    if (!pageInfo.hasNextPage || !after || asking.current === after) return
    asking.current = after
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { tickets } }) => {
        const known = new Set(before.tickets.nodes.map(({ id }) => id))
        const added = tickets.nodes.filter(({ id }) => !known.has(id))
        return { tickets: { ...tickets, nodes: [...before.tickets.nodes, ...added] } }
      },
    }).catch(() => {
      // Scrolling on asks again.
      asking.current = ''
    })
  }
  return { nodes, total: totalCount, more }
}
