import { createFileRoute } from '@tanstack/react-router'
import { HomeDocument } from '~/features/home/__generated__/Home'
import { homeVariables } from '~/features/home/home-variables'
import { HomeScreen } from '~/features/home/HomeScreen'
import { warm } from '~/lib/graphql/warm'

/** The first page of staff. */
export const Route = createFileRoute('/_app/')({
  loader: ({ context: { client, viewer } }) => {
    if (viewer.permissions.includes('CUSTOMERS_READ')) warm(client, HomeDocument, homeVariables(viewer))
  },
  component: HomeScreen,
})
