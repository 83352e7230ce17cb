import { useRef, useState } from 'react'
import { useApolloClient } from '@apollo/client/react'
import { useLingui } from '@lingui/react/macro'
import { forget } from '~/lib/graphql/forget'
import { problemOf } from '~/lib/problem'
import { announce } from '~/ui/announce'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { useTicketChange, type TicketChange } from '../use-ticket-change'

export interface BulkFailure {
  id: string
  name: string
  message: string
}

export interface BulkState {
  done: number
  total: number
  running: boolean
  failures: BulkFailure[]
}

/** Changes many tickets, one after the other: what fails is told by number, the rest is done. */
export function useTicketBulk() {
  const { t } = useLingui()
  const client = useApolloClient()
  const { changeQuietly } = useTicketChange()
  const [state, setState] = useState<BulkState | null>(null)
  const stopped = useRef(false)

  const one = (ticket: TicketRowFragment, part: TicketChange): Promise<string | null> => {
    if ('status' in part && !ticket.viewerCanSet.includes(part.status))
      return Promise.resolve(t`It cannot go there from where it stands.`)
    return changeQuietly(ticket, part).catch((error: unknown) =>
      problemOf(error).kind === 'offline' ? t`The server cannot be reached.` : t`This one failed. Try again.`,
    )
  }

  /** Gives back the ids of those that failed, so that they stay selected. */
  const run = async (tickets: TicketRowFragment[], part: TicketChange): Promise<ReadonlySet<string>> => {
    stopped.current = false
    const total = tickets.length
    const failures: BulkFailure[] = []
    let done = 0
    setState({ done, total, running: true, failures })
    for (const ticket of tickets) {
      if (stopped.current) break
      const message = await one(ticket, part)
      if (message) failures.push({ id: ticket.id, name: ticket.number, message })
      done += 1
      setState({ done, total, running: true, failures: [...failures] })
    }
    setState({ done, total, running: false, failures })
    forget('tickets')(client.cache)
    const succeeded = done - failures.length
    announce(t`${succeeded} of ${total} done`)
    return new Set([...failures.map(({ id }) => id), ...tickets.slice(done).map(({ id }) => id)])
  }
  return {
    state,
    run,
    stop: () => {
      stopped.current = true
    },
    clear: () => setState(null),
  }
}
