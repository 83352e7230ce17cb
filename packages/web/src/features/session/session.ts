import type { ApolloClient } from '@apollo/client'
import { createClient } from '~/lib/graphql/client'
import { forgetDrafts } from '~/lib/draft'
import { forgetFileDrafts } from '~/lib/file-drafts'
import { chosenLocale, showLocale } from '~/lib/i18n'
import { meetServersDay } from '~/lib/today'
import { problemOf } from '~/lib/problem'
import { ViewerDocument, type ViewerQuery } from './__generated__/Viewer'

export type Viewer = NonNullable<ViewerQuery['me']>
export interface Session {
  client: ApolloClient
  viewer: Viewer
}

let session: Promise<Session | null> | undefined

/** Where a page goes when the server no longer knows who asks: back to where one was after signing in. */
function toSignIn() {
  const here = location.pathname + location.search
  location.assign(`/login?next=${encodeURIComponent(here)}`)
}

/** A session that has ended in the meantime is none: whoever comes with it signs in anew. */
async function askViewer(client: ApolloClient): Promise<Viewer | null | undefined> {
  try {
    const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' })
    return data?.me
  } catch (error) {
    if (problemOf(error).kind === 'signedOut') return null
    throw error
  }
}

/** What one may do has changed while the page was open: the answer goes into the cache, and the screens follow it. */
async function askAgain(client: ApolloClient): Promise<void> {
  await askViewer(client).catch(() => undefined)
}

async function load(): Promise<Session | null> {
  const client: ApolloClient = createClient({ signedOut: toSignIn, forbidden: () => void askAgain(client) })
  const viewer = await askViewer(client)
  if (!viewer) return null
  meetServersDay(viewer.today)
  if (!chosenLocale()) await showLocale(viewer.locale)
  return { client, viewer }
}

/** Who is signed in, asked once for each page load; null when nobody is. */
export async function currentSession(): Promise<Session | null> {
  session ??= load()
  try {
    const found = await session
    if (!found) session = undefined
    return found
  } catch (error) {
    session = undefined
    throw error
  }
}

/** Ends the session here and on the server; the page is loaded anew, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  const ended = await session?.catch(() => null)
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  ended?.client.stop()
  await ended?.client.clearStore()
  forgetDrafts()
  await forgetFileDrafts()
  // Rows of lists and jobs that this tab remembers.
  sessionStorage.clear()
  session = undefined
  location.assign('/login')
}
