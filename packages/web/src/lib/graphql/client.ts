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

interface Told {
  /** The server no longer knows the session. */
  signedOut: () => void
  /** The server refused what the page thought was allowed: rights may have changed since it was loaded. */
  forbidden: () => void
}

/** The client of one signed-in person. */
export function createClient({ signedOut, forbidden }: Told): ApolloClient {
  const watch = new ErrorLink(({ error, operation }) => {
    if (operation.operationName === 'Viewer') return
    const { kind } = problemOf(error)
    if (kind === 'signedOut') signedOut()
    if (kind === 'forbidden') forbidden()
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
