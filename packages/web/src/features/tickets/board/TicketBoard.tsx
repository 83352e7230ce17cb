import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react'
import { Trans, useLingui as useMacro } from '@lingui/react/macro'
import type { TicketStatus } from '~/lib/__generated__/schema'
import { Board } from '~/ui/Board'
import { Avatar } from '~/ui/Avatar'
import { NoMatch } from '~/ui/EmptyState'
import { useCan, useViewer } from '../../session/SessionProvider'
import type { TicketRowFragment } from '../__generated__/TicketRow'
import { useListKeys } from '../list/use-list-keys'
import { ticketFilter, type TicketSearch } from '../list/search'
import { ApprovalMark, TicketPriorityMark, TicketStatusMark } from '../Marks'
import { useTicketChange } from '../use-ticket-change'
import { statusWords } from '../words'
import { useTicketBoardQuery, type TicketBoardQueryVariables } from './__generated__/TicketBoard'
import css from './TicketBoard.module.css'
import { columnsOf } from './columns-of'

const TicketPeek = lazy(() => import('../detail/TicketPeek').then((module) => ({ default: module.TicketPeek })))
const AssignDialog = lazy(() => import('../form/AssignDialog').then((module) => ({ default: module.AssignDialog })))

const FIRST = 40
const NOBODY: ReadonlySet<string> = new Set()

function boardVariables(search: TicketSearch, me: string, first: number): TicketBoardQueryVariables {
  const filter = (status: TicketStatus) => ({ ...ticketFilter(search, me), status: [status] })
  return {
    open: filter('OPEN'),
    inProgress: filter('IN_PROGRESS'),
    waiting: filter('WAITING'),
    resolved: filter('RESOLVED'),
    closed: filter('CLOSED'),
    // Who looks at what is open has no use for what is over, but resolves by moving a card.
    ended: search.status !== 'open',
    first,
    orderBy: search.sort ?? 'PRIORITY_DESC',
  }
}

interface Props {
  search: TicketSearch
  onPeek: (id: string | undefined) => void
  /** Takes the filters away. */
  onClear: () => void
}

/** Tickets as cards, a column for each status. A card is moved by dragging, by its menu or by `m`. Suspends. */
export function TicketBoard({ search, onPeek, onClear }: Props) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const { person } = useViewer()
  const mayEdit = useCan('TICKETS_WRITE')
  const { change } = useTicketChange()
  const [first, setFirst] = useState(FIRST)
  const [assigning, setAssigning] = useState<TicketRowFragment | null>(null)
  const { peek: _peek, ...asked } = search
  const key = JSON.stringify({ asked, first })
  const shownKey = useDeferredValue(key)
  const shown = JSON.parse(shownKey) as { asked: TicketSearch; first: number }
  const { data } = useTicketBoardQuery({ variables: boardVariables(shown.asked, person?.id ?? '', shown.first) })
  const listed = (
    [
      ['OPEN', data.open],
      ['IN_PROGRESS', data.inProgress],
      ['WAITING', data.waiting],
      ['RESOLVED', data.resolved],
      ['CLOSED', data.closed],
    ] as const
  ).flatMap(([status, page]) => (page ? [{ status, total: page.totalCount, cards: page.nodes }] : []))
  const columns = columnsOf(listed).map(({ status, total, cards }) => ({
    id: status,
    name: i18n._(statusWords[status]),
    title: <TicketStatusMark status={status} />,
    total,
    cards,
  }))
  const cards = columns.flatMap((column) => column.cards)
  useListKeys({
    rows: cards,
    selected: NOBODY,
    mayEdit,
    onAssign: ([ticket]) => ticket && setAssigning(ticket),
    onPeek,
  })
  if (columns.every(({ total }) => total === 0))
    return <NoMatch filters={[]} onClear={onClear} title={<Trans>No ticket matches</Trans>} />
  return (
    <>
      <Board
        label={t`Tickets by status`}
        columns={columns}
        cardId={({ id }) => id}
        cardName={({ number, subject }) => `${number} ${subject}`}
        link={({ id, subject }, attributes) => (
          <Link to="/tickets/$id" params={{ id }} data-ticket={id} {...attributes}>
            {subject}
          </Link>
        )}
        content={(ticket) => <Card ticket={ticket} />}
        targets={mayEdit ? ({ viewerCanSet }) => viewerCanSet : undefined}
        onMove={mayEdit ? (ticket, to) => void change(ticket, { status: to as TicketStatus }) : undefined}
        onMore={first < 100 ? () => setFirst(100) : undefined}
        dimmed={shownKey !== key}
      />
      {search.peek ? (
        <Suspense>
          <TicketPeek id={search.peek} rows={cards} total={cards.length} onOpen={onPeek} />
        </Suspense>
      ) : null}
      {assigning ? (
        <Suspense>
          <AssignDialog
            what={assigning.number}
            assignee={assigning.assignee}
            onAssign={(assignee) => void change(assigning, { assignee })}
            onClose={() => setAssigning(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

function Card({ ticket: { number, customer, assignee, priority, approval, status } }: { ticket: TicketRowFragment }) {
  return (
    <>
      <span className="trunc">{customer.name}</span>
      <span className={css.foot}>
        <span className={css.number}>{number}</span>
        {priority === 'NORMAL' ? null : <TicketPriorityMark priority={priority} bare />}
        {approval === 'PENDING' && status === 'OPEN' ? <ApprovalMark approval={approval} /> : null}
        {assignee ? (
          <span className={css.assignee} title={assignee.name}>
            <Avatar name={assignee.name} us />
            <span className="sr">{assignee.name}</span>
          </span>
        ) : null}
      </span>
    </>
  )
}
