import { Suspense } from 'react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { FIRST_PAGE } from '~/lib/paging'
import { FilterBar } from '~/ui/FilterBar'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Door } from '../session/Door'
import { useMailColumns } from './columns'
import { useMailFilters } from './filters'
import type { MailSearch } from './list-variables'
import { MailListHead } from './MailListHead'
import { MailTable } from './MailTable'

/** The outbox: what was written to whom, and what became of it. */
export function MailListScreen({ search }: { search: MailSearch }) {
  const { t } = useLingui()
  return (
    <Door permission="ORGANIZATION_WRITE" title={t`Mail`}>
      <Outbox search={search} />
      <Outlet />
    </Door>
  )
}

function Outbox({ search }: { search: MailSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const fields = useMailFilters()
  const columns = useMailColumns(search)
  const change = (part: MailSearch) =>
    void navigate({ to: '/admin/mail', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  return (
    <>
      <MailListHead search={search} />
      <FilterBar
        label={t`Filter mails`}
        placeholder={t`Search in subject or address`}
        text={search.q ?? ''}
        values={{ status: search.status }}
        fields={fields}
        onChange={({ text, values = {} }) =>
          change({
            ...(text === undefined ? {} : { q: text || undefined }),
            ...('status' in values ? { status: values.status as MailSearch['status'] } : {}),
          })
        }
      />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <MailTable
            search={search}
            columns={columns}
            statusLabel={fields[0]?.label ?? ''}
            onClear={() => change({ q: undefined, status: undefined })}
          />
        </Suspense>
      </QueryBoundary>
    </>
  )
}
