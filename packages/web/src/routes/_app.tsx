import { createFileRoute, redirect } from '@tanstack/react-router'
import { FramePending } from '~/app/FramePending'
import { AppBranch } from '~/features/shell/AppBranch'

/** Everything for staff stands below: anonymous people sign in first, contacts go to their portal. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    const { currentSession } = await import('~/features/session/session')
    const session = await currentSession()
    if (!session) throw redirect({ to: '/login', search: { next: location.href } })
    if (session.viewer.kind === 'CONTACT') throw redirect({ href: '/portal', reloadDocument: true })
    return { session, client: session.client, viewer: session.viewer }
  },
  component: AppBranch,
  pendingComponent: FramePending,
  pendingMs: 0,
  pendingMinMs: 0,
})
