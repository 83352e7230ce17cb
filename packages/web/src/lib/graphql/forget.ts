import type { ApolloCache } from '@apollo/client'
import type { Query } from '../__generated__/schema'

/**
 * For a mutation's `update`: forgets root lists that the change may have reordered, so that screens ask again.
 * `useCreateCustomerMutation({ update: forget('customers') })`
 */
export const forget =
  (...fields: (keyof Query)[]) =>
  (cache: ApolloCache): void => {
    for (const fieldName of fields) cache.evict({ id: 'ROOT_QUERY', fieldName })
    cache.gc()
  }
