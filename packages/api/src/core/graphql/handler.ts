/** `/graphql` on Fastify. */
import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
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
  return fastifyApolloHandler(server, {
    async context(request, reply) {
      try {
        return await context(request, reply)
      } catch (error) {
        if (!isMasked(error)) throw ourError(error) ?? error
        log.error({ requestId: request.id, error: describeError(error) }, 'could not find out who asks')
        throw internalError(request.id)
      }
    },
  })
}
