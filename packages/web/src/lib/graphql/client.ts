import { ApolloClient, HttpLink, InMemoryCache, type ApolloLink } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { i18n } from '@lingui/core'
import { possibleTypes } from '../__generated__/possible-types'
import { problemOf } from '../problem'
import { askAgain } from './ask-again'
import { liveLink } from './live-link'

/** Messages of the server come in the language on screen. */
const inOurLanguage: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers)
  headers.set('accept-language', i18n.locale)
  return fetch(input, { ...init, headers })
}

/** The client of one signed-in person; `onSignedOut` is told when the server no longer knows the session. */
export function createClient(onSignedOut: () => void): ApolloClient {
  const watch = new ErrorLink(({ error, operation }) => {
    if (problemOf(error).kind === 'signedOut' && operation.operationName !== 'Viewer') onSignedOut()
  })
  // What happened while the socket was lost was told to nobody: whatever is on screen is asked for again.
  const live = liveLink(() => askAgain(client))
  const http = new HttpLink({ uri: '/graphql', fetch: inOurLanguage })
  const client: ApolloClient = new ApolloClient({
    link: watch.split(isSubscription, live, http),
    cache: new InMemoryCache({ possibleTypes, typePolicies: { Query: { fields: { me: { merge: true } } } } }),
  })
  return client
}

const isSubscription = ({ operationType }: ApolloLink.Operation) => (operationType as string) === 'subscription'
