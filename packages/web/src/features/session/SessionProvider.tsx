import { createContext, use, type ReactNode } from 'react'
import { ApolloProvider } from '@apollo/client/react'
import type { Permission } from '~/lib/__generated__/schema'
import { useViewerQuery } from './__generated__/Viewer'
import type { Session, Viewer } from './session'

const ViewerContext = createContext<Viewer | null>(null)

function LiveViewer({ first, children }: { first: Viewer; children: ReactNode }) {
  const { data } = useViewerQuery()
  return <ViewerContext value={data.me ?? first}>{children}</ViewerContext>
}

/** Gives a branch of the page its Apollo client and the person who uses it. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return (
    <ApolloProvider client={session.client}>
      <LiveViewer first={session.viewer}>{children}</LiveViewer>
    </ApolloProvider>
  )
}

/** The signed-in person. Only below a SessionProvider. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext)
  if (!viewer) throw new Error('useViewer stands outside of a session')
  return viewer
}

/** Whether the signed-in person has a permission: to hide what would be refused; the server decides. */
export function useCan(permission: Permission): boolean {
  return useViewer().permissions.includes(permission)
}
