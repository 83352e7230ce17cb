/** `/graphql` on Fastify. */
import { HeaderMap, type ApolloServer } from '@apollo/server'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { describeError } from './describe-error.ts'
import { internalError, isMasked, ourError } from './errors.ts'
import type { Caller, Log } from './guard.ts'

/**
 * The route's handler. `context` finds out who asks; what it throws is answered like any error of an operation:
 * `unauthenticated()` as it is, the unexpected masked and logged with the request's id.
 */
export function graphqlHandler<C extends Caller>(
  server: ApolloServer<C>,
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<C>,
  log: Log,
): RouteHandlerMethod {
  async function ask(request: FastifyRequest, reply: FastifyReply): Promise<C> {
    try {
      return await context(request, reply)
    } catch (error) {
      if (!isMasked(error)) throw ourError(error) ?? error
      log.error({ requestId: request.id, error: describeError(error) }, 'could not find out who asks')
      throw internalError(request.id)
    }
  }

  return async (request, reply) => {
    const agreed = usualTypes.get(request.headers.accept)
    const { headers, body, status } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request, agreed !== undefined),
        body: request.body,
        search: searchOf(request.url),
      },
      context: () => ask(request, reply),
    })
    for (const [name, value] of headers) reply.header(name, value)
    if (agreed) reply.header('content-type', agreed)
    reply.code(status ?? 200)
    return body.kind === 'complete' ? body.string : Readable.from(body.asyncIterator)
  }
}

const json = 'application/json; charset=utf-8'
/** What Apollo and nearly every client agree upon, known beforehand: working it out takes longer than a small query. */
const usualTypes: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
])

/** The headers that Apollo looks at; it is not asked about a type that is agreed upon. */
const seen = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const

function headersOf({ headers }: FastifyRequest, agreed: boolean): HeaderMap {
  const map = new HeaderMap()
  for (const name of seen) if (headers[name]) map.set(name, String(headers[name]))
  if (!agreed && headers.accept) map.set('accept', headers.accept)
  return map
}

/** The address from its question mark on. */
const searchOf = (url: string) => /\?[^#]*/.exec(url)?.[0] ?? ''
