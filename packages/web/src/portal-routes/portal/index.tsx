import { createFileRoute } from '@tanstack/react-router'
import { PortalHomeDocument } from '~/features/portal-home/__generated__/PortalHome'
import { PortalHomeScreen } from '~/features/portal-home/PortalHomeScreen'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/')({
  loader: ({ context: { client, viewer } }) =>
    warm(client, PortalHomeDocument, { company: viewer.ticketScopes.includes('COMPANY') }),
  component: PortalHomeScreen,
})
