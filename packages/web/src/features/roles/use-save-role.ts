import { useApolloClient } from '@apollo/client/react'
import { forget } from '~/lib/graphql/forget'
import { RoleMembersDocument } from './__generated__/RoleMembers'
import { useUpdateRoleMutation } from './__generated__/UpdateRole'
import type { RoleValues, Touched } from './role-form'
import type { RoleData } from './RoleScreen'

/** Saves a role. Members are given all together, so those beyond the page's first hundred are asked for. */
export function useSaveRole(role: RoleData) {
  const client = useApolloClient()
  const [update, { loading, error }] = useUpdateRoleMutation({
    update: forget('roles', 'users', 'technicians', 'roleEffect'),
  })

  const otherMembers = async (): Promise<string[]> => {
    const ids: string[] = []
    let { hasNextPage, endCursor } = role.members.pageInfo
    while (hasNextPage) {
      const { data } = await client.query({
        query: RoleMembersDocument,
        variables: { id: role.id, after: endCursor },
        fetchPolicy: 'no-cache',
      })
      const page = data?.role?.members
      if (!page) break
      ids.push(...page.nodes.map(({ id }) => id))
      ;({ hasNextPage, endCursor } = page.pageInfo)
    }
    return ids
  }

  const save = async (values: RoleValues, touched: Touched) => {
    const { name, permissions, onlyAuthorizedCustomers, memberIds } = values
    const known = role.members.nodes.map(({ id }) => id)
    const members =
      memberIds.length > 0 ? { memberIds: [...known, ...(await otherMembers()), ...memberIds.map(({ id }) => id)] } : {}
    const input = {
      id: role.id,
      version: role.version,
      ...(touched.has('name') ? { name } : {}),
      ...(touched.has('permissions') ? { permissions } : {}),
      ...(touched.has('onlyAuthorizedCustomers') ? { onlyAuthorizedCustomers } : {}),
      ...members,
    }
    const { data } = await update({
      variables: { input },
      refetchQueries: memberIds.length > 0 ? ['RolePage'] : [],
      awaitRefetchQueries: true,
    })
    return data?.updateRole.errors
  }
  return { save, pending: loading, error }
}
