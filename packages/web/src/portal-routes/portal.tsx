import { createFileRoute, redirect } from '@tanstack/react-router'
import { PortalShell } from '~/features/portal-shell/PortalShell'
import { currentSession } from '~/features/session/session'
import { SessionProvider } from '~/features/session/SessionProvider'

/** Everything for contacts stands below: anonymous people sign in first, staff go to their own application. */
export const Route = createFileRoute('/portal')({
  beforeLoad: async ({ location }) => {
    const session = await currentSession()
    if (!session) throw redirect({ href: `/login?next=${encodeURIComponent(location.href)}`, reloadDocument: true })
    if (session.viewer.kind !== 'CONTACT') throw redirect({ href: '/', reloadDocument: true })
    return { session, client: session.client, viewer: session.viewer }
  },
  component: PortalBranch,
})

function PortalBranch() {
  const { session } = Route.useRouteContext()
  return (
    <SessionProvider session={session}>
      <PortalShell />
    </SessionProvider>
  )
}
