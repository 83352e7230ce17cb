import { print } from '@apollo/client/utilities'
import type { ApolloLink } from '@apollo/client'
import { createClient, type Client } from 'graphql-ws/client'

/** Codes by which the server says that it will not have this socket again: see the partners' guide. */
const final = new Set([4400, 4401, 4403])
const longestWait = 30_000
/** Whoever listens later than this has to ask what was missed: screens themselves look again only once, soon. */
const LATE_MS = 2_000
/** After the socket is open, until the server has begun to tell. */
const BEGIN_MS = 1_000

export interface LiveSocket {
  /** Sends a subscription; the answer ends it. */
  subscribe(
    operation: ApolloLink.Operation,
    sink: { next: (result: ApolloLink.Result) => void; error: (error: unknown) => void; complete: () => void },
  ): () => void
}

/**
 * One socket for all subscriptions of the page: opened by the first, closed a little after the last, opened again when it
 * is lost. `onAgain` is told then, and when it took long to open, for what happened meanwhile was told to nobody.
 * @param asked when the page first wanted the socket, by its own clock
 */
export function openSocket(onAgain: () => void, asked: number): LiveSocket {
  let since: number | undefined = asked
  const client: Client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazyCloseTimeout: 3_000,
    // A dead network closes nothing by itself.
    keepAlive: 15_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Infinity,
    shouldRetry: (closed) => !final.has(codeOf(closed)),
    async retryWait(attempt) {
      const most = Math.min(500 * 2 ** attempt, longestWait)
      await new Promise((resolve) => setTimeout(resolve, most / 2 + (Math.random() * most) / 2))
    },
    on: {
      connecting: () => {
        since ??= performance.now()
      },
      connected: (_socket, _payload, wasRetry) => {
        const late = since !== undefined && performance.now() - since > LATE_MS
        since = undefined
        if (wasRetry || late) setTimeout(onAgain, BEGIN_MS)
      },
    },
  })
  return {
    subscribe({ query, variables, operationName }, sink) {
      return client.subscribe(
        { query: print(query), variables, operationName },
        {
          next: (result) => sink.next(result as ApolloLink.Result),
          error: (failure) => {
            if (Array.isArray(failure)) {
              sink.next({ data: null, errors: failure as ApolloLink.Result['errors'] })
              sink.complete()
            } else sink.error(asError(failure))
          },
          complete: () => sink.complete(),
        },
      )
    },
  }
}

/** As a request is answered by a server that does not know the session any more. */
const asError = (failure: unknown) =>
  codeOf(failure) === 4401 || codeOf(failure) === 4403
    ? Object.assign(new Error('This session has ended.'), { statusCode: 401 })
    : new Error('The connection was lost.', { cause: failure })

const codeOf = (closed: unknown): number =>
  typeof closed === 'object' && closed !== null && 'code' in closed && typeof closed.code === 'number' ? closed.code : 0
