import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'

// Hovering a link warms its route and clicking enters it: one request serves both.
const FRESH_MS = 5_000
const asked = new WeakMap<ApolloClient, Map<string, number>>()

/**
 * For a route's `loader`: asks the server now and lets the screen's hook find the answer in the cache.
 * It returns at once; the hook suspends or shows what the cache already has, and failures surface there.
 */
export function warm<D, V extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<D, V>,
  variables: NoInfer<V>,
): void {
  const times = asked.get(client) ?? new Map<string, number>()
  asked.set(client, times)
  const definition = query.definitions[0]
  const name = definition?.kind === 'OperationDefinition' ? definition.name?.value : ''
  const key = `${name}:${JSON.stringify(variables)}`
  const now = Date.now()
  if (now - (times.get(key) ?? 0) < FRESH_MS) return
  times.set(key, now)
  client
    .query<D, V>({ query, variables, fetchPolicy: 'network-only' } as ApolloClient.QueryOptions<D, V>)
    .catch(() => times.delete(key))
}
