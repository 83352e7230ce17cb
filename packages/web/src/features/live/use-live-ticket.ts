import { useEffect } from 'react'
import { useLiveTicketSubscription } from './__generated__/LiveTicket'
import { useWatch } from './use-watch'

/**
 * Keeps a ticket's screen up to date while it is open: its facts change by themselves, and queries that were asked with
 * its id (the conversation, the timeline) are asked again. Says nothing.
 */
export function useLiveTicket(id: string): void {
  const { ask, fail, keep } = useWatch(({ variables }) => Object.values(variables ?? {}).includes(id), id)
  const live = useLiveTicketSubscription({ variables: { id }, ignoreResults: true, onData: ask, onError: fail })
  useEffect(() => {
    keep(live.restart)
  })
}
