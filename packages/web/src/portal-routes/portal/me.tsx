import { createFileRoute } from '@tanstack/react-router'
import { PortalProfileDocument } from '~/features/portal-profile/__generated__/PortalProfile'
import { PortalProfileScreen } from '~/features/portal-profile/PortalProfileScreen'
import { warm } from '~/lib/graphql/warm'

export const Route = createFileRoute('/portal/me')({
  loader: ({ context }) => warm(context.client, PortalProfileDocument, {}),
  component: PortalProfileScreen,
})
