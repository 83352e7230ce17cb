import type { IncomingHttpHeaders } from 'node:http'
import { clearedCookie, readCookies, sessionCookieName, verifyCookie } from './cookie.ts'
import { parseKey } from './keys.ts'
import { deny, type Denial } from './denial.ts'

/** What of a request says who is asking. */
export interface AskingRequest {
  headers: IncomingHttpHeaders
  url: string
  /** The client's address, after the trusted proxies: Fastify's `request.ip`. */
  ip: string
}

export type Credentials = { sessionToken: string } | { keyPrefix: string; keyHash: Buffer }

/**
 * Reads a session cookie or an API key, without asking the database. Null: neither is there.
 * A key belongs into `Authorization` and nowhere else, because addresses and cookies end up in logs and histories.
 */
export function credentialsOf(
  request: AskingRequest,
  { secret, publicUrl }: { secret: string; publicUrl: string },
): Credentials | null | Denial {
  const cookies = readCookies(request.headers.cookie)
  const query = request.url.indexOf('?')
  const parameters = query < 0 ? [] : new URLSearchParams(request.url.slice(query + 1)).values()
  if ([...parameters, ...cookies.map(([, value]) => value)].some((value) => parseKey(value.trim()) !== null)) {
    return deny.misplacedKey()
  }
  const name = sessionCookieName(publicUrl)
  const sessions = cookies.filter((cookie) => cookie[0] === name).map((cookie) => cookie[1])
  const authorization = request.headers.authorization
  if (authorization !== undefined) {
    if (sessions.length > 0) return deny.ambiguous()
    const [scheme, text, ...more] = authorization.trim().split(/ +/)
    const key = scheme?.toLowerCase() === 'bearer' && more.length === 0 && text ? parseKey(text) : null
    return key ? { keyPrefix: key.prefix, keyHash: key.hash } : deny.badKey()
  }
  const [session] = sessions
  if (session === undefined) return null
  // Two cookies of one name: somebody else put one of them there, and nobody can tell which.
  const sessionToken = sessions.length === 1 ? verifyCookie(session, secret) : null
  return sessionToken ? { sessionToken } : deny.endedSession(clearedCookie(publicUrl))
}
