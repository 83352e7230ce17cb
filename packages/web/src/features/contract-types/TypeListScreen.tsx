import { Suspense, useMemo, type ReactNode } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState } from '~/ui/EmptyState'
import { None } from '~/ui/Facts'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Door } from '../session/Door'
import { useCan } from '../session/SessionProvider'
import type { TypeFieldsFragment } from './__generated__/TypeFields'
import { useTypeListQuery } from './__generated__/TypeList'
import { TypeStatus } from './TypeStatus'

/** The kinds of contracts; `children` is the drawer over them. */
export function TypeListScreen({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  return (
    <Door permission="CONTRACTS_READ" title={t`Contract types`}>
      <List />
      {children}
    </Door>
  )
}

function List() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('CONTRACTS_WRITE')
  const columns = useTypeColumns()
  useShortcuts(
    mayEdit
      ? [
          {
            key: 'c',
            label: t`New contract type`,
            run: () => void navigate({ to: '/admin/service/contract-types/new' }),
          },
        ]
      : [],
  )
  const action = mayEdit ? (
    <Link to="/admin/service/contract-types/new" className={buttonClass({ look: 'primary' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New contract type</Trans>
    </Link>
  ) : null
  return (
    <>
      <PageHead title={t`Contract types`} actions={action} />
      <QueryBoundary>
        <Suspense fallback={<TableSkeleton columns={columns} rows={4} />}>
          <Types columns={columns} action={action} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function Types({ columns, action }: { columns: Column<TypeFieldsFragment>[]; action: ReactNode }) {
  const { t } = useLingui()
  const { contractTypes } = useTypeListQuery().data
  if (contractTypes.length === 0)
    return (
      <EmptyState title={<Trans>No contract types yet</Trans>} action={action}>
        <Trans>Every contract has a type, such as SLA, OLA, support or maintenance.</Trans>
      </EmptyState>
    )
  return (
    <DataTable
      caption={t`Contract types`}
      rows={contractTypes}
      columns={columns}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
    />
  )
}

function useTypeColumns(): Column<TypeFieldsFragment>[] {
  const { t } = useLingui()
  return useMemo(
    (): Column<TypeFieldsFragment>[] => [
      {
        id: 'name',
        header: t`Contract type`,
        name: true,
        cell: ({ id, name }) => (
          <Link to="/admin/service/contract-types/$id" params={{ id }}>
            {name}
          </Link>
        ),
      },
      {
        id: 'approval',
        header: t`Requests`,
        width: '300px',
        phone: 'second',
        cell: ({ requestsNeedApproval }) => (requestsNeedApproval ? <Trans>ask for approval</Trans> : <None />),
      },
      {
        id: 'active',
        header: t`Status`,
        width: '112px',
        phone: 'end',
        cell: ({ active }) => <TypeStatus active={active} />,
      },
    ],
    [t],
  )
}
