import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentAttacks, misspelt, secrets } from './documents.ts'
import { standIn, type StandIn } from './stand-in.ts'

let server: StandIn
beforeAll(async () => {
  server = await standIn()
  await server.send({ query: '{ customers { nodes { id } } }' })
})
afterAll(() => server.app.close())

describe('attacking documents', () => {
  it.each(documentAttacks)('$id $title', async ({ query, variables, operationName, anonymous, expect: wanted }) => {
    const before = server.executed.length
    const used = process.cpuUsage()
    const { status, body } = await server.send({ query, variables, operationName, as: anonymous ? null : 'somebody' })
    // Of the processor, not of the clock: what else the machine does is nobody's attack.
    const { user, system } = process.cpuUsage(used)
    const took = (user + system) / 1_000
    expect(body.errors?.[0]?.extensions['code']).toBe(wanted.code)
    expect(status).toBe(wanted.status)
    expect(body.data).toBeUndefined()
    expect(server.executed.length).toBe(before)
    if (wanted.message) expect(body.errors?.[0]?.message).toBe(wanted.message)
    if (wanted.errors) expect(body.errors!.length).toBeLessThanOrEqual(wanted.errors)
    if (wanted.within) expect(took).toBeLessThan(wanted.within)
  })

  it('H10 costs only what is executed', async () => {
    const query = 'query A { me { kind } } query B { customers(first: 100) { nodes { id } } }'
    const { body } = await server.send({ query, operationName: 'A' })
    expect(body.extensions?.cost.requested).toBe(1)
  })

  it('H16 refuses a filter with more than 30 predicates, or deeper than 5', async () => {
    const query = 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }'
    const wide = { any: Array.from({ length: 31 }, () => ({ text: 'a' })) }
    const deep = [1, 2, 3, 4, 5].reduce<object>((inner) => ({ any: [inner] }), { text: 'a' })
    for (const f of [wide, deep]) {
      const { status, body } = await server.send({ query, variables: { f } })
      expect([status, body.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT'])
    }
    const fine = { any: Array.from({ length: 15 }, () => ({ text: 'a', active: true })) }
    expect((await server.send({ query, variables: { f: fine } })).status).toBe(200)
  })

  it('H20 has no persisted queries to fill', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    })
    expect(answer.body).toContain('PERSISTED_QUERY_NOT_SUPPORTED')
  })

  it('answers a document that is refused again and again in the same way, and a good one beside it', async () => {
    const deep = documentAttacks[0]!
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await server.send({ query: deep.query })).body.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX')
      expect((await server.send({ query: '{ customers { nodes { id } } }' })).status).toBe(200)
    }
  })
})

describe('K: what is told', () => {
  it('K1 tells the schema to whoever is signed in, after nobody asked the same', async () => {
    const query = getIntrospectionQuery()
    expect((await server.send({ query, as: null })).status).toBe(401)
    const { status, body } = await server.send({ query })
    expect(status).toBe(200)
    expect(body.data).toHaveProperty('__schema.types')
    expect((await server.send({ query, as: null })).body.errors?.[0]?.message).toMatch(/^Sign in, or send an API key/)
  })

  it('K1 lets nobody ask for names of what he gets', async () => {
    expect((await server.send({ query: '{ __typename me { __typename } }', as: null })).body.data).toEqual({
      __typename: 'Query',
      me: { __typename: 'Viewer' },
    })
  })

  it.each(misspelt)('K2 no suggestion for $query', async ({ query, variables }) => {
    const { status, text } = await server.send({ query, variables })
    expect(status).toBe(400)
    expect(text).not.toMatch(/did you mean/i)
    expect(text).not.toMatch(/NAME_ASC|CustomerFilter"\?/)
  })

  it.each(secrets)('K3 does not repeat values: $query', async ({ query, variables }) => {
    const { status, text } = await server.send({ query, variables })
    expect(status).toBe(400)
    expect(text).not.toContain('hunter2')
  })

  it('K3 still says where the value was wrong', async () => {
    const { body } = await server.send({
      query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
      variables: { f: { any: [{ active: 'yes' }] } },
    })
    expect(body.errors).toEqual([
      {
        message: 'Variable "$f.any.0.active": Boolean cannot represent a non boolean value.',
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'BAD_USER_INPUT', argument: 'f.any.0.active' },
      },
    ])
  })

  it.each([
    ['unexpected', 500, 'INTERNAL_SERVER_ERROR'],
    ['unique', 500, 'INTERNAL_SERVER_ERROR'],
    ['foreign', 500, 'INTERNAL_SERVER_ERROR'],
    ['internal', 500, 'INTERNAL_SERVER_ERROR'],
    ['slow', 503, 'TIMEOUT'],
    ['wrapped', 503, 'TIMEOUT'],
    ['pool', 503, 'TIMEOUT'],
    ['problem', 400, 'BAD_USER_INPUT'],
    ['closed', 401, 'UNAUTHENTICATED'],
  ])('E10 K4 a failure of kind %s gives %i %s and nothing of the inside', async (how, status, code) => {
    const {
      status: beside,
      text,
      body,
    } = await server.send({ query: '{ failing: fail(how: "' + how + '") me { kind } }' })
    expect(body.errors?.[0]?.extensions['code']).toBe(code)
    expect(text).not.toMatch(/secret|contact|insert|select|duplicate|TypeError|stack|constraint|node_modules/)
    // Beside data an error is a part of the answer.
    expect([beside, body.data]).toEqual([200, { failing: null, me: { kind: 'ADMIN' } }])
    const whole = await server.send({ query: `{ mustFail(how: "${how}") }` })
    expect([whole.status, whole.body.data]).toEqual([status, null])
  })

  it('K4 leads from the masked error to the log', async () => {
    const { body } = await server.send({ query: '{ fail(how: "unique") }' })
    const requestId = body.errors?.[0]?.extensions['requestId']
    const line = server
      .log()
      .split('\n')
      .find((each) => each.includes(String(requestId)) && each.includes('failed'))
    expect(JSON.parse(line!)).toMatchObject({
      level: 'error',
      error: { sqlState: '23505', constraint: 'contact_email_key' },
    })
  })

  it('masks what goes wrong while finding out who asks, and passes a refused key', async () => {
    const broken = await server.send({ query: '{ me { kind } }', as: 'broken' })
    expect([broken.status, broken.body.errors?.[0]?.extensions['code']]).toEqual([500, 'INTERNAL_SERVER_ERROR'])
    expect(broken.body.errors?.[0]?.extensions['requestId']).toBe(broken.headers['x-request-id'])
    const slow = await server.send({ query: '{ me { kind } }', as: 'slow' })
    expect([slow.status, slow.body.errors?.[0]?.extensions['code']]).toEqual([503, 'TIMEOUT'])
    const expired = await server.send({ query: '{ me { kind } }', as: 'expired' })
    expect(expired.status).toBe(401)
    expect(expired.body.errors).toEqual([
      { message: 'This key is not valid.', extensions: { code: 'UNAUTHENTICATED' } },
    ])
  })
})

describe('what passes', () => {
  it('I4 puts text into NFC, in variables and literals', async () => {
    const variable = await server.send({
      query: 'query ($t: String) { echo(text: $t) }',
      variables: { t: 'I\u0307stanbul' },
    })
    expect(variable.body.data).toEqual({ echo: '\u0130stanbul' })
    const literal = await server.send({ query: '{ echo(text: "I\u0307stanbul") }' })
    expect(literal.body.data).toEqual({ echo: '\u0130stanbul' })
  })

  it('takes longer text where the input field says so', async () => {
    const query = 'mutation ($input: NoteInput!) { note(input: $input) { body } }'
    expect((await server.send({ query, variables: { input: { body: 'a'.repeat(65_536) } } })).body.data).toEqual({
      note: { body: '65536' },
    })
    expect((await server.send({ query, variables: { input: { body: 'a'.repeat(65_537) } } })).status).toBe(400)
    expect((await server.send({ query, variables: { input: { body: 'a', title: 'a'.repeat(10_001) } } })).status).toBe(
      400,
    )
  })

  it('prints JSON text as it came', async () => {
    const { text } = await server.send({ query: '{ raw }' })
    expect(text).toMatch(/^\{"data":\{"raw":1\.50,"b" : \[ \]\},"extensions":\{"cost":/)
  })

  it('hands the executor coerced variables, with defaults', async () => {
    await server.send({
      query: 'query ($n: Int = 3, $t: String) { customers(first: $n) { nodes { id } } echo(text: $t) }',
      variables: { t: 'a', unknown: 1 },
    })
    expect(server.executed.at(-1)).toMatchObject({
      variables: { t: 'a' },
      coerced: { n: 3, t: 'a' },
      operationName: undefined,
    })
  })

  it('gives the executor the same document for the same text', async () => {
    const query = 'query Same { me { kind } }'
    await server.send({ query })
    const first = server.executed.at(-1)!.document
    await server.send({ query })
    expect(server.executed.at(-1)!.document).toBe(first)
  })

  it('refuses operations that are not there, and subscriptions over HTTP', async () => {
    const wrong = await server.send({
      query: 'query A { me { kind } } query B { me { kind } }',
      operationName: 'hunter2',
    })
    expect([wrong.status, wrong.body.errors?.[0]?.extensions['code']]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE'])
    expect(wrong.text).not.toContain('hunter2')
    const ticks = await server.send({ query: 'subscription { ticks }' })
    expect([ticks.status, ticks.body.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT'])
  })
})

describe('L3 the bucket', () => {
  it('tells the cost with every answer and refuses when the bucket is empty', async () => {
    const small = await standIn({ limits: { bucket: { capacity: 250, restorePerSecond: 50 } } })
    const query = '{ customers(first: 100) { nodes { id } } }'
    const first = await small.send({ query, as: 'p' })
    expect(first.body.extensions?.cost).toEqual({ requested: 100, remaining: 150, restorePerSecond: 50 })
    expect((await small.send({ query, as: 'p' })).status).toBe(200)
    const third = await small.send({ query, as: 'p' })
    expect([third.status, third.body.errors?.[0]?.extensions['code']]).toEqual([429, 'RATE_LIMITED'])
    expect(Number(third.headers['retry-after'])).toBe(1)
    expect(third.body.extensions?.cost.requested).toBe(100)
    expect(small.executed).toHaveLength(2)
    expect((await small.send({ query, as: 'q' })).status).toBe(200)
    expect((await small.send({ query, as: null })).status).toBe(200)
    await small.app.close()
  })

  it('takes points for documents that are refused', async () => {
    const small = await standIn({ limits: { bucket: { capacity: 1_000, restorePerSecond: 1 } } })
    const { body } = await small.send({ query: '{ nothingLikeThis }' })
    expect(body.extensions?.cost).toMatchObject({ requested: 10, remaining: 990 })
    await small.app.close()
  })
})
