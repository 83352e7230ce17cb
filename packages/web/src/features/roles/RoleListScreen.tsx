import { Suspense, useMemo } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { Avatars } from '~/ui/Avatar'
import { buttonClass } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { None } from '~/ui/Facts'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { Tag } from '~/ui/Status'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Door } from '../session/Door'
import { useRoleListQuery, type RoleListQuery } from './__generated__/RoleList'
import { Rights } from './Rights'

type RoleRow = RoleListQuery['roles'][number]

/** The roles of technicians. */
export function RoleListScreen() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const columns = useRoleColumns()
  const create = () => void navigate({ to: '/admin/organization/roles/new' })
  useShortcuts([{ key: 'c', label: t`New role`, run: create }])
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`Roles`}>
      <PageHead
        title={t`Roles`}
        actions={
          <Link to="/admin/organization/roles/new" className={buttonClass({ look: 'primary' })}>
            <IconPlus size={16} stroke={1.8} aria-hidden />
            <Trans>New role</Trans>
          </Link>
        }
      />
      <QueryBoundary>
        <Suspense fallback={<TableSkeleton columns={columns} rows={5} />}>
          <Roles columns={columns} />
        </Suspense>
      </QueryBoundary>
    </Door>
  )
}

function Roles({ columns }: { columns: Column<RoleRow>[] }) {
  const { t } = useLingui()
  const { roles } = useRoleListQuery().data
  return (
    <DataTable caption={t`Roles`} rows={roles} columns={columns} rowId={({ id }) => id} rowName={({ name }) => name} />
  )
}

function useRoleColumns(): Column<RoleRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Role`,
        name: true,
        cell: (role) => (
          <>
            <Link to="/admin/organization/roles/$id" params={{ id: role.id }}>
              {role.name}
            </Link>{' '}
            {role.administrator ? (
              <Tag>
                <Trans>administrator</Trans>
              </Tag>
            ) : null}
          </>
        ),
      },
      {
        id: 'count',
        header: t`Members`,
        width: '76px',
        numeric: true,
        cell: ({ members }) => format.number(members.totalCount),
      },
      {
        id: 'members',
        header: t`Who`,
        width: '120px',
        phone: 'end',
        cell: ({ members }) =>
          members.totalCount > 0 ? (
            <Avatars names={members.nodes.map(({ name }) => name)} total={members.totalCount} max={4} />
          ) : (
            <None />
          ),
      },
      {
        id: 'customers',
        header: t`Customers`,
        width: '216px',
        phone: 'second',
        cell: (role) =>
          role.onlyAuthorizedCustomers && !role.administrator ? (
            <Trans>only authorized customers</Trans>
          ) : (
            <Trans>all customers</Trans>
          ),
      },
      {
        id: 'permissions',
        header: t`May`,
        width: '440px',
        cell: (role) => (role.administrator ? <Trans>everything</Trans> : <Rights permissions={role.permissions} />),
      },
    ],
    [t, format],
  )
}
