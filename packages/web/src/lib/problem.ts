export type ProblemKind = 'offline' | 'signedOut' | 'forbidden' | 'notFound' | 'tooMany' | 'server'

/** What went wrong, as far as a person can act on it; `id` finds the request in the server's log. */
export interface Problem {
  kind: ProblemKind
  id: string | null
  message: string
}

interface Extensions {
  code?: string
  requestId?: string
}

const KINDS: Record<string, ProblemKind> = {
  UNAUTHENTICATED: 'signedOut',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  TOO_MANY_REQUESTS: 'tooMany',
  RATE_LIMITED: 'tooMany',
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function extensionsOf(error: unknown): Extensions {
  const first: unknown = isObject(error) && Array.isArray(error.errors) ? error.errors[0] : undefined
  return isObject(first) && isObject(first.extensions) ? first.extensions : {}
}

function kindOf(error: unknown, code: string | undefined): ProblemKind {
  if (code && KINDS[code]) return KINDS[code]
  const status = isObject(error) ? error.statusCode : undefined
  if (status === 401) return 'signedOut'
  if (status === 403) return 'forbidden'
  if (status === 429) return 'tooMany'
  // A failed fetch is a TypeError in every browser; nothing came back at all.
  if (error instanceof TypeError || !navigator.onLine) return 'offline'
  return 'server'
}

/** Reads any thrown thing without knowing the library that threw it. */
export function problemOf(error: unknown): Problem {
  const { code, requestId } = extensionsOf(error)
  const response = isObject(error) && error.response instanceof Response ? error.response : undefined
  const id = requestId ?? response?.headers.get('x-request-id') ?? null
  return { kind: kindOf(error, code), id, message: error instanceof Error ? error.message : String(error) }
}
