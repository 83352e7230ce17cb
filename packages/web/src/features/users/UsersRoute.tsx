import { Outlet } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { Door } from '../session/Door'
import type { UserSearch } from './list-variables'
import { UserListScreen } from './UserListScreen'

/** The list with its drawer, for those who may organize. */
export function UsersRoute({ search }: { search: UserSearch }) {
  const { t } = useLingui()
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`Users and technicians`}>
      <UserListScreen search={search} />
      <Outlet />
    </Door>
  )
}
