import { Suspense } from 'react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Door } from '../session/Door'
import { AuditFilters } from './AuditFilters'
import { AuditTable } from './AuditTable'
import { useAuditColumns } from './columns'
import type { AuditSearch } from './list-variables'

/** Who did what and when; nothing here is ever changed or deleted. */
export function AuditScreen({ search }: { search: AuditSearch }) {
  const { t } = useLingui()
  return (
    <Door permission="AUDIT_READ" title={t`Audit log`}>
      <Log search={search} />
      <Outlet />
    </Door>
  )
}

function Log({ search }: { search: AuditSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const columns = useAuditColumns(search)
  const change = (part: AuditSearch) =>
    void navigate({
      to: '/admin/audit',
      search: { ...search, after: undefined, page: undefined, ...part },
      replace: true,
    })
  const clear = () => void navigate({ to: '/admin/audit', search: {}, replace: true })
  return (
    <>
      <PageHead title={t`Audit log`} />
      <AuditFilters search={search} onChange={change} onClear={clear} />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <AuditTable search={search} columns={columns} onClear={clear} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
