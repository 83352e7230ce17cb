import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import type { TimelineEventFragment } from './__generated__/TimelineEvent'
import { UpdateSentence } from './UpdateSentence'

interface Parts {
  event: TimelineEventFragment
  who: ReactNode
  what: ReactNode
}

function customerSentence({ event, who, what }: Parts): ReactNode {
  if (event.action === 'CREATED')
    return (
      <Trans>
        {who} entered the customer {what}.
      </Trans>
    )
  if (event.action === 'AUTHORIZATION_CHANGED') return <Authorized event={event} who={who} />
  return null
}

function Authorized({ event, who }: Pick<Parts, 'event' | 'who'>) {
  const given = event.changes.filter(({ to }) => to !== null).length
  const taken = event.changes.length - given
  if (taken === 0)
    return (
      <Trans>
        {who} authorized <Plural value={given} one="# technician" other="# technicians" />.
      </Trans>
    )
  if (given === 0)
    return (
      <Trans>
        {who} took the authorization from <Plural value={taken} one="# technician" other="# technicians" />.
      </Trans>
    )
  return <Trans>{who} changed the authorized technicians.</Trans>
}

function contactSentence({ event, who, what }: Parts): ReactNode {
  switch (event.action) {
    case 'CREATED':
      return (
        <Trans>
          {who} added the contact {what}.
        </Trans>
      )
    case 'ACTIVATED':
      return (
        <Trans>
          {who} activated the contact {what}.
        </Trans>
      )
    case 'PASSIVATED':
      return (
        <Trans>
          {who} passivated the contact {what}.
        </Trans>
      )
    case 'INVITED':
      return (
        <Trans>
          {who} invited {what} to the portal.
        </Trans>
      )
    case 'MOVED_AWAY':
      return (
        <Trans>
          {who} moved {what} to another customer.
        </Trans>
      )
    case 'MOVED_HERE':
      return (
        <Trans>
          {who} moved {what} here from another customer.
        </Trans>
      )
    case 'CONVERTED_TO_TECHNICIAN':
      return (
        <Trans>
          {who} made {what} a technician.
        </Trans>
      )
    case 'CONVERTED_TO_USER':
      return (
        <Trans>
          {who} made {what} a user again.
        </Trans>
      )
    default:
      return signInSentence(event.action, what)
  }
}

function signInSentence(action: string, what: ReactNode): ReactNode {
  if (action === 'LOGIN') return <Trans>{what} signed in.</Trans>
  if (action === 'LOGIN_REFUSED_PASSIVE') return <Trans>{what} tried to sign in while passive and was refused.</Trans>
  if (action === 'PASSWORD_RESET') return <Trans>{what} set a new password by mail.</Trans>
  if (action === 'PASSWORD_CHANGED') return <Trans>{what} changed the password.</Trans>
  return null
}

function groupSentence({ event, who, what }: Parts): ReactNode {
  if (event.action === 'CREATED')
    return (
      <Trans>
        {who} created the group {what}.
      </Trans>
    )
  if (event.action === 'MEMBERS_CHANGED')
    return (
      <Trans>
        {who} changed the members of the group {what}.
      </Trans>
    )
  return null
}

function ticketSentence({ event, who, what }: Parts): ReactNode {
  switch (event.action) {
    case 'CREATED':
      return (
        <Trans>
          {who} opened the ticket {what}.
        </Trans>
      )
    case 'REOPENED':
      return (
        <Trans>
          {who} opened the ticket {what} again.
        </Trans>
      )
    case 'APPROVAL_ASKED':
      return (
        <Trans>
          {who} asked for the approval of {what}.
        </Trans>
      )
    case 'APPROVED':
      return (
        <Trans>
          {who} approved {what}.
        </Trans>
      )
    case 'REJECTED':
      return (
        <Trans>
          {who} rejected {what}.
        </Trans>
      )
    case 'RATED':
      return (
        <Trans>
          {who} rated {what}.
        </Trans>
      )
    default:
      return null
  }
}

function contractSentence({ event, who, what }: Parts): ReactNode {
  switch (event.action) {
    case 'CREATED':
      return (
        <Trans>
          {who} made the contract {what}.
        </Trans>
      )
    case 'ACTIVATED':
      return (
        <Trans>
          {who} activated the contract {what}.
        </Trans>
      )
    case 'RENEWED':
      return <Renewed who={who} what={what} event={event} />
    case 'TERMINATED':
      return (
        <Trans>
          {who} terminated the contract {what}.
        </Trans>
      )
    case 'NOTICE_SENT_AGAIN':
      return (
        <Trans>
          {who} sent a notice about {what} again.
        </Trans>
      )
    default:
      return null
  }
}

/** By hand, or by itself, and until when. */
function Renewed({ event, who, what }: Parts) {
  const format = useFormat()
  const end = event.changes.find(({ field }) => field === 'endsOn')?.to
  const until = end ? format.date(end) : '–'
  return event.actorName ? (
    <Trans>
      {who} renewed the contract {what} until {until}.
    </Trans>
  ) : (
    <Trans>
      The contract {what} renewed itself until {until}.
    </Trans>
  )
}

function assetSentence({ event, who, what }: Parts): ReactNode {
  if (event.action !== 'CREATED') return null
  return (
    <Trans>
      {who} entered the asset or service {what}.
    </Trans>
  )
}

function Deleted({ event, who, what }: Parts) {
  if (event.subjectType === 'Contact')
    return (
      <Trans>
        {who} deleted the contact {what}.
      </Trans>
    )
  if (event.subjectType === 'Group')
    return (
      <Trans>
        {who} deleted the group {what}.
      </Trans>
    )
  if (event.subjectType === 'Contract')
    return (
      <Trans>
        {who} deleted the draft {what}.
      </Trans>
    )
  return (
    <Trans>
      {who} deleted {what}.
    </Trans>
  )
}

const BY_TYPE: Record<string, (parts: Parts) => ReactNode> = {
  Customer: customerSentence,
  Contact: contactSentence,
  Group: groupSentence,
  Ticket: ticketSentence,
  Asset: assetSentence,
  Contract: contractSentence,
}

/** Who did what, as one sentence in the language on screen. An action of a later version is told by its name. */
export function Sentence(parts: Parts) {
  const { event, who, what } = parts
  if (event.action === 'DELETED') return <Deleted {...parts} />
  if (event.action === 'UPDATED') return <UpdateSentence {...parts} />
  if (event.action === 'SENT_AGAIN') return <Trans>{who} sent a mail again.</Trans>
  const known = BY_TYPE[event.subjectType ?? '']?.(parts)
  if (known) return known
  const action = event.action.toLowerCase().replaceAll('_', ' ')
  return (
    <Trans>
      {who}: {action} {what}
    </Trans>
  )
}
