import { createFileRoute } from '@tanstack/react-router'
import { PortalHomeScreen } from '~/features/portal-home/PortalHomeScreen'

export const Route = createFileRoute('/portal/')({ component: PortalHomeScreen })
