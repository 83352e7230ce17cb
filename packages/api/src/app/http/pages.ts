import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from './gate.ts'

/** Paths that are no pages, whatever stands behind them. */
const noPages = /^\/(?:api|assets|files|graphiql|graphql|healthz|metrics|playground|readyz|uploads)(?:\/|$)/
const portal = /^\/portal(?:\/|$)/
/** Vite writes a hash of the content into these names. */
const hashed = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+$/

/**
 * Serves the built web client. Only files that were there at the start have a route, so nothing else on the disk can be
 * asked for; maps of the sources have none. Compressed siblings (`.br`, `.gz`) are sent to whoever takes them.
 */
export function registerPages(app: FastifyInstance, webRoot: string): void {
  void app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    serveDotFiles: false,
    globIgnore: ['**/*.map', '**/*.br', '**/*.gz'],
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const plain = path.replace(/\.(?:br|gz)$/, '')
      reply.header('cache-control', hashed.test(plain) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Whether the web client was built. */
export const hasPages = (webRoot: string): boolean => existsSync(join(webRoot, 'index.html'))

/** The page for an address that only the web client's router knows; undefined when it is no page's address. */
export function pageFor(request: FastifyRequest): 'index.html' | 'portal.html' | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const path = pathOf(request.url)
  if (noPages.test(path) || isFile(path)) return undefined
  return portal.test(path) ? 'portal.html' : 'index.html'
}

/** An extension at the end, or something hidden anywhere: a file that we do not have. */
const isFile = (path: string) => path.includes('.', path.lastIndexOf('/')) || path.includes('/.')

export const sendPage = (reply: FastifyReply, page: string): FastifyReply => reply.sendFile(page)
