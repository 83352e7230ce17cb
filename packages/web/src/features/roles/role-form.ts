import type { Permission } from '~/lib/__generated__/schema'

export interface Member {
  id: string
  name: string
}

/** Keys are those of the API's inputs, so that its errors find their fields. */
export interface RoleValues {
  name: string
  permissions: Permission[]
  onlyAuthorizedCustomers: boolean
  /** Technicians who come to the role with this save, with their names for the preview; members stay members. */
  memberIds: Member[]
}

export type Touched = ReadonlySet<keyof RoleValues>
