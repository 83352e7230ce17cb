import { useTransition } from 'react'
import { Trans } from '@lingui/react/macro'
import { Button } from '~/ui/Button'
import { Timeline, type TimelineEvent } from '~/ui/Timeline'
import type { TimelineEventFragment } from './__generated__/TimelineEvent'
import { ChangeLine, linesOf } from './Changes'
import { EventIcon } from './icons'
import { Actor, Subject } from './Names'
import { Sentence } from './sentences'

interface Props {
  events: TimelineEventFragment[]
  /** Names of the customer's groups by id: a change of group is recorded by id. */
  groups: ReadonlyMap<string, string>
  /** The object whose page this is: it is not a link to itself. */
  self: string
  customerId: string
  /** Asks for older events; absent when there are none. */
  onMore?: () => Promise<unknown>
}

/** What happened, newest first, by day. */
export function EventTimeline({ events, groups, self, customerId, onMore }: Props) {
  const [pending, start] = useTransition()
  if (events.length === 0)
    return (
      <p className="muted">
        <Trans>Nothing has been recorded yet.</Trans>
      </p>
    )
  const told = events.map((event): TimelineEvent => {
    const rights = event.changes.length === 1 && event.changes[0]?.field.startsWith('sees') === true
    const who = <Actor event={event} />
    const what = <Subject event={event} self={self} customerId={customerId} />
    return {
      id: event.id,
      at: event.at,
      icon: <EventIcon action={event.action} rights={rights} />,
      sentence: <Sentence event={event} who={who} what={what} />,
      details: linesOf(event).map((change, i) => <ChangeLine key={i} change={change} groups={groups} />),
    }
  })
  return (
    <>
      <Timeline events={told} />
      {onMore ? (
        <p>
          <Button
            size="small"
            pending={pending}
            onClick={() =>
              start(async () => {
                await onMore()
              })
            }
          >
            <Trans>Show earlier events</Trans>
          </Button>
        </p>
      ) : null}
    </>
  )
}
