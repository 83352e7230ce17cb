import { createFileRoute } from '@tanstack/react-router'
import {
  PortalRecordCountsDocument,
  PortalRecordsDocument,
} from '~/features/portal-records/__generated__/PortalRecords'
import { RecordsScreen } from '~/features/portal-records/RecordsScreen'
import { countVariables, recordSearch, recordVariables, scopeFor } from '~/features/portal-records/search'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/records/')({
  validateSearch: recordSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    warm(context.client, PortalRecordsDocument, recordVariables(deps, scopeFor(deps, context.viewer)))
    warm(context.client, PortalRecordCountsDocument, countVariables(deps, context.viewer))
  },
  component: Records,
})

function Records() {
  return <RecordsScreen search={Route.useSearch()} />
}
