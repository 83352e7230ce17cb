import { EventTimeline } from '../../customers/timeline/EventTimeline'
import { timelineNames } from '../../customers/timeline/open-names'
import { useViewer } from '../../session/SessionProvider'
import { useContractTimelineQuery } from './__generated__/ContractTimeline'

const NO_GROUPS: ReadonlyMap<string, string> = new Map()

/** What happened to the contract. Suspends. */
export function ContractTimeline({ id }: { id: string }) {
  const { data, fetchMore } = useContractTimelineQuery({ variables: { id, ...timelineNames(useViewer().permissions) } })
  const { contract } = data
  if (!contract) return null
  const { nodes, pageInfo } = contract.timeline
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { contract: older } }) =>
        before.contract && older
          ? {
              contract: {
                ...before.contract,
                timeline: { ...older.timeline, nodes: [...before.contract.timeline.nodes, ...older.timeline.nodes] },
              },
            }
          : before,
    })
  return (
    <EventTimeline
      events={nodes}
      groups={NO_GROUPS}
      self={id}
      customerId={contract.customer.id}
      onMore={pageInfo.hasNextPage ? more : undefined}
    />
  )
}
