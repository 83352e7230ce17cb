import type { FastifyRequest } from 'fastify'
import { isForeignOrigin, isPlainJson } from '../../core/auth/origin.ts'
import { upgradeOf } from './upgrade.ts'

/** Why a request is not let in. */
export interface Refusal {
  status: number
  code: 'BAD_REQUEST' | 'FORBIDDEN'
  message: string
  headers?: Record<string, string>
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])
/** Headers that a page of another site cannot send without being asked first; we never say yes. */
const preflighted = ['apollo-require-preflight', 'x-apollo-operation-name']

const notAllowed: Refusal = {
  status: 405,
  code: 'BAD_REQUEST',
  message: 'Use POST. GET takes queries only, with the header apollo-require-preflight.',
  headers: { allow: 'POST' },
}
const foreign: Refusal = { status: 403, code: 'FORBIDDEN', message: 'This request came from another site.' }
const compressed: Refusal = { status: 415, code: 'BAD_REQUEST', message: 'Compressed requests are not taken.' }
const otherType: Refusal = { status: 415, code: 'BAD_REQUEST', message: 'Send application/json in UTF-8.' }

/** The first look at a request, before its body is read: method, origin, type. Undefined: it may come in. */
export function refuseRequest(request: FastifyRequest, origins: ReadonlySet<string>): Refusal | undefined {
  const { method, headers } = request
  const graphql = isGraphql(request)
  // A page of another site could open a socket with our cookie: browsers ask nobody before.
  if (upgradeOf(request)) return isForeignOrigin(headers, origins) ? foreign : undefined
  if (graphql && method !== 'POST' && !(method === 'GET' && preflighted.some((name) => headers[name])))
    return notAllowed
  if (reading.has(method)) return undefined
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') return compressed
  // Sign-in asks for the origin with and without a cookie, and answers in its own way.
  if (request.routeOptions.url?.startsWith('/api/auth/')) return undefined
  if (headers.cookie !== undefined && isForeignOrigin(headers, origins)) return foreign
  // A file comes as it is. No form of another site can send a PUT.
  if (method === 'PUT' && request.routeOptions.url === '/files/uploads') return undefined
  if ((graphql || hasBody(request)) && !isPlainJson(headers['content-type'])) return otherType
  return undefined
}

/** By its route, and by its path when the method has none. */
export const isGraphql = ({ routeOptions, url }: FastifyRequest): boolean =>
  (routeOptions.url ?? pathOf(url)) === '/graphql'

export const pathOf = (url: string): string => url.split('?', 1)[0]!

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
