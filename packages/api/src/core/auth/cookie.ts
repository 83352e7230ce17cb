import { createHmac, timingSafeEqual } from 'node:crypto'

/** With an https address browsers hold the cookie to this host, this scheme and the whole path by its name. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-accord_session' : 'accord_session'
}

/** The `Set-Cookie` line that makes a browser forget a session which has ended. */
export function clearedCookie(publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${sessionCookieName(publicUrl)}=; Max-Age=0; Path=/; HttpOnly${secure}; SameSite=Lax`
}

/** The cookies of a request's `Cookie` header, undecoded; a name may come more than once. */
export function readCookies(header: string | undefined): [name: string, value: string][] {
  const pairs: [string, string][] = []
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0) pairs.push([part.slice(0, equals).trim(), part.slice(equals + 1).trim()])
  }
  return pairs
}

/**
 * The session token in a signed cookie (`token.signature`, HMAC-SHA256 in base64, percent-encoded), or null when the
 * signature is not ours. No database is asked for a cookie that nobody signed.
 */
export function verifyCookie(value: string, secret: string): string | null {
  let text: string
  try {
    text = decodeURIComponent(value)
  } catch {
    return null
  }
  const dot = text.lastIndexOf('.')
  const token = text.slice(0, dot)
  const signature = Buffer.from(text.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  if (dot < 1 || signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null
  return token
}
