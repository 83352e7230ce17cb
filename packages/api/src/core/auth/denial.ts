/** Why a request is turned away before anything is read for it. Same words for every cause that must not be told apart. */
export interface Denial {
  refused: true
  status: 400 | 401 | 429
  code: 'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'RATE_LIMITED'
  message: string
  headers: Record<string, string>
}

export function isDenial(value: object | null): value is Denial {
  return value !== null && 'refused' in value
}

const make = (
  status: Denial['status'],
  code: Denial['code'],
  message: string,
  headers: Record<string, string> = {},
): Denial => ({ refused: true, status, code, message, headers })

export const deny = {
  misplacedKey: () =>
    make(400, 'BAD_USER_INPUT', 'Send the API key in the Authorization header: Authorization: Bearer <key>.'),
  ambiguous: () => make(400, 'BAD_USER_INPUT', 'Send either a session cookie or an API key, not both.'),
  badKey: () => make(401, 'UNAUTHENTICATED', 'This API key is not valid.', { 'www-authenticate': 'Bearer' }),
  endedSession: (clearCookie: string) =>
    make(401, 'UNAUTHENTICATED', 'This session has ended. Sign in again.', { 'set-cookie': clearCookie }),
  tooMany: (seconds: number) =>
    make(429, 'RATE_LIMITED', 'Too many attempts. Try again later.', { 'retry-after': String(Math.max(1, seconds)) }),
}
