import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { i18n } from '@lingui/core'
import { possibleTypes } from '../__generated__/possible-types'
import { problemOf } from '../problem'

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
  return new ApolloClient({
    link: ApolloLink.from([watch, new HttpLink({ uri: '/graphql', fetch: inOurLanguage })]),
    cache: new InMemoryCache({ possibleTypes, typePolicies: { Query: { fields: { me: { merge: true } } } } }),
  })
}
