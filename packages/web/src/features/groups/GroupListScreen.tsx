import { Suspense, useCallback, type ReactNode } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { FIRST_PAGE } from '~/lib/paging'
import { useShortcuts } from '~/lib/shortcuts'
import { buttonClass } from '~/ui/Button'
import { EmptyState, Forbidden, NoMatch } from '~/ui/EmptyState'
import { FilterBar } from '~/ui/FilterBar'
import { PageLink } from '~/ui/ListFoot'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { CustomerFilter } from '../customers/form/CustomerFilter'
import { useCan, useViewer } from '../session/SessionProvider'
import { useGroupColumns, type GroupRow } from './columns'
import { GroupTable } from './GroupTable'
import type { GroupSearch } from './search'

/** The groups of all customers in reach. */
export function GroupListScreen({ search }: { search: GroupSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('CUSTOMERS_WRITE')
  const key = { key: 'c', label: t`New group`, run: () => void navigate({ to: '/groups/new', search }) }
  useShortcuts(mayEdit ? [key] : [])
  const link = useCallback(
    ({ id, name }: GroupRow) => (
      <Link to="/groups/$id" params={{ id }} search={search}>
        {name}
      </Link>
    ),
    [search],
  )
  const columns = useGroupColumns({ customer: true, link })
  const change = (part: GroupSearch) =>
    void navigate({ to: '/groups', search: { ...search, ...FIRST_PAGE, ...part }, replace: true })
  const narrowed = [search.q && `“${search.q}”`, search.customer && t`Customer`].filter((name): name is string =>
    Boolean(name),
  )
  const create = mayEdit ? (
    <Link to="/groups/new" search={search} className={buttonClass({ look: 'primary' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New group</Trans>
    </Link>
  ) : null
  return (
    <>
      <PageHead title={t`Customer groups`} actions={create} />
      <FilterBar
        label={t`Filter groups`}
        placeholder={t`Search by name`}
        text={search.q ?? ''}
        values={{}}
        fields={[]}
        onChange={({ text }) => change({ q: text || undefined })}
        end={<CustomerFilter value={search.customer} onChange={(customer) => change({ customer })} />}
      />
      <QueryBoundary resetKey={search}>
        <Suspense fallback={<TableSkeleton columns={columns} />}>
          <GroupTable
            search={search}
            columns={columns}
            empty={
              narrowed.length > 0 ? (
                <NoMatch
                  title={<Trans>No group matches</Trans>}
                  filters={narrowed}
                  onClear={() => change({ q: undefined, customer: undefined })}
                />
              ) : (
                <NoGroups action={create} />
              )
            }
            pageLink={(page, label) => (
              <PageLink to="/groups" search={{ ...search, ...page }} disabled={!page}>
                {label}
              </PageLink>
            )}
          />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function NoGroups({ action }: { action: ReactNode }) {
  if (useViewer().onlyAuthorizedCustomers)
    return (
      <Forbidden title={<Trans>No groups in your reach</Trans>}>
        <Trans>
          Your role sees the groups of customers that it is authorized for. An administrator can authorize you on the
          customer’s page.
        </Trans>
      </Forbidden>
    )
  return (
    <EmptyState title={<Trans>No groups yet</Trans>} action={action}>
      <Trans>
        People of one customer who work together. Whoever has the right sees the records of the whole group.
      </Trans>
    </EmptyState>
  )
}
