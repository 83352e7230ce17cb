import { Suspense, useEffect } from 'react'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { IconPlus } from '@tabler/icons-react'
import { useShortcuts } from '~/lib/shortcuts'
import { announce } from '~/ui/announce'
import { buttonClass } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import { FilterBar } from '~/ui/FilterBar'
import { ListFoot } from '~/ui/ListFoot'
import { PageHead } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { Tab, Tabs } from '~/ui/Tabs'
import { Door } from '../session/Door'
import { useCan } from '../session/SessionProvider'
import { useApiKeyListQuery } from './__generated__/ApiKeyList'
import { useKeyColumns } from './columns'
import { selectKeys, type KeyRow, type KeySearch, type KeyView } from './list'

/** Keys for partners' programs. */
export function ApiKeyListScreen({ search }: { search: KeySearch }) {
  const { t } = useLingui()
  return (
    <Door permission="API_KEYS_WRITE" title={t`API keys`}>
      <Keys search={search} />
      <Outlet />
    </Door>
  )
}

const NewKey = ({ search }: { search: KeySearch }) => (
  <Link to="/admin/api-keys/new" search={search} className={buttonClass({ look: 'primary' })}>
    <IconPlus size={16} stroke={1.8} aria-hidden />
    <Trans>New key</Trans>
  </Link>
)

function Keys({ search }: { search: KeySearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const columns = useKeyColumns(search)
  useShortcuts([{ key: 'c', label: t`New key`, run: () => void navigate({ to: '/admin/api-keys/new', search }) }])
  const views: { view: KeyView | undefined; label: string }[] = [
    { view: undefined, label: t`All` },
    { view: 'live', label: t`Valid` },
    { view: 'ended', label: t`Expired or revoked` },
  ]
  const change = (part: KeySearch) =>
    void navigate({ to: '/admin/api-keys', search: { ...search, ...part }, replace: true })
  return (
    <>
      <PageHead title={t`API keys`} actions={<NewKey search={search} />} />
      <Tabs label={t`Views`}>
        {views.map(({ view, label }) => (
          <Tab key={label} to="/admin/api-keys" search={{ view }} current={search.view === view}>
            {label}
          </Tab>
        ))}
      </Tabs>
      <FilterBar
        label={t`Filter keys`}
        placeholder={t`Search in name or beginning`}
        text={search.q ?? ''}
        values={{}}
        fields={[]}
        onChange={({ text }) => change({ q: text || undefined })}
      />
      <QueryBoundary>
        <Suspense fallback={<TableSkeleton columns={columns} rows={4} />}>
          <KeyTable search={search} columns={columns} onClear={() => change({ q: undefined, view: undefined })} />
        </Suspense>
      </QueryBoundary>
    </>
  )
}

function KeyTable({ search, columns, onClear }: { search: KeySearch; columns: Column<KeyRow>[]; onClear: () => void }) {
  const { t } = useLingui()
  const customers = useCan('CUSTOMERS_READ')
  const { apiKeys } = useApiKeyListQuery({ variables: { customers }, fetchPolicy: 'cache-and-network' }).data
  const keys = selectKeys(apiKeys, search)
  const count = keys.length
  useEffect(() => announce(plural(count, { one: '# key', other: '# keys' })), [count])
  if (apiKeys.length === 0)
    return (
      <EmptyState title={<Trans>No keys yet</Trans>} action={<NewKey search={search} />}>
        <Trans>
          With a key a partner’s program reads and writes what you allow it, for the customers that you choose.
        </Trans>
      </EmptyState>
    )
  if (count === 0)
    return (
      <NoMatch
        title={<Trans>No key matches</Trans>}
        filters={[search.q && `“${search.q}”`, search.view && t`View`].filter((name): name is string => Boolean(name))}
        onClear={onClear}
      />
    )
  return (
    <>
      <DataTable
        caption={t`API keys`}
        rows={keys}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
      />
      <ListFoot>
        <Plural value={count} one="# key" other="# keys" />
      </ListFoot>
    </>
  )
}
