import { timelineNames } from '../timeline/open-names'
import { useViewer } from '../../session/SessionProvider'
import { EventTimeline } from '../timeline/EventTimeline'
import { useCustomerTimelineQuery } from './__generated__/CustomerTimeline'

/** What happened to the customer, its people and its groups. */
export function CustomerTimeline({ id }: { id: string }) {
  const { data, fetchMore } = useCustomerTimelineQuery({ variables: { id, ...timelineNames(useViewer().permissions) } })
  const { customer } = data
  if (!customer) return null
  const { nodes, pageInfo } = customer.timeline
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { customer: older } }) =>
        before.customer && older
          ? {
              customer: {
                ...before.customer,
                timeline: { ...older.timeline, nodes: [...before.customer.timeline.nodes, ...older.timeline.nodes] },
              },
            }
          : before,
    })
  return (
    <EventTimeline
      events={nodes}
      groups={new Map(customer.groups.nodes.map((group) => [group.id, group.name]))}
      self={id}
      customerId={id}
      onMore={pageInfo.hasNextPage ? more : undefined}
    />
  )
}
