import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useFormat } from '~/lib/format'
import { announce } from '~/ui/announce'
import { Button } from '~/ui/Button'
import { DataTable, type Column } from '~/ui/DataTable'
import { EmptyState, NoMatch } from '~/ui/EmptyState'
import type { FilterField } from '~/ui/filter-text'
import { ListFoot, SelectionBar } from '~/ui/ListFoot'
import { VirtualRows } from '~/ui/VirtualRows'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { TicketBulk } from '../bulk/TicketBulk'
import { useTicketBulk } from '../bulk/use-ticket-bulk'
import { useViewer } from '../../session/SessionProvider'
import { keepTicketTrail } from '../ticket-trail'
import { useTicketChange, type TicketChange } from '../use-ticket-change'
import { DEFAULT_ORDER, NARROWING, ticketFilter, type TicketSearch } from './search'
import { useListKeys } from './use-list-keys'
import { useTicketRows } from './use-ticket-rows'

const TicketBulkReport = lazy(() =>
  import('../bulk/TicketBulkReport').then((module) => ({ default: module.TicketBulkReport })),
)

/** So many are changed by one job. */
const MOST_AT_ONCE = 1_000

const TicketPeek = lazy(() => import('../detail/TicketPeek').then((module) => ({ default: module.TicketPeek })))
const AssignDialog = lazy(() => import('../form/AssignDialog').then((module) => ({ default: module.AssignDialog })))

interface Props {
  search: TicketSearch
  columns: Column<TicketRowFragment>[]
  fields: FilterField[]
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  mayEdit: boolean
  onChange: (part: TicketSearch) => void
  onClear: () => void
}

/** The rows that are in sight; the next ones come while one scrolls. While others are asked for, these stay and dim. */
export function TicketTable(props: Props) {
  const { search, columns, fields, selected, onSelect, mayEdit, onChange, onClear } = props
  const { t } = useLingui()
  const format = useFormat()
  const { peek: _peek, ...asked } = search
  const key = JSON.stringify(asked)
  const shownKey = useDeferredValue(key)
  const shown = JSON.parse(shownKey) as TicketSearch
  const { nodes, total, more } = useTicketRows(shown)
  const { change } = useTicketChange()
  const { person } = useViewer()
  const bulk = useTicketBulk(onSelect)
  const [everything, setEverything] = useState<{ key: string; ids: ReadonlySet<string> } | null>(null)
  const [assigning, setAssigning] = useState<TicketRowFragment[] | null>(null)
  useListKeys({
    rows: nodes,
    selected,
    mayEdit,
    onAssign: setAssigning,
    onPeek: (peek) => onChange({ peek }),
  })
  useEffect(() => announce(plural(total, { one: '# ticket', other: '# tickets' })), [total])
  useEffect(() => keepTicketTrail(JSON.parse(shownKey) as TicketSearch, nodes, total), [shownKey, nodes, total])

  const chosen = nodes.filter(({ id }) => selected.has(id))
  // Another filter or another selection is not what was meant.
  const byFilter = everything !== null && everything.key === shownKey && everything.ids === selected
  const toMany = (tickets: TicketRowFragment[], part: TicketChange) =>
    void bulk.run(
      byFilter
        ? { filter: ticketFilter(shown, person?.id ?? '') }
        : { tickets: tickets.map(({ id, version }) => ({ id, version })) },
      part,
      nodes,
    )
  const [only] = assigning ?? []
  const report = bulk.state ? (
    <Suspense>
      <TicketBulkReport state={bulk.state} onStop={() => void bulk.stop()} onClose={bulk.clear} />
    </Suspense>
  ) : null

  if (nodes.length === 0) {
    const narrowed = NARROWING.filter((part) => shown[part] !== undefined)
    const named = narrowed.map((part) =>
      part === 'q'
        ? `“${shown.q}”`
        : (fields.find((field) => field.key === part)?.label ??
          { customer: t`Customer`, requester: t`Requester`, asset: t`Asset`, contract: t`Contract` }[part as 'asset']),
    )
    return (
      <>
        {report}
        {named.length > 0 ? (
          <NoMatch title={<Trans>No ticket matches</Trans>} filters={named} onClear={onClear} />
        ) : (
          <EmptyState title={<Trans>There are no tickets yet</Trans>}>
            <Trans>
              A ticket is an incident or a request of a customer. Contacts open them in the portal, and you do with C.
            </Trans>
          </EmptyState>
        )}
      </>
    )
  }
  const [here, all] = [format.number(nodes.length), format.number(total)]
  return (
    <>
      {report}
      <DataTable
        onRowClick={(ticket) => onChange({ peek: ticket.id })}
        caption={t`Tickets`}
        rows={nodes}
        columns={columns}
        rowId={(ticket) => ticket.id}
        rowName={(ticket) => `${ticket.number} ${ticket.subject}`}
        total={total}
        order={shown.sort ?? DEFAULT_ORDER}
        onOrder={(sort) => onChange({ sort: sort === DEFAULT_ORDER ? undefined : (sort as TicketSearch['sort']) })}
        selection={mayEdit ? { ids: selected, onChange: onSelect } : undefined}
        dimmed={shownKey !== key}
        virtual={(rows) => <VirtualRows {...rows} onEnd={more} />}
      />
      <ListFoot
        selectable={mayEdit}
        selection={
          chosen.length > 0 ? (
            <SelectionBar
              count={
                <Plural value={byFilter ? total : chosen.length} one="# ticket selected" other="# tickets selected" />
              }
              onClear={() => onSelect(new Set())}
            >
              {!byFilter && chosen.length === nodes.length && nodes.length < total && total <= MOST_AT_ONCE ? (
                <Button onClick={() => setEverything({ key: shownKey, ids: selected })}>
                  <Trans>Select all {all} that match</Trans>
                </Button>
              ) : null}
              <TicketBulk
                tickets={chosen}
                more={byFilter}
                running={bulk.running}
                onAssign={() => setAssigning(chosen)}
                onStatus={(status) => toMany(chosen, { status })}
              />
            </SelectionBar>
          ) : null
        }
      >
        {nodes.length < total ? (
          <Trans>
            {here} of {all} tickets; more come as you scroll
          </Trans>
        ) : (
          <Plural value={total} one="# ticket" other="# tickets" />
        )}
      </ListFoot>
      {search.peek ? (
        <Suspense>
          <TicketPeek id={search.peek} rows={nodes} total={total} onOpen={(peek) => onChange({ peek })} />
        </Suspense>
      ) : null}
      {assigning && only
        ? // Not inside the bar: its colours are for what stands on it.
          createPortal(
            <Suspense>
              <AssignDialog
                what={
                  assigning.length === 1 && !byFilter
                    ? only.number
                    : plural(byFilter ? total : assigning.length, { one: '# ticket', other: '# tickets' })
                }
                assignee={assigning.length === 1 && !byFilter ? only.assignee : null}
                onAssign={(assignee) =>
                  assigning.length === 1 && !byFilter
                    ? void change(only, { assignee })
                    : toMany(assigning, { assignee })
                }
                onClose={() => setAssigning(null)}
              />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  )
}
