/**
 * The closed list of errors that an operation may answer with. Whatever is not on it is masked: the caller gets a
 * request id, the log gets the rest.
 */
import { HeaderMap } from '@apollo/server'
import { GraphQLError, type ASTNode, type GraphQLFormattedError } from 'graphql'
import { Problem } from './problem.ts'

export { Problem } from './problem.ts'

/** Our codes, each with its HTTP status (used when there are no data to answer with) and what it says by default. */
export const catalogue = {
  UNAUTHENTICATED: { status: 401, text: 'Sign in to do this.' },
  FORBIDDEN: { status: 403, text: 'You may not do this.' },
  BAD_USER_INPUT: { status: 400, text: 'A value cannot be accepted.' },
  QUERY_TOO_COMPLEX: { status: 400, text: 'This operation asks for too much at once.' },
  RATE_LIMITED: { status: 429, text: 'Too much was asked in a short time. Try again later.' },
  TIMEOUT: { status: 503, text: 'This took too long. Try again, or ask for less.' },
  INTERNAL_SERVER_ERROR: { status: 500, text: 'Something went wrong on our side.' },
} as const

export type ErrorCode = keyof typeof catalogue

/** Apollo's own, for what never became an operation. */
const apolloCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(catalogue, code)

interface Details {
  nodes?: ASTNode | readonly ASTNode[]
  path?: readonly (string | number)[]
  extensions?: Record<string, unknown>
  headers?: [string, string][]
}

function coded(code: ErrorCode, text: string = catalogue[code].text, details: Details = {}): GraphQLError {
  const http = { status: catalogue[code].status, headers: new HeaderMap(details.headers ?? []) }
  return new GraphQLError(text, {
    nodes: details.nodes,
    path: details.path,
    extensions: { code, ...details.extensions, http },
  })
}

/** Nobody is signed in, or the key or session is no longer good. */
export const unauthenticated = (text?: string): GraphQLError => coded('UNAUTHENTICATED', text)

/** A door is closed: at which field, and the permission (or kind of person) that lacks. */
export const forbidden = (path: readonly (string | number)[], lacks: string): GraphQLError =>
  coded('FORBIDDEN', `${catalogue.FORBIDDEN.text} It needs ${lacks}.`, { path, extensions: { permission: lacks } })

/** The caller's input is not acceptable. `text` never repeats the value. */
export const badUserInput = (text?: string, details?: Details): GraphQLError => coded('BAD_USER_INPUT', text, details)

/** The operation's shape or the number of nodes it asks for is beyond the limits. */
export const queryTooComplex = (text?: string, details?: Details): GraphQLError =>
  coded('QUERY_TOO_COMPLEX', text, details)

/** The caller's bucket is empty; it holds enough again after so many seconds. */
export const rateLimited = (retryAfter: number): GraphQLError =>
  coded('RATE_LIMITED', undefined, { extensions: { retryAfter }, headers: [['retry-after', String(retryAfter)]] })

/** The database or a queue took longer than we wait. */
export const timeout = (): GraphQLError => coded('TIMEOUT')

/** Our fault. The request id leads to the log. */
export const internalError = (requestId?: string): GraphQLError =>
  coded('INTERNAL_SERVER_ERROR', undefined, requestId ? { extensions: { requestId } } : {})

/** The HTTP status of a code of ours; undefined for Apollo's, which set their own. */
export const statusOf = (code: unknown): number | undefined => (isErrorCode(code) ? catalogue[code].status : undefined)

/** Error, what it wraps, and what that wraps: GraphQL says originalError, everybody else cause. */
function* chainOf(error: unknown): Generator<object> {
  let next = error
  for (let depth = 0; depth < 8 && typeof next === 'object' && next !== null; depth += 1) {
    yield next
    next = (next as { originalError?: unknown }).originalError ?? (next as { cause?: unknown }).cause
  }
}

/** SQLSTATE query_canceled: statement_timeout struck. And the pool's own word when no connection came free in time. */
const isTimeout = (error: object) =>
  (error as { code?: unknown }).code === '57014' ||
  (error instanceof Error && error.message === 'timeout exceeded when trying to connect')

/** The error of our catalogue that `error` is, wraps or amounts to; undefined when it must be masked or is Apollo's. */
export function ourError(error: unknown): GraphQLError | undefined {
  for (const each of chainOf(error)) {
    if (each instanceof GraphQLError && isErrorCode(each.extensions.code)) return each
    if (each instanceof Problem) return badUserInput(each.message, { extensions: { path: each.path } })
    if (isTimeout(each)) return timeout()
  }
  return undefined
}

/** Whether the caller hears only that something went wrong, so that the log must know more. */
export function isMasked(error: unknown): boolean {
  const ours = ourError(error)
  if (ours) return ours.extensions.code === 'INTERNAL_SERVER_ERROR'
  return !(error instanceof GraphQLError && apolloCodes.has(String(error.extensions.code)))
}

/** Extensions that libraries hang on errors and that are nobody's business. */
const hidden = ['http', 'stacktrace', 'exception', 'originalError']

/** Apollo's `formatError`: our errors as they are, Apollo's without values and hints, the rest masked. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  }
  const ours = ourError(error)
  if (ours) {
    const extensions = { ...ours.extensions }
    for (const key of hidden) delete extensions[key]
    return { message: withoutValues(ours.message), ...place, extensions }
  }
  const code = formatted.extensions?.['code']
  if (!isMasked(error)) return { message: withoutValues(formatted.message), ...place, extensions: { code } }
  return { message: catalogue.INTERNAL_SERVER_ERROR.text, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } }
}

/** Nothing worth telling is longer; searching what a caller can make long would cost us more than him. */
const longestText = 1_000

/**
 * The words of graphql-js without the values it repeats (they may be secrets) and without its suggestions
 * (they would spell the schema out to those who may not read it).
 */
export function withoutValues(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/ ?Did you mean[\s\S]*$/, '')
    .replace(/^(Variable "\$\w+") got invalid value[\s\S]*$/, '$1 got an invalid value.')
    .replace(/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.')
    .replace(/( cannot represent [^:"]*): [\s\S]*$/, '$1.')
    .replace(/^Value "[\s\S]*$/, 'This value does not exist in its enum.')
    .replace(/\b(String|BlockString|Int|Float) "[\s\S]*$/, '$1.')
}
