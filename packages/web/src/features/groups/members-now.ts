import type { ApolloClient } from '@apollo/client'
import { GroupMemberIdsDocument } from './__generated__/GroupMemberIds'

/**
 * The whole set of people after a change: the API takes all of them, and who was added by somebody else meanwhile,
 * or stands on a later page, must not fall out.
 */
export async function membersNow(
  client: ApolloClient,
  groupId: string,
  { add, remove }: { add: string[]; remove: string[] },
): Promise<string[]> {
  const ids = new Set(add)
  let after: string | null = null
  do {
    const variables: { groupId: string; after: string | null } = { groupId, after }
    const { data } = await client.query({ query: GroupMemberIdsDocument, variables, fetchPolicy: 'no-cache' })
    for (const { id } of data?.contacts.nodes ?? []) ids.add(id)
    const page = data?.contacts.pageInfo
    after = page?.hasNextPage ? page.endCursor : null
  } while (after)
  return [...ids].filter((id) => !remove.includes(id))
}
