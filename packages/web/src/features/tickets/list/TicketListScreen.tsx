import { lazy, Suspense, useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { FilterBar } from '~/ui/FilterBar'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { TableSkeleton } from '~/ui/TableSkeleton'
import { useContractName } from '../../contracts/use-contract-name'
import { CustomerFilter } from '../../customers/form/CustomerFilter'
import { useLiveTickets } from '../../live/use-live-tickets'
import { TicketDoor } from '../TicketDoor'
import { useCan } from '../../session/SessionProvider'
import { useTicketColumns } from './columns'
import { useTicketFilters } from './filters'
import { ListTools } from './ListTools'
import { NARROWING, type TicketSearch } from './search'
import { TicketListHead } from './TicketListHead'
import { TicketTable } from './TicketTable'
import css from './list.module.css'

const NameViewDialog = lazy(() => import('./NameViewDialog').then((module) => ({ default: module.NameViewDialog })))
const TicketBoard = lazy(() => import('../board/TicketBoard').then((module) => ({ default: module.TicketBoard })))

/** Tickets: views, filters, table or board. Everything that narrows the list stands in the address. */
export function TicketListScreen({ search }: { search: TicketSearch }) {
  const { t } = useLingui()
  return (
    <TicketDoor title={t`Tickets`}>
      <Loaded search={search} />
    </TicketDoor>
  )
}

function Loaded({ search }: { search: TicketSearch }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayEdit = useCan('TICKETS_WRITE')
  const contractName = useContractName(search.contract)
  const contract = useMemo(
    () => (search.contract ? { id: search.contract, name: contractName ?? '…' } : undefined),
    [search.contract, contractName],
  )
  const fields = useTicketFilters({ contract })
  useLiveTickets()
  const columns = useTicketColumns()
  const [naming, setNaming] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const change = (part: TicketSearch, replace = true) =>
    void navigate({ to: '/tickets', search: { ...search, ...part }, replace })
  const narrow = (part: TicketSearch) => {
    setSelected(new Set())
    change({ ...part, peek: undefined })
  }
  const clear = () => narrow(Object.fromEntries(NARROWING.map((key) => [key, undefined])))
  const peek = (id: string | undefined) => change({ peek: id })
  return (
    <>
      <TicketListHead search={search} />
      <FilterBar
        label={t`Filter tickets`}
        placeholder={t`Search or filter, e.g. is:open assignee:me`}
        text={search.q ?? ''}
        values={search}
        fields={fields}
        onChange={({ text, values = {} }) =>
          narrow({ ...(text === undefined ? {} : { q: text || undefined }), ...(values as TicketSearch) })
        }
        end={
          <span className={css.tools}>
            <CustomerFilter value={search.customer} onChange={(customer) => narrow({ customer })} />
            <ListTools search={search} onChange={change} onName={() => setNaming(true)} />
          </span>
        }
      />
      <div className={css.page}>
        {search.as === 'board' ? (
          <QueryBoundary resetKey={search}>
            <Suspense fallback={<SkeletonLines lines={8} />}>
              <TicketBoard search={search} onPeek={peek} onClear={clear} />
            </Suspense>
          </QueryBoundary>
        ) : (
          <QueryBoundary resetKey={search}>
            <Suspense fallback={<TableSkeleton columns={columns} selectable={mayEdit} />}>
              <TicketTable
                search={search}
                columns={columns}
                fields={fields}
                selected={selected}
                onSelect={setSelected}
                mayEdit={mayEdit}
                onChange={change}
                onClear={clear}
              />
            </Suspense>
          </QueryBoundary>
        )}
      </div>
      {naming ? (
        <Suspense>
          <NameViewDialog search={search} onClose={() => setNaming(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
