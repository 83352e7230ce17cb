import { createRootRoute, Outlet } from '@tanstack/react-router'
import { LiveRegion } from '~/ui/announce'

export const Route = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <LiveRegion />
    </>
  ),
})
