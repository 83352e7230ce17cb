/** The web server: what is let in, what every answer carries, health, pages. Routes with a meaning are added by others. */
import { randomUUID } from 'node:crypto'
import {
  fastify,
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Logger } from 'pino'
import { limitConnections, type ConnectionLimits } from './http/connections.ts'
import { isGraphql, pathOf, refuseRequest } from './http/gate.ts'
import { securityHeaders } from './http/headers.ts'
import { registerHealth } from './http/health.ts'
import { mayUpgrade, takeUpgrades } from './http/upgrade.ts'
import { hasPages, pageFor, registerPages, sendPage } from './http/pages.ts'

export { createLogger } from './http/log.ts'

export interface HttpOptions {
  /** The address that people use. */
  publicUrl: string
  /** Origins whose pages may change things with a cookie; that of `publicUrl` among them. */
  origins: ReadonlySet<string>
  /** Addresses and networks whose `X-Forwarded-*` headers are believed. */
  trustedProxies: readonly string[]
  /** The built web client; null serves none. */
  webRoot: string | null
  /** Resolves when the database answers and is migrated. */
  ready: () => Promise<unknown>
  /** Milliseconds; tests make them short. */
  timeouts?: Partial<typeof defaultTimeouts>
  connections?: Partial<ConnectionLimits>
}

const bodyLimit = 256 * 1024

const defaultTimeouts = {
  /** Until the headers are complete. */
  headers: 10_000,
  /** Until the body is complete. */
  request: 30_000,
  /** Without a byte either way. */
  idle: 35_000,
  /** A connection without a request. */
  keepAlive: 65_000,
  /** How often the first two are looked after. */
  check: 2_000,
}

/** A browser opens six, and a whole office may share an address. */
const defaultConnections: ConnectionLimits = { perAddress: 500, all: 10_000 }

const texts: Readonly<Record<number, string>> = {
  400: 'The request could not be understood.',
  404: 'There is nothing here.',
  413: 'The request is too large.',
  415: 'Send application/json in UTF-8.',
  500: 'Something went wrong on our side.',
}

/** Makes the server; it does not listen yet. */
export function createHttp(options: HttpOptions, log: Logger): FastifyInstance {
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const headers = securityHeaders(options.publicUrl)
  // Typed as what the rest of the program may know of a logger.
  const logger: FastifyBaseLogger = log
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    // One line for each request is written below.
    logController: new LogController({ disableRequestLogging: true }),
    // Ours, never the client's: it leads from an answer to its line in the log.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    requestTimeout: timeouts.request,
    connectionTimeout: timeouts.idle,
    keepAliveTimeout: timeouts.keepAlive,
    maxRequestsPerSocket: 10_000,
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
      shouldUpgradeCallback: mayUpgrade,
    },
    // An address that cannot be decoded meets no hook.
    frameworkErrors: (_error, request, reply) =>
      answer(request as FastifyRequest, reply.headers(headers) as FastifyReply, 400),
  })
  limitConnections(app.server, {
    ...defaultConnections,
    // Behind a proxy everybody has its address; there it is the proxy that counts.
    ...(options.trustedProxies.length > 0 && { perAddress: Infinity }),
    ...options.connections,
  })
  takeUpgrades(app)
  const pages = options.webRoot !== null && hasPages(options.webRoot) ? options.webRoot : null

  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) =>
    text === '' ? done(null, undefined) : parseJson(request, text as string, done),
  )

  app.addHook('onRequest', (request, reply, next) => {
    reply.headers(headers).header('x-request-id', request.id)
    const refusal = refuseRequest(request, options.origins)
    if (!refusal) return next()
    answer(request, reply.headers(refusal.headers ?? {}), refusal.status, refusal.message, refusal.code)
  })
  app.addHook('onResponse', (request, reply, next) => {
    next()
    if (!log.isLevelEnabled('info')) return
    const note = {
      requestId: request.id,
      method: request.method,
      path: pathOf(request.url),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      ip: request.ip,
    }
    log.info(note, 'answered')
  })
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error({ requestId: request.id, error }, 'a request failed')
    return answer(request, reply, status >= 400 && status < 500 ? status : 500)
  })
  app.setNotFoundHandler((request, reply) => {
    const page = pages && pageFor(request)
    return page ? sendPage(reply, page) : answer(request, reply, 404)
  })

  registerHealth(app, options.ready)
  if (pages) registerPages(app, pages)
  else if (options.webRoot) log.warn({ webRoot: options.webRoot }, 'the web client is not built: there are no pages')
  return app
}

/** A refusal in the shape that its path speaks: GraphQL's `errors`, else `{ code, message }`. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  text?: string,
  code?: string,
): FastifyReply {
  const message = text ?? texts[status] ?? texts[400]!
  const named = code ?? (status === 500 ? 'INTERNAL_SERVER_ERROR' : status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST')
  const extensions = { code: named, ...(status === 500 && { requestId: request.id }) }
  return reply
    .code(status)
    .send(isGraphql(request) ? { errors: [{ message, extensions }] } : { message, ...extensions })
}
