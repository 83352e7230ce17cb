import { useState } from 'react'
import { toastError } from '~/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { usePortalRecordQuery } from './__generated__/PortalRecord'

/** A record with its conversation; long ones come in parts. Suspends. */
export function useRecord(id: string) {
  const { t } = useLingui()
  const { data, fetchMore } = usePortalRecordQuery({ variables: { id } })
  const [loadingLater, setLoading] = useState(false)
  const page = data.ticket?.comments.pageInfo
  const later = async () => {
    if (loadingLater) return
    setLoading(true)
    try {
      await fetchMore({
        variables: { id, after: page?.endCursor },
        updateQuery: (before, { fetchMoreResult: { ticket } }) =>
          before.ticket && ticket
            ? {
                ...before,
                ticket: {
                  ...ticket,
                  comments: { ...ticket.comments, nodes: [...before.ticket.comments.nodes, ...ticket.comments.nodes] },
                },
              }
            : before,
      })
    } catch {
      toastError(t`The later messages did not load.`)
    } finally {
      setLoading(false)
    }
  }
  return { ticket: data.ticket, later: page?.hasNextPage ? () => void later() : undefined, loadingLater }
}
