import { timelineNames } from '../../customers/timeline/open-names'
import { useViewer } from '../../session/SessionProvider'
import { EventTimeline } from '../../customers/timeline/EventTimeline'
import { useContactTimelineQuery } from './__generated__/ContactTimeline'

/** What happened to the contact. */
export function ContactTimeline({ id }: { id: string }) {
  const { data, fetchMore } = useContactTimelineQuery({ variables: { id, ...timelineNames(useViewer().permissions) } })
  const { contact } = data
  if (!contact) return null
  const { nodes, pageInfo } = contact.timeline
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { contact: older } }) =>
        before.contact && older
          ? {
              contact: {
                ...before.contact,
                timeline: { ...older.timeline, nodes: [...before.contact.timeline.nodes, ...older.timeline.nodes] },
              },
            }
          : before,
    })
  return (
    <EventTimeline
      events={nodes}
      groups={new Map(contact.customer.groups.nodes.map((group) => [group.id, group.name]))}
      self={id}
      customerId={contact.customer.id}
      onMore={pageInfo.hasNextPage ? more : undefined}
    />
  )
}
