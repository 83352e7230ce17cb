import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import type { TimelineEventFragment } from './__generated__/TimelineEvent'

/** Who did it: a person by name, a program by its key, else the house itself. */
export function Actor({ event }: { event: TimelineEventFragment }) {
  const name = event.actorName
  if (!name) return <b>Accord</b>
  if (event.actorKind === 'PARTNER')
    return (
      <b>
        <Trans>The API key “{name}”</Trans>
      </b>
    )
  return <b>{name}</b>
}

/** The name an event was about; of what is deleted, the name it had. */
function nameOf({ subject, changes }: TimelineEventFragment): string {
  if (subject?.__typename === 'Contract') return subject.reference ? `${subject.reference} ${subject.name}` : ''
  if (subject?.__typename === 'Ticket') return subject.number ? `${subject.number} ${subject.subject}` : ''
  if (subject && 'name' in subject) return subject.name
  const named = changes.find(({ field }) => field === 'name')
  return named?.from ?? named?.to ?? ''
}

/** What was done to: a link, unless the timeline stands on its own page or it is gone. */
export function Subject({
  event,
  self,
  customerId,
}: {
  event: TimelineEventFragment
  self: string
  customerId: string
}) {
  const { subject } = event
  const name = nameOf(event)
  if (!subject || subject.id === self) return <b>{name}</b>
  if (subject.__typename === 'Contact')
    return (
      <Link to="/contacts/$id" params={{ id: subject.id }}>
        {name}
      </Link>
    )
  if (subject.__typename === 'Ticket')
    return (
      <Link to="/tickets/$id" params={{ id: subject.id }}>
        {name}
      </Link>
    )
  if (subject.__typename === 'Contract')
    return (
      <Link to="/contracts/$id" params={{ id: subject.id }}>
        {name}
      </Link>
    )
  if (subject.__typename === 'Asset')
    return (
      <Link to="/customers/$id/assets" params={{ id: customerId }} search={{ asset: subject.id }}>
        {name}
      </Link>
    )
  if (subject.__typename === 'Group')
    return (
      <Link to="/customers/$id/groups" params={{ id: customerId }}>
        {name}
      </Link>
    )
  return <b>{name}</b>
}
