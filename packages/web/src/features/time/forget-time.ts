import type { ApolloCache } from '@apollo/client'
import { forget } from '~/lib/graphql/forget'

interface Around {
  customer: { id: string }
  ticket: { id: string } | null
  contract?: { id: string } | null
}

/** For a mutation’s `update`: what a change of an entry makes old: weeks, sums, limits, and the usage of its contract. */
export const forgetTime =
  ({ customer, ticket, contract }: Around) =>
  (cache: ApolloCache): void => {
    const drop = (__typename: string, id: string | undefined, ...fields: string[]) => {
      const of = id && cache.identify({ __typename, id })
      if (of) for (const fieldName of fields) cache.evict({ id: of, fieldName })
    }
    drop('Ticket', ticket?.id, 'timeEntries', 'minutesSpent')
    drop('Contract', contract?.id, 'timeEntries', 'usage')
    drop('Customer', customer.id, 'timeEntries')
    forget('timeEntries', 'timeAllowance')(cache)
  }
