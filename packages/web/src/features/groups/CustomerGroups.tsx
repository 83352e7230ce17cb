import { lazy, Suspense, useCallback } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import type { PageParams } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { PageLink } from '~/ui/ListFoot'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useCustomerHeadQuery } from '../customers/detail/__generated__/CustomerHead'
import { TabBody, TabHead } from '../customers/detail/TabBody'
import { useGroupColumns, type GroupRow } from './columns'
import { GroupTable } from './GroupTable'

const NewGroupDrawer = lazy(() => import('./NewGroupDrawer').then((module) => ({ default: module.NewGroupDrawer })))
const GroupDrawer = lazy(() => import('./GroupDrawer').then((module) => ({ default: module.GroupDrawer })))

interface Props {
  id: string
  page: PageParams
  /** The group in the drawer, or `new`. */
  open: string | undefined
  onOpen: (group: string | undefined) => void
}

/** The groups of one customer. */
export function CustomerGroups({ id, page, open, onOpen }: Props) {
  const { t } = useLingui()
  const { customer } = useCustomerHeadQuery({ variables: { id } }).data
  const link = useCallback(
    (group: GroupRow) => (
      <Link to="/customers/$id/groups" params={{ id }} search={{ group: group.id }}>
        {group.name}
      </Link>
    ),
    [id],
  )
  const columns = useGroupColumns({ customer: false, link })
  const mayAdd = customer?.viewerCanEdit === true && customer.active
  useShortcuts(mayAdd ? [{ key: 'c', label: t`New group`, run: () => onOpen('new') }] : [])
  if (!customer) return null
  const create = mayAdd ? (
    <Button look="primary" onClick={() => onOpen('new')}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New group</Trans>
    </Button>
  ) : null
  return (
    <TabBody>
      {customer.groups.totalCount > 0 ? (
        <TabHead actions={create}>
          <Trans>
            Who has the group right sees the records of the whole group. A person is in one group or in none.
          </Trans>
        </TabHead>
      ) : null}
      <QueryBoundary resetKey={page}>
        <Suspense fallback={<TableSkeleton columns={columns} rows={4} inColumn />}>
          <GroupTable
            search={{ ...page, customer: id }}
            columns={columns}
            empty={
              <EmptyState title={<Trans>No groups yet</Trans>} action={create}>
                <Trans>
                  People of the customer who work together, such as a branch. Whoever has the right sees the records of
                  the whole group.
                </Trans>
              </EmptyState>
            }
            pageLink={(part, label) => (
              <PageLink to="/customers/$id/groups" params={{ id }} search={{ ...part }} disabled={!part}>
                {label}
              </PageLink>
            )}
            inColumn
          />
        </Suspense>
      </QueryBoundary>
      <Suspense>
        {open === 'new' && mayAdd ? <NewGroupDrawer customer={customer} onClose={() => onOpen(undefined)} /> : null}
        {open && open !== 'new' ? <GroupDrawer key={open} id={open} onClose={() => onOpen(undefined)} /> : null}
      </Suspense>
    </TabBody>
  )
}
