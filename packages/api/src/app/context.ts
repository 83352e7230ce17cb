import { finished } from 'node:stream'
import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { isDenial, type Denial } from '../core/auth/denial.ts'
import type { Gate, Principal } from '../core/auth/principal.ts'
import type { Clock } from '../core/clock.ts'
import type { Orm } from '../core/db/orm.ts'
import { RequestEnd, type Gone } from '../core/graphql/gone.ts'
import { makeLoaders, type Loaders } from '../core/graphql/loaders.ts'
import { localeOf } from '../core/graphql/locale.ts'
import type { Slots } from '../core/graphql/slots.ts'
import type { LiveHandle } from '../core/graphql/subscriptions.ts'
import type { SocketOptions } from '../core/live/sockets.ts'
import type { Reader } from '../core/read/reader.ts'
import type { JobFeed, PresenceBoard, TicketFeed } from '../features/live/index.ts'

/** What one request's operation runs with. `principal` is null for anonymous callers, for whom only `me` opens. */
export interface RequestContext {
  principal: Principal | null
  locale: 'tr' | 'en'
  requestId: string
  ip: string
  publicUrl: string
  clock: Clock
  orm: Orm
  reader: Reader
  signInPool: Pool
  loaders: Loaders
  /** Aborted when the caller has gone, or has the whole answer. */
  gone: Gone
  /** What subscriptions listen to. */
  ticketFeed: TicketFeed
  jobFeed: JobFeed
  presence: PresenceBoard
  /** Set for what comes over a socket. */
  live?: LiveHandle
}

export interface ContextParts {
  gate: Gate
  /** Null where the rate is not limited. */
  slots: Slots | null
  publicUrl: string
  clock: Clock
  orm: Orm
  reader: Reader
  signInPool: Pool
  ticketFeed: TicketFeed
  jobFeed: JobFeed
  presence: PresenceBoard
}

/** The context of an operation that came over a socket, whose principal the socket knows. */
export const socketContextMaker =
  ({ gate: _gate, slots: _slots, ...parts }: ContextParts): SocketOptions<RequestContext>['context'] =>
  ({ headers, ...given }) => ({
    ...parts,
    ...given,
    locale: localeOf(headers['accept-language'], given.principal),
    loaders: makeLoaders(parts.signInPool),
  })

/** Finds out who asks, with one SQL, and gathers what the operation needs. */
export function contextMaker({ gate, slots, ...parts }: ContextParts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const principal = await gate.whoAsks({ headers: request.headers, url: request.url, ip: request.ip })
    if (isDenial(principal)) throw asError(principal, reply)
    const end = new RequestEnd()
    finished(reply.raw, () => end.abort())
    if (principal && slots) finished(reply.raw, await slots.take(principal.id, end))
    return {
      ...parts,
      principal,
      locale: localeOf(request.headers['accept-language'], principal),
      requestId: request.id,
      ip: request.ip,
      loaders: makeLoaders(parts.signInPool),
      gone: end,
    }
  }
}

function asError(denial: Denial, reply: FastifyReply): GraphQLError {
  reply.headers(denial.headers)
  return new GraphQLError(denial.message, {
    extensions: {
      code: denial.code,
      http: { status: denial.status, headers: new HeaderMap(Object.entries(denial.headers)) },
    },
  })
}
