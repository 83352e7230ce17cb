import type { ApolloClient } from '@apollo/client'
import { neighbours, offsetOf } from '~/lib/paging'
import { keepTrail, type Trail } from '../customers/trail/trail'
import { ContactListDocument, type ContactListQuery } from './list/__generated__/ContactList'
import { contactVariables, type ContactSearch } from './list/search'

/** Remembers the page of the list that is on screen. */
export function keepContactTrail(search: ContactSearch, { contacts }: ContactListQuery): Trail<ContactSearch> {
  const trail = {
    search,
    rows: contacts.nodes.map(({ id, name }) => ({ id, name })),
    offset: offsetOf(search),
    total: contacts.totalCount,
    ...neighbours(contacts.pageInfo, search),
  }
  keepTrail('contacts', trail)
  return trail
}

/** Asks for another page of the list and remembers it. */
export async function loadContactTrail(client: ApolloClient, search: ContactSearch): Promise<Trail | null> {
  const { data } = await client.query({ query: ContactListDocument, variables: contactVariables(search) })
  return data ? keepContactTrail(search, data) : null
}
