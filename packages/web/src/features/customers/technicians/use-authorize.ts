import type { ApolloClient } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { forget } from '~/lib/graphql/forget'
import { forgetOf } from '../forget-of'
import { AuthorizedTechniciansDocument } from './__generated__/AuthorizedTechnicians'
import { useSetAuthorizedTechniciansMutation } from './__generated__/SetAuthorizedTechnicians'

/** All who are authorized now, however many pages they fill. */
async function authorizedNow(client: ApolloClient, id: string): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const variables: { id: string; after: string | null } = { id, after }
    const { data } = await client.query({ query: AuthorizedTechniciansDocument, variables, fetchPolicy: 'no-cache' })
    const page = data?.customer?.technicians
    ids.push(...(page?.nodes ?? []).map((technician) => technician.id))
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after)
  return ids
}

/**
 * Authorizes some technicians and takes it from others. The API takes the whole set; what others changed while the list
 * stood on screen stays, since only the difference is applied to the set of this moment.
 */
export function useAuthorize() {
  const client = useApolloClient()
  const [set, { loading, error }] = useSetAuthorizedTechniciansMutation()

  const authorize = async (customerId: string, change: { add?: string[]; remove?: string[] }) => {
    const { add = [], remove = [] } = change
    const now = await authorizedNow(client, customerId)
    const technicianIds = [...new Set([...now, ...add])].filter((id) => !remove.includes(id))
    const { data } = await set({
      variables: { input: { customerId, technicianIds } },
      update: (cache) => {
        forgetOf('Customer', customerId, 'technicians', 'timeline')(cache)
        forget('customers')(cache)
      },
    })
    return data?.setAuthorizedTechnicians.errors
  }
  return { authorize, pending: loading, error }
}
