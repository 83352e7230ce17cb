import { getRouteApi } from '@tanstack/react-router'
import { SessionProvider } from '../session/SessionProvider'
import { Shell } from './Shell'

const route = getRouteApi('/_app')

/** Everything for staff: the session around, the frame around the screens. */
export function AppBranch() {
  const { session } = route.useRouteContext()
  return (
    <SessionProvider session={session}>
      <Shell />
    </SessionProvider>
  )
}
