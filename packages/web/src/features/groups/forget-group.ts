import type { ApolloCache } from '@apollo/client'
import { forget } from '~/lib/graphql/forget'
import { forgetOf } from '../customers/forget-of'

/** What a change of a group makes old: the lists, its customer's counts and timeline, and the groups of its people. */
export const forgetGroup = (customerId: string, contactIds: string[]) => (cache: ApolloCache) => {
  forgetOf('Customer', customerId, 'groups', 'timeline')(cache)
  for (const id of contactIds) forgetOf('Contact', id, 'group', 'version', 'timeline')(cache)
  forget('groups', 'contacts', 'contactReach')(cache)
}
