import { useEffect } from 'react'
import type { TicketScope } from '~/lib/__generated__/schema'
import { useLiveTicketsSubscription } from './__generated__/LiveTickets'
import { asksFor, useWatch } from './use-watch'

/**
 * Keeps lists of tickets and their counts up to date: rows on screen change by themselves, and lists are asked again, for
 * a ticket may have come or gone. Contacts give the setting of the toggle; staff give nothing. Says nothing.
 */
export function useLiveTickets(scope?: TicketScope): void {
  const { ask, fail, keep } = useWatch(asksFor('tickets'), scope ?? '')
  const live = useLiveTicketsSubscription({
    variables: scope ? { scope } : {},
    ignoreResults: true,
    onData: ask,
    onError: fail,
  })
  useEffect(() => {
    keep(live.restart)
  })
}
