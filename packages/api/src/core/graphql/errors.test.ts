import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import {
  badUserInput,
  catalogue,
  forbidden,
  formatError,
  internalError,
  queryTooComplex,
  rateLimited,
  statusOf,
  timeout,
  unauthenticated,
  withoutValues,
} from './errors.ts'

/** As Apollo calls it: the error as it shows it, `http` taken out. */
const shown = (error: GraphQLError) =>
  formatError({ ...error.toJSON(), extensions: { ...error.extensions, http: undefined } }, error)

describe('the list of errors', () => {
  it('is this, and grows only on purpose', () => {
    expect(catalogue).toEqual({
      UNAUTHENTICATED: { status: 401, text: 'Sign in to do this.' },
      FORBIDDEN: { status: 403, text: 'You may not do this.' },
      BAD_USER_INPUT: { status: 400, text: 'A value cannot be accepted.' },
      QUERY_TOO_COMPLEX: { status: 400, text: 'This operation asks for too much at once.' },
      RATE_LIMITED: { status: 429, text: 'Too much was asked in a short time. Try again later.' },
      TIMEOUT: { status: 503, text: 'This took too long. Try again, or ask for less.' },
      INTERNAL_SERVER_ERROR: { status: 500, text: 'Something went wrong on our side.' },
    })
  })

  it.each<[GraphQLError, object]>([
    [unauthenticated(), { message: 'Sign in to do this.', extensions: { code: 'UNAUTHENTICATED' } }],
    [
      forbidden(['customers', 'nodes', 'notes'], 'BILLING_READ'),
      {
        message: 'You may not do this. It needs BILLING_READ.',
        path: ['customers', 'nodes', 'notes'],
        extensions: { code: 'FORBIDDEN', permission: 'BILLING_READ' },
      },
    ],
    [badUserInput('No.'), { message: 'No.', extensions: { code: 'BAD_USER_INPUT' } }],
    [
      queryTooComplex(),
      { message: 'This operation asks for too much at once.', extensions: { code: 'QUERY_TOO_COMPLEX' } },
    ],
    [
      rateLimited(3),
      {
        message: 'Too much was asked in a short time. Try again later.',
        extensions: { code: 'RATE_LIMITED', retryAfter: 3 },
      },
    ],
    [timeout(), { message: 'This took too long. Try again, or ask for less.', extensions: { code: 'TIMEOUT' } }],
    [
      internalError('r'),
      { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r' } },
    ],
  ])('%s', (error, wanted) => {
    expect(shown(error)).toEqual(wanted)
    const http = error.extensions['http'] as { status: number; headers: Map<string, string> }
    expect(http.status).toBe(statusOf(error.extensions.code))
    expect(http.headers).toBeInstanceOf(Map)
  })

  it('tells when to come back', () => {
    const http = rateLimited(3).extensions['http'] as { headers: Map<string, string> }
    expect([...http.headers]).toEqual([['retry-after', '3']])
  })

  it.each(['SOMETHING', undefined, 'toString', '__proto__', 42])('masks the code %o', (code) => {
    const error = new GraphQLError('select secret', { path: ['a'], extensions: { code, sql: 'select' } })
    expect(shown(error)).toEqual({
      message: 'Something went wrong on our side.',
      path: ['a'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    })
  })
})

describe('K2 K3 the words of graphql-js', () => {
  it.each([
    [
      'Cannot query field "nam" on type "Customer". Did you mean "name" or "notes"?',
      'Cannot query field "nam" on type "Customer".',
    ],
    [
      'Variable "$n" got invalid value "hunter2"; Int cannot represent non-integer value: "hunter2"',
      'Variable "$n" got an invalid value.',
    ],
    ['Int cannot represent non-integer value: "hunter2"', 'Int cannot represent non-integer value.'],
    [
      'Int cannot represent non 32-bit signed integer value: 99999999999',
      'Int cannot represent non 32-bit signed integer value.',
    ],
    [
      'Enum "Order" cannot represent non-enum value: "hunter2". Did you mean the enum value "A"?',
      'Enum "Order" cannot represent non-enum value.',
    ],
    [
      'Value "a " hunter2" does not exist in "Order" enum. Did you mean the enum value "A"?',
      'This value does not exist in its enum.',
    ],
    ['Expected value of type "Filter", found "hunter2".', 'Expected value of type "Filter".'],
    ['Syntax Error: Expected Name, found String "hunter2".', 'Syntax Error: Expected Name, found String.'],
    ['Syntax Error: Unexpected BlockString "a "quoted" hunter2".', 'Syntax Error: Unexpected BlockString.'],
    ['Field "a" of required type "B!" was not provided.', 'Field "a" of required type "B!" was not provided.'],
  ])('%s', (text, clean) => expect(withoutValues(text)).toBe(clean))
})
