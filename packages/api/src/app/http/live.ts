import type { RouteHandlerMethod } from 'fastify'
import type { Knock } from '../../core/live/sockets.ts'
import { upgradeOf } from './upgrade.ts'

/** Who takes connections over. */
interface Taker {
  refusal(from: { ip: string }): number | undefined
  take(knock: Knock): void
}

/** The handler of `/graphql`: a request that asks to become a WebSocket does so, all others are `answer`'s. */
export function liveHandler(sockets: Taker, answer: RouteHandlerMethod): RouteHandlerMethod {
  return function (request, reply) {
    const upgrade = upgradeOf(request)
    if (!upgrade) return answer.call(this, request, reply)
    const { ip, headers, url } = request
    const refused = sockets.refusal({ ip })
    if (refused) {
      const message = 'There are too many connections. Try again later.'
      return reply.code(refused).send({ errors: [{ message, extensions: { code: 'RATE_LIMITED' } }] })
    }
    reply.hijack()
    reply.raw.detachSocket(upgrade.socket)
    sockets.take({ ...upgrade, raw: request.raw, ip, headers, url })
    return undefined
  }
}
