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
  return new ApolloClient({
    link: ApolloLink.from([watch, new HttpLink({ uri: '/graphql', fetch: inOurLanguage })]),
    cache: new InMemoryCache({ possibleTypes, typePolicies: { Query: { fields: { me: { merge: true } } } } }),
  })
}
