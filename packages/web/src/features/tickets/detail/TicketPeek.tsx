import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconMaximize } from '@tabler/icons-react'
import { useLingui as useRuntime } from '@lingui/react'
import { useFormat } from '~/lib/format'
import { Button, buttonClass } from '~/ui/Button'
import { Conversation } from '~/ui/Conversation'
import { Fact, Facts } from '~/ui/Facts'
import { PeekPanel } from '~/ui/PeekPanel'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SkeletonLines } from '~/ui/Skeleton'
import { useViewer } from '../../session/SessionProvider'
import { TicketPriorityMark, TicketStatusMark } from '../Marks'
import { useTicketChange } from '../use-ticket-change'
import { moveWords } from '../words'
import { useEntries } from './entries'
import css from './TicketScreen.module.css'
import { useTalk } from './use-talk'
import { useTicket, type Ticket } from './use-ticket'

interface Props {
  id: string
  /** The rows of the list, and how many there are in all. */
  rows: readonly { id: string }[]
  total: number
  /** Shows another one, or none. */
  onOpen: (id: string | undefined) => void
}

/** One ticket beside the list: the facts, the last words, the next steps. */
export function TicketPeek({ id, rows, total, onOpen }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const at = rows.findIndex((row) => row.id === id)
  const [before, after] = at < 0 ? [] : [rows[at - 1], rows[at + 1]]
  const position = at < 0 ? undefined : `${format.number(at + 1)} / ${format.number(total)}`
  const shared = {
    onClose: () => onOpen(undefined),
    onPrevious: before ? () => onOpen(before.id) : undefined,
    onNext: after ? () => onOpen(after.id) : undefined,
    position,
    aside: (
      <Link
        to="/tickets/$id"
        params={{ id }}
        className={buttonClass({ look: 'quiet', size: 'small', icon: true })}
        aria-label={t`Open the page`}
        title={t`Open the page`}
      >
        <IconMaximize size={16} stroke={1.8} aria-hidden />
      </Link>
    ),
  }
  const waiting = (
    <PeekPanel title={t`Ticket`} {...shared}>
      <SkeletonLines lines={8} />
    </PeekPanel>
  )
  return (
    <QueryBoundary resetKey={id}>
      <Suspense fallback={waiting}>
        <Loaded id={id} shared={shared} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, shared }: { id: string; shared: Omit<Parameters<typeof PeekPanel>[0], 'title' | 'children'> }) {
  const { t } = useLingui()
  const ticket = useTicket(id)
  if (!ticket)
    return (
      <PeekPanel title={t`Ticket`} {...shared}>
        <p className="muted">
          <Trans>This ticket is not here</Trans>
        </p>
      </PeekPanel>
    )
  return (
    <PeekPanel title={`${ticket.number} ${ticket.subject}`} {...shared} foot={<Steps ticket={ticket} />}>
      <Facts>
        <Fact name={<Trans>Status</Trans>}>
          <TicketStatusMark status={ticket.status} />
        </Fact>
        <Fact name={<Trans>Priority</Trans>}>
          <TicketPriorityMark priority={ticket.priority} />
        </Fact>
        <Fact name={<Trans>Assignee</Trans>}>{ticket.assignee?.name}</Fact>
        <Fact name={<Trans>Customer</Trans>}>{ticket.customer.name}</Fact>
        <Fact name={<Trans>Requester</Trans>}>{ticket.requester.name}</Fact>
        {ticket.asset ? <Fact name={<Trans>Asset or service</Trans>}>{ticket.asset.name}</Fact> : null}
      </Facts>
      <QueryBoundary resetKey={id}>
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <Said ticket={ticket} />
        </Suspense>
      </QueryBoundary>
    </PeekPanel>
  )
}

function Said({ ticket }: { ticket: Ticket }) {
  const { t } = useLingui()
  const entries = useEntries(ticket, useTalk(ticket.id), useViewer())
  return <Conversation label={t`Conversation`} entries={entries} />
}

/** The steps that the ticket may take, and the way to its page, where one answers. */
function Steps({ ticket }: { ticket: Ticket }) {
  const { i18n } = useRuntime()
  const { change } = useTicketChange()
  const steps = ticket.viewerCanSet.filter((status) => status !== 'CANCELLED')
  return (
    <div className={css.foot}>
      <Link to="/tickets/$id" params={{ id: ticket.id }} className={buttonClass({ look: 'primary' })}>
        <Trans>Open and answer</Trans>
      </Link>
      {steps.map((step) => (
        <Button key={step} onClick={() => void change(ticket, { status: step })}>
          {i18n._(moveWords[step])}
        </Button>
      ))}
    </div>
  )
}
