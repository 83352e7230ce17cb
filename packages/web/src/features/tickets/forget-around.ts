import type { ApolloCache } from '@apollo/client'

interface Around {
  id: string
  customer: { id: string }
}

/**
 * For a mutation's `update`: what a change of a ticket makes old beside its own row. Lists keep their rows, which know
 * the new state; counts, the board and histories are asked again.
 */
export const forgetAround =
  ({ id, customer }: Around) =>
  (cache: ApolloCache): void => {
    cache.evict({ id: cache.identify({ __typename: 'Ticket', id }), fieldName: 'timeline' })
    const of = cache.identify({ __typename: 'Customer', id: customer.id })
    for (const fieldName of ['openTicketCount', 'timeline']) cache.evict({ id: of, fieldName })
  }
