import type { ViewerKind } from '~/lib/__generated__/schema'
import { pageVariables, type PageParams } from '~/lib/paging'
import type { UserListQueryVariables } from './__generated__/UserList'

/** A key is no person, so nobody is found by it. */
export type UserKind = Exclude<ViewerKind, 'PARTNER'>

export interface UserSearch extends PageParams {
  q?: string
  kind?: UserKind
  active?: boolean
}

/** The query's variables for what stands in the address. `customers`: whether the viewer may read customers. */
export const listVariables = (
  { q, kind, active, ...page }: UserSearch,
  customers: boolean,
): UserListQueryVariables => ({
  ...pageVariables(page),
  filter: { text: q, kind, active },
  customers,
})
