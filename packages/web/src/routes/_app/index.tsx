import { createFileRoute } from '@tanstack/react-router'
import { HomeContractsDocument } from '~/features/contracts/__generated__/HomeContracts'
import { homeContractVariables } from '~/features/contracts/home-variables'
import { HomeDocument } from '~/features/home/__generated__/Home'
import { homeVariables } from '~/features/home/home-variables'
import { HomeScreen } from '~/features/home/HomeScreen'
import { may } from '~/features/session/may'
import { warm } from '~/lib/graphql/warm'

/** The first page of staff. */
export const Route = createFileRoute('/_app/')({
  loader: ({ context: { client, viewer } }) => {
    if (may(viewer, 'CONTRACTS_READ') && may(viewer, 'CUSTOMERS_READ'))
      warm(client, HomeContractsDocument, homeContractVariables())
    if (viewer.permissions.includes('CUSTOMERS_READ')) warm(client, HomeDocument, homeVariables(viewer))
  },
  component: HomeScreen,
})
