import { useQuery } from '@apollo/client/react'
import { readDay, type Day } from '../week'
import { TimeAllowanceDocument, type TimeAllowanceQuery } from './__generated__/TimeAllowance'
import { targetOf } from './values'

export type Allowance = NonNullable<TimeAllowanceQuery['timeAllowance']>

/**
 * What may be logged on a day on a ticket or under a contract. Null until it is known: the form does not wait for it,
 * and keeps the last answer while another day is asked for. An entry on a ticket has a contract of its own, or `null`
 * for none; nothing said means the ticket’s.
 */
export function useAllowance(target: string | null, workedOn: Day, ownContract?: string | null) {
  const { ticketId, contractId = ownContract } = targetOf(target)
  const ready = Boolean(ticketId ?? contractId) && readDay(workedOn) !== undefined
  const { data, previousData, refetch } = useQuery(TimeAllowanceDocument, {
    variables: { on: workedOn, ticketId, contractId },
    skip: !ready,
    fetchPolicy: 'cache-and-network',
  })
  return { allowance: (ready && (data ?? previousData)?.timeAllowance) || null, refetch }
}
