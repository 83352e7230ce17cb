import { lazy, Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react'
import { Plural, Trans, useLingui as useMacro } from '@lingui/react/macro'
import type { TicketPriority } from '~/lib/__generated__/schema'
import { useShortcuts } from '~/lib/shortcuts'
import { Button } from '~/ui/Button'
import { Fact, Facts } from '~/ui/Facts'
import { Section } from '~/ui/Page'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { RatingMark } from '~/ui/Rating'
import { SkeletonLines } from '~/ui/Skeleton'
import { Tag } from '~/ui/Status'
import { SelectField } from '~/ui/TextField'
import { When } from '~/ui/When'
import { useCan, useViewer } from '../../session/SessionProvider'
import { RecordPicker } from '../form/RecordPicker'
import { TicketPriorityMark } from '../Marks'
import { useTicketChange } from '../use-ticket-change'
import { PRIORITIES } from '../statuses'
import { priorityWords } from '../words'
import { Approvals } from './Approvals'
import { cx } from '~/ui/class-names'
import { TicketContract } from './TicketContract'
import css from './TicketScreen.module.css'
import type { Ticket } from './use-ticket'

const TicketTime = lazy(() => import('../../time/ticket/TicketTime').then((module) => ({ default: module.TicketTime })))
const AssignDialog = lazy(() => import('../form/AssignDialog').then((module) => ({ default: module.AssignDialog })))

/** What is known about a ticket, and what is changed without opening a form. */
export function TicketRail({ ticket }: { ticket: Ticket }) {
  return (
    <>
      <Properties ticket={ticket} />
      <QueryBoundary resetKey={ticket.id}>
        <Suspense>
          <TicketTime ticketId={ticket.id} />
        </Suspense>
      </QueryBoundary>
      {ticket.rating === null ? null : <GivenRating ticket={ticket} rating={ticket.rating} />}
      <Approvals ticket={ticket} />
      <Under ticket={ticket} />
      <People ticket={ticket} />
    </>
  )
}

/** The contract comes after the page and never holds it up. */
function Under({ ticket }: { ticket: Ticket }) {
  if (!useCan('CONTRACTS_READ')) return null
  return (
    <QueryBoundary resetKey={ticket.id}>
      <Suspense fallback={<SkeletonLines lines={3} />}>
        <TicketContract id={ticket.id} />
      </Suspense>
    </QueryBoundary>
  )
}

/** Assignee, priority, asset, times. */
function Properties({ ticket }: { ticket: Ticket }) {
  const { i18n } = useLingui()
  const { t } = useMacro()
  const { person } = useViewer()
  const { change } = useTicketChange()
  const { assignee, priority, asset, viewerCanEdit, resolvedAt, closedAt, status } = ticket
  const facts = (
    <Facts>
      {viewerCanEdit ? null : (
        <>
          <Fact name={<Trans>Assignee</Trans>}>{assignee?.name}</Fact>
          <Fact name={<Trans>Priority</Trans>}>
            <TicketPriorityMark priority={priority} />
          </Fact>
        </>
      )}
      {ticket.group ? <Fact name={<Trans>Group</Trans>}>{ticket.group.name}</Fact> : null}
      <Fact name={<Trans>Asset or service</Trans>}>
        {asset ? (
          <>
            <Link to="/customers/$id/assets" params={{ id: ticket.customer.id }} search={{ asset: asset.id }}>
              {asset.name}
            </Link>
            {asset.serialNumber ? <div className="muted sm">{asset.serialNumber}</div> : null}
          </>
        ) : null}
      </Fact>
      <Fact name={<Trans>Changed</Trans>}>
        <When at={ticket.updatedAt} />
      </Fact>
      {resolvedAt ? (
        <Fact name={<Trans>Resolved</Trans>}>
          <When at={resolvedAt} />
        </Fact>
      ) : null}
      {closedAt ? (
        <Fact name={status === 'CANCELLED' ? <Trans>Cancelled</Trans> : <Trans>Closed</Trans>}>
          <When at={closedAt} />
        </Fact>
      ) : null}
    </Facts>
  )
  return (
    <Section title={<Trans>Properties</Trans>}>
      <div className={css.properties}>
        {viewerCanEdit ? (
          <>
            <div>
              <RecordPicker
                key={assignee?.id ?? 'nobody'}
                of="technicians"
                label={t`Assignee`}
                placeholder={t`Nobody`}
                clearable
                value={assignee?.id ?? null}
                known={assignee ? [assignee] : []}
                onChange={(to) => void change(ticket, { assignee: to })}
              />
              {person && assignee?.id !== person.id ? (
                <Button
                  look="quiet"
                  size="small"
                  onClick={() => void change(ticket, { assignee: { id: person.id, name: person.name } })}
                >
                  <Trans>Assign to me</Trans>
                </Button>
              ) : null}
            </div>
            <SelectField
              label={t`Priority`}
              value={priority}
              onChange={(event) => void change(ticket, { priority: event.target.value as TicketPriority })}
            >
              {PRIORITIES.map((value) => (
                <option key={value} value={value}>
                  {i18n._(priorityWords[value])}
                </option>
              ))}
            </SelectField>
          </>
        ) : null}
        {facts}
      </div>
      {viewerCanEdit ? <AssignByKey ticket={ticket} /> : null}
    </Section>
  )
}

/** `a` anywhere on the page chooses who works on it. */
function AssignByKey({ ticket }: { ticket: Ticket }) {
  const { t } = useMacro()
  const { change } = useTicketChange()
  const [open, setOpen] = useState(false)
  useShortcuts([{ key: 'a', label: t`Assign`, run: () => setOpen(true) }])
  return open ? (
    <Suspense>
      <AssignDialog
        what={ticket.number}
        assignee={ticket.assignee}
        onAssign={(assignee) => void change(ticket, { assignee })}
        onClose={() => setOpen(false)}
      />
    </Suspense>
  ) : null
}

function GivenRating({ ticket, rating }: { ticket: Ticket; rating: number }) {
  return (
    <Section title={<Trans>Rating</Trans>}>
      <div className="stack">
        <RatingMark value={rating} />
        {ticket.ratingComment ? <p className={css.quote}>{ticket.ratingComment}</p> : null}
      </div>
    </Section>
  )
}

/** Whose ticket it is, and who opened it. */
function People({ ticket }: { ticket: Ticket }) {
  const { customer, requester } = ticket
  return (
    <>
      <Section
        title={
          <Link to="/customers/$id" params={{ id: customer.id }}>
            {customer.name}
          </Link>
        }
        note={
          customer.active ? undefined : (
            <Tag>
              <Trans>passive</Trans>
            </Tag>
          )
        }
      >
        <Link to="/tickets" search={{ customer: customer.id, status: 'open' }}>
          <Plural value={customer.openTicketCount} _0="No open ticket" one="# open ticket" other="# open tickets" />
        </Link>
      </Section>
      <Section
        title={<Trans>Requester</Trans>}
        aside={
          <Link to="/tickets" search={{ requester: requester.id }}>
            <Trans>All tickets</Trans>
          </Link>
        }
      >
        <p className={cx('row', css.name)}>
          <Link to="/contacts/$id" params={{ id: requester.id }}>
            {requester.name}
          </Link>
          {requester.active ? null : (
            <Tag>
              <Trans>passive</Trans>
            </Tag>
          )}
        </p>
        {requester.title ? <p className="muted">{requester.title}</p> : null}
        <div className={css.reach}>
          {requester.email ? <a href={`mailto:${requester.email}`}>{requester.email}</a> : null}
          {requester.phone ? <a href={`tel:${requester.phone.replace(/[^\d+]/g, '')}`}>{requester.phone}</a> : null}
        </div>
      </Section>
    </>
  )
}
