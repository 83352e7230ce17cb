import { Suspense } from 'react'
import { ErrorState } from '~/ui/ErrorState'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { useNoticeLogQuery } from './__generated__/NoticeLog'
import { NoticeLog } from './NoticeLog'
import { NoticeRules } from './NoticeRules'
import type { Contract } from './use-contract'

/** Who is told of the end; what has become of it comes after, and never holds the page up. */
export const Notices = ({ contract }: { contract: Contract }) => (
  <QueryBoundary
    resetKey={contract.id}
    fallback={(error, retry) => (
      <>
        <NoticeRules contract={contract} />
        <ErrorState error={error} onRetry={retry} />
      </>
    )}
  >
    <Suspense fallback={<NoticeRules contract={contract} />}>
      <WithLog contract={contract} />
    </Suspense>
  </QueryBoundary>
)

function WithLog({ contract }: { contract: Contract }) {
  const { data, fetchMore } = useNoticeLogQuery({ variables: { id: contract.id } })
  const deliveries = data.contract?.noticeDeliveries
  if (!deliveries) return <NoticeRules contract={contract} />
  const { nodes, pageInfo } = deliveries
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { contract: older } }) =>
        before.contract && older
          ? {
              contract: {
                ...before.contract,
                noticeDeliveries: {
                  ...older.noticeDeliveries,
                  nodes: [...before.contract.noticeDeliveries.nodes, ...older.noticeDeliveries.nodes],
                },
              },
            }
          : before,
    })
  return (
    <>
      <NoticeRules contract={contract} deliveries={nodes} />
      <NoticeLog deliveries={nodes} onMore={pageInfo.hasNextPage ? more : undefined} />
    </>
  )
}
