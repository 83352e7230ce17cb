import type { ApolloCache } from '@apollo/client'

/** For a mutation's `update`: forgets fields of one object, such as a customer's timeline, so that screens ask again. */
export const forgetOf =
  (typename: 'Customer' | 'Contact' | 'Group' | 'Contract', id: string, ...fields: string[]) =>
  (cache: ApolloCache): void => {
    const object = cache.identify({ __typename: typename, id })
    for (const fieldName of fields) cache.evict({ id: object, fieldName })
  }
