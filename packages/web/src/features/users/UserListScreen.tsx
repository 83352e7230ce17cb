import { Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { FilterBar } from '~/ui/FilterBar'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useUserColumns } from './columns'
import { useUserFilters } from './filters'
import type { UserSearch } from './list-variables'
import { UserListHead } from './UserListHead'
import { UserTable } from './UserTable'

/** Everybody with a sign-in: technicians, and the contacts who use the portal. */
export function UserListScreen({ search }: { search: UserSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const fields = useUserFilters()
  const columns = useUserColumns(search)
  useShortcuts([
    {
      key: 'c',
      label: t`New technician`,
      run: () => void navigate({ to: '/admin/organization/users/new', search }),
    },
  ])

  const change = (part: UserSearch) =>
    void navigate({ to: '/admin/organization/users', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  return (
    <>
      <UserListHead search={search} />
      <FilterBar
        label={t`Filter users`}
        placeholder={t`Search or filter, e.g. kind:technician`}
        text={search.q ?? ''}
        values={{ kind: search.kind, active: search.active === undefined ? undefined : String(search.active) }}
        fields={fields}
        onChange={({ text, values = {} }) =>
          change({
            ...(text === undefined ? {} : { q: text || undefined }),
            ...('kind' in values ? { kind: values.kind as UserSearch['kind'] } : {}),
            ...('active' in values
              ? { active: values.active === undefined ? undefined : values.active === 'true' }
              : {}),
          })
        }
      />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <UserTable
            search={search}
            columns={columns}
            fields={fields}
            onClear={() => change({ q: undefined, kind: undefined, active: undefined })}
          />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
