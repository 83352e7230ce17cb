import type { ReactNode } from 'react'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import {
  IconChecks,
  IconCircleX,
  IconHistory,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconProgressCheck,
  IconRefresh,
  IconStar,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import { attachmentOf } from '../../files/attachment'
import type { Viewer } from '../../session/session'
import type { ConversationEntry } from '~/ui/Conversation'
import type { TicketTalkQuery } from './__generated__/TicketTalk'
import { priorityWords, statusWords } from '../words'
import type { Ticket } from './use-ticket'

type Talk = NonNullable<TicketTalkQuery['ticket']>
type Event = Talk['timeline']['nodes'][number]
type Comment = Talk['comments']['nodes'][number]

const iconOf = ({ action, changes }: Event): Icon => {
  const named: Record<string, Icon> = {
    CREATED: IconPlus,
    REOPENED: IconRefresh,
    RATED: IconStar,
    APPROVAL_ASKED: IconChecks,
    APPROVED: IconChecks,
    REJECTED: IconCircleX,
    ATTACHED: IconPaperclip,
  }
  const [first] = changes
  const changed =
    first?.field === 'status' ? IconProgressCheck : first?.field === 'assignee' ? IconUserCheck : IconPencil
  return named[action] ?? (action === 'UPDATED' ? changed : IconHistory)
}

/** A change of one field in words: from what to what. */
function ChangeWords({ change: { field, from, to } }: { change: Event['changes'][number] }) {
  const { i18n } = useLingui()
  const word = (words: Record<string, MessageDescriptor>, value: string | null) => {
    const known = value === null ? undefined : words[value]
    return known ? i18n._(known) : (value ?? '–')
  }
  const arrow = (before: ReactNode, after: ReactNode) => (
    <>
      {before} <span aria-hidden>→</span>
      <span className="sr">
        <Trans>became</Trans>
      </span>{' '}
      {after}
    </>
  )
  if (field === 'status')
    return (
      <>
        <Trans>Status</Trans>: {arrow(word(statusWords, from), word(statusWords, to))}
      </>
    )
  if (field === 'priority')
    return (
      <>
        <Trans>Priority</Trans>: {arrow(word(priorityWords, from), word(priorityWords, to))}
      </>
    )
  if (field === 'assignee') return to ? <Trans>assigned to {to}</Trans> : <Trans>assigned to nobody</Trans>
  if (field === 'subject')
    return (
      <>
        <Trans>Subject</Trans>: {arrow(from, to)}
      </>
    )
  if (field === 'description') return <Trans>changed the description</Trans>
  if (field === 'asset')
    return (
      <>
        <Trans>Asset or service</Trans>: {arrow(from ?? '–', to ?? '–')}
      </>
    )
  if (field === 'attachments') return <Trans>attached {to}</Trans>
  if (field === 'approvers')
    return to ? <Trans>asked {to} for approval</Trans> : <Trans>withdrew the question to {from}</Trans>
  if (field === 'rating') return <Trans>rated it with {to} of 5</Trans>
  return null
}

const TOLD = new Set([
  'status',
  'priority',
  'assignee',
  'subject',
  'description',
  'asset',
  'attachments',
  'approvers',
  'rating',
])

/** Who did what, as one line. */
function EventSentence({ event }: { event: Event }) {
  const { action, actorName, changes } = event
  const who = <b>{actorName ?? 'Accord'}</b>
  if (action === 'CREATED') return <Trans>{who} opened the ticket</Trans>
  if (action === 'REOPENED') return <Trans>{who} opened the ticket again</Trans>
  if (action === 'APPROVED') return <Trans>{who} approved the request</Trans>
  if (action === 'REJECTED') return <Trans>{who} rejected the request</Trans>
  const told = changes.filter(({ field }) => TOLD.has(field))
  return (
    <>
      {who}{' '}
      {told.length === 0 ? (
        <Trans>changed the ticket</Trans>
      ) : (
        told.map((change, i) => (
          <span key={`${change.field} ${i}`}>
            {i > 0 ? ' · ' : null}
            <ChangeWords change={change} />
          </span>
        ))
      )}
    </>
  )
}

const asEvent = (event: Event): ConversationEntry => {
  const Drawn = iconOf(event)
  return {
    kind: 'event',
    id: event.id,
    at: event.at,
    icon: <Drawn size={15} stroke={1.8} />,
    sentence: <EventSentence event={event} />,
  }
}

/** What was said and done, oldest first; it begins with the description. */
export function useEntries(ticket: Ticket, talk: Talk | null, viewer: Viewer): ConversationEntry[] {
  const beside = [ticket.customer.name, ticket.group?.name].filter((name) => name !== undefined).join(' · ')
  const message = ({ id, author, body, internal, createdAt, attachments }: Comment): ConversationEntry => {
    const us = author.__typename === 'Technician'
    return {
      kind: 'message',
      id,
      at: createdAt,
      author: author.name,
      about: us ? <Trans>Technician</Trans> : author.id === ticket.requester.id ? beside : ticket.customer.name,
      variant: internal ? 'internal' : author.id === viewer.person?.id ? 'own' : 'public',
      us,
      body,
      attachments: attachments.map(attachmentOf),
    }
  }
  const opening: ConversationEntry = {
    kind: 'message',
    id: ticket.id,
    at: ticket.openedAt,
    author: ticket.requester.name,
    about: beside,
    variant: 'public',
    body: ticket.description,
    attachments: ticket.attachments.map(attachmentOf),
  }
  const events = (talk?.timeline.nodes ?? []).filter(
    // Who opened a ticket for somebody else is worth a line; the requester’s own opening is the first message.
    ({ action, actorName }) => action !== 'CREATED' || actorName !== ticket.requester.name,
  )
  const later = [...(talk?.comments.nodes ?? []).map(message), ...events.map(asEvent)]
  return [opening, ...later.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))]
}
