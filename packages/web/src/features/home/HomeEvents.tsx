import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { Timeline, type TimelineEvent } from '~/ui/Timeline'
import { EventIcon } from '../customers/timeline/icons'
import { Actor, Subject } from '../customers/timeline/Names'
import { Sentence } from '../customers/timeline/sentences'
import { timelineNames } from '../customers/timeline/open-names'
import { useViewer } from '../session/SessionProvider'
import { useHomeEventsQuery } from './__generated__/HomeEvents'

const SHOWN = 12

/** What has changed last, in sentences. Suspends. */
export function HomeEvents() {
  const { data } = useHomeEventsQuery({ variables: { ...timelineNames(useViewer().permissions) } })
  // Who signed in is in the audit log; here it would drown what was done.
  const done = data.auditEvents.nodes.filter(({ action }) => !action.startsWith('LOG')).slice(0, SHOWN)
  const events = done.map((event): TimelineEvent => {
    const rights = event.changes.length === 1 && event.changes[0]?.field.startsWith('sees') === true
    const what = <Subject event={event} self="" customerId={event.customer?.id ?? ''} />
    return {
      id: event.id,
      at: event.at,
      icon: <EventIcon action={event.action} rights={rights} />,
      sentence: <Sentence event={event} who={<Actor event={event} />} what={what} />,
    }
  })
  if (events.length === 0)
    return (
      <p className="muted">
        <Trans>Nothing has been recorded yet.</Trans>
      </p>
    )
  return (
    <>
      <Timeline events={events} />
      <p>
        <Link to="/admin/audit">
          <Trans>Show all</Trans>
        </Link>
      </p>
    </>
  )
}
