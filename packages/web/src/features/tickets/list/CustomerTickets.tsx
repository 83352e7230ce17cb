import { Suspense, useDeferredValue, type ReactNode } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { IconPlus } from '@tabler/icons-react'
import { useFormat } from '~/lib/format'
import { useShortcuts } from '~/lib/shortcuts'
import { Button, buttonClass } from '~/ui/Button'
import { DataTable } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import { FilterBar } from '~/ui/FilterBar'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useCustomerHeadQuery } from '../../customers/detail/__generated__/CustomerHead'
import { TabBody } from '../../customers/detail/TabBody'
import { useCan } from '../../session/SessionProvider'
import { useTicketColumns } from './columns'
import { useTicketFilters } from './filters'
import css from './list.module.css'
import { DEFAULT_ORDER, type TicketSearch } from './search'
import { useTicketRows } from './use-ticket-rows'

type TabSearch = Pick<TicketSearch, 'q' | 'status' | 'kind' | 'priority' | 'sort'>
interface Props {
  id: string
  search: TabSearch
}

/** The tickets of one customer. */
export function CustomerTickets({ id, search }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayOpen = useCan('TICKETS_WRITE')
  const { customer } = useCustomerHeadQuery({ variables: { id } }).data
  const fields = useTicketFilters({ short: true })
  const columns = useTicketColumns({ customer: false })
  const mayAdd = mayOpen && customer?.active === true
  useShortcuts(
    mayAdd
      ? [{ key: 'c', label: t`New ticket`, run: () => void navigate({ to: '/tickets/new', search: { customer: id } }) }]
      : [],
  )
  if (!customer) return null
  const create = mayAdd ? (
    <Link to="/tickets/new" search={{ customer: id }} className={buttonClass({ look: 'primary' })}>
      <IconPlus size={16} stroke={1.8} aria-hidden />
      <Trans>New ticket</Trans>
    </Link>
  ) : null
  const change = (part: TabSearch) =>
    void navigate({ to: '/customers/$id/tickets', params: { id }, search: { ...search, ...part }, replace: true })
  return (
    <>
      <FilterBar
        label={t`Filter tickets`}
        placeholder={t`Search or filter, e.g. is:open`}
        text={search.q ?? ''}
        values={search}
        fields={fields}
        onChange={({ text, values = {} }) =>
          change({ ...(text === undefined ? {} : { q: text || undefined }), ...(values as TabSearch) })
        }
        end={create}
      />
      <TabBody>
        <QueryBoundary resetKey={search}>
          <Suspense fallback={<TableSkeleton columns={columns} rows={6} inColumn />}>
            <Rows id={id} search={search} create={create} onChange={change} />
          </Suspense>
        </QueryBoundary>
      </TabBody>
    </>
  )
}

interface RowsProps extends Props {
  create: ReactNode
  onChange: (part: TabSearch) => void
}

function Rows({ id, search, create, onChange }: RowsProps) {
  const { t } = useLingui()
  const format = useFormat()
  const columns = useTicketColumns({ customer: false })
  const shown = useDeferredValue(search)
  const { nodes, total, more } = useTicketRows({ ...shown, customer: id })
  const filters = [
    shown.q && `“${shown.q}”`,
    shown.status && t`Status`,
    shown.priority && t`Priority`,
    shown.kind && t`Kind`,
  ].flatMap((name) => name || [])
  if (nodes.length === 0)
    return filters.length > 0 ? (
      <NoMatch
        title={<Trans>No ticket matches</Trans>}
        filters={filters}
        onClear={() => onChange({ q: undefined, status: undefined, kind: undefined, priority: undefined })}
      />
    ) : (
      <EmptyState title={<Trans>No tickets yet</Trans>} action={create}>
        <Trans>Incidents and requests that are opened for the customer stand here.</Trans>
      </EmptyState>
    )
  const [here, all] = [format.number(nodes.length), format.number(total)]
  return (
    <>
      <DataTable
        caption={t`Tickets`}
        rows={nodes}
        columns={columns}
        rowId={(ticket) => ticket.id}
        rowName={(ticket) => `${ticket.number} ${ticket.subject}`}
        total={total}
        order={shown.sort ?? DEFAULT_ORDER}
        onOrder={(sort) => onChange({ sort: sort === DEFAULT_ORDER ? undefined : (sort as TabSearch['sort']) })}
        dimmed={shown !== search}
        inColumn
      />
      <p className={css.under}>
        {nodes.length < total ? (
          <>
            <Trans>
              {here} of {all} tickets
            </Trans>{' '}
            <Button size="small" onClick={more}>
              <Trans>Show more</Trans>
            </Button>
          </>
        ) : (
          <Plural value={total} one="# ticket" other="# tickets" />
        )}
      </p>
    </>
  )
}
