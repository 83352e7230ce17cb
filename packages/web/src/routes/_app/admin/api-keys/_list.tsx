import { createFileRoute } from '@tanstack/react-router'
import { ApiKeyListDocument } from '~/features/api-keys/__generated__/ApiKeyList'
import { ApiKeyListScreen } from '~/features/api-keys/ApiKeyListScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'
import { oneOf, params, text } from '~/lib/search-params'

/** Partners' keys; a key and a new one are drawers over the list. */
export const Route = createFileRoute('/_app/admin/api-keys/_list')({
  validateSearch: params({ q: text, view: oneOf('live', 'ended') }),
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'API_KEYS_WRITE')) warm(client, ApiKeyListDocument, { customers: may(viewer, 'CUSTOMERS_READ') })
  },
  component: ApiKeyListScreenRoute,
})

function ApiKeyListScreenRoute() {
  return <ApiKeyListScreen search={Route.useSearch()} />
}
