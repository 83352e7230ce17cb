import type { ApolloClient, ObservableQuery } from '@apollo/client'

/**
 * Asks once more what screens show now, as far as `which` says so. What is on screen stays there until the answer is, and
 * when there is none. An answer that is on its way may be older than the change, so it does not serve.
 */
export function askAgain(client: ApolloClient, which: (query: ObservableQuery) => boolean = () => true): void {
  for (const shown of client.getObservableQueries('active')) {
    if (!which(shown)) continue
    const { query, variables } = shown
    client
      .query({ query, variables, fetchPolicy: 'network-only', context: { queryDeduplication: false } })
      .catch(() => undefined)
  }
}
