import type { TicketScope } from '~/lib/__generated__/schema'
import type { View } from '../portal-tickets/statuses'
import { useViewer } from '../session/SessionProvider'
import { usePortalRecordCountsQuery } from './__generated__/PortalRecords'
import { countVariables, type RecordSearch } from './search'

/** How many records a scope has in a view, narrowed as the list is. Suspends. */
export function useCount(search: RecordSearch, scope: TicketScope, view: View): number {
  const { data } = usePortalRecordCountsQuery({ variables: countVariables(search, useViewer()) })
  const counts = {
    OWN: { open: data.ownOpen, closed: data.ownClosed, approved: data.ownApproved },
    GROUP: { open: data.groupOpen, closed: data.groupClosed, approved: data.groupApproved },
    COMPANY: { open: data.companyOpen, closed: data.companyClosed, approved: data.companyApproved },
  }
  return counts[scope][view]?.totalCount ?? 0
}
