import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { AssetListDocument } from '~/features/assets/__generated__/AssetList'
import { assetVariables, readCustomerAssets } from '~/features/assets/asset-variables'
import { CustomerAssets } from '~/features/assets/CustomerAssets'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** What the customer has; `asset` is the one that is open in a drawer, or `new`. */
export const Route = createFileRoute('/_app/customers/$id/assets')({
  validateSearch: readCustomerAssets,
  loaderDeps: ({ search: { asset: _asset, edit: _edit, ...search } }) => search,
  loader: ({ context: { client, viewer }, deps, params: { id } }) =>
    warm(client, AssetListDocument, assetVariables(deps, id, may(viewer, 'CONTRACTS_READ'))),
  component: AssetsRoute,
})

function AssetsRoute() {
  const { id } = Route.useParams()
  const { asset, edit: _edit, ...search } = Route.useSearch()
  const navigate = useNavigate()
  const onOpen = (open: string | undefined) =>
    void navigate({
      to: '/customers/$id/assets',
      params: { id },
      search: { ...search, asset: open },
      replace: open === undefined,
      // The drawer has asked already whether its words may go.
      ignoreBlocker: open === undefined,
    })
  return <CustomerAssets id={id} search={search} open={asset} onOpen={onOpen} />
}
