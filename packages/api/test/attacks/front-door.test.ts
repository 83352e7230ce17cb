/** J and K against the whole program on a real port: what comes in, and what is told to whom. */
import { get } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '../../src/app/env.ts'
import { createLogger } from '../../src/app/http.ts'
import { makeApp } from '../../src/app/server.ts'
import { newKey } from '../../src/core/auth/keys.ts'
import { createDatabase, type TestDatabase } from '../database.ts'
import { publicUrl, seeder } from '../house.ts'

let database: TestDatabase
let owner: pg.Pool
let app: Awaited<ReturnType<typeof makeApp>>
let seed: ReturnType<typeof seeder>
let address: string
const lines: string[] = []
const secret = 'a-secret-of-tests-that-signs-nothing-real-5fA1'

beforeAll(async () => {
  database = await createDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  seed = seeder(async (text, values = []) => (await owner.query(text, values)).rows)
  const env = readEnv({ DATABASE_URL: database.appUrl, DATABASE_WORKER_URL: database.workerUrl, SECRET: secret })
  app = await makeApp({ ...env, role: 'api' }, database, {
    log: createLogger('info', { write: (line) => void lines.push(line) }),
  })
  await app.http.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app?.close()
  await owner?.end()
  await database?.drop()
})

const json = { 'content-type': 'application/json', origin: publicUrl }
const post = (query: string, headers: Record<string, string> = {}, variables: object = {}) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ query, variables }),
  })

describe('K1: who is nobody learns nothing of the schema', () => {
  const words = 'Sign in, or send an API key, to read the schema.'
  const ways = [
    '{ __schema { types { name } } }',
    '{\n__schema\n{types{name}}}',
    '{,,,__schema,,{types{name}}}',
    '{ a: __schema { types { name } } }',
    '{ __type(name: "Customer") { fields { name } } }',
    'query A { ...F } fragment F on Query { __schema { types { name } } }',
    '{ me { kind } ... on Query { x: __type(name: "Role") { name } } }',
    'query ($no: Boolean = false) { me { kind } __schema @include(if: $no) { types { name } } }',
    '{ __schema { types { nameless } } }',
    '#\ufeff\n{ __schema { queryType { name } } }',
  ]

  test.each(ways)('by POST: %j', async (query) => {
    const answer = await post(query)
    const body = (await answer.json()) as { errors: { message: string }[]; data?: unknown }
    expect([answer.status, body.errors.map(({ message }) => message), body.data]).toEqual([401, [words], undefined])
  })

  test.each(ways.slice(0, 5))('by GET: %j', async (query) => {
    const url = `${address}/graphql?query=${encodeURIComponent(query)}`
    const answer = await fetch(url, { headers: { 'apollo-require-preflight': '1' } })
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining(words)])
    expect((await fetch(url)).status).toBe(405)
  })

  test('K2: no wordlist finds a name: nobody and somebody hear no suggestion', async () => {
    const contact = await seed.contact(await seed.customer())
    for (const headers of [undefined, { cookie: contact.cookie }])
      for (const word of ['customer_s', 'contcts', 'rolez', 'apiKey', 'auditEvent', 'mail', 'usrs', 'technican']) {
        const text = await (await post(`{ ${word} { id } }`, headers)).text()
        expect(text).not.toMatch(/did you mean|apiKeys|auditEvents|technicians|mails|"users/i)
      }
    for (const query of [
      '{ me { kinds } }',
      '{ me(a: 1) { kind } }',
      'query ($a: Custmer) { me { kind } }',
      '{ me { ... on Custmer { id } } }',
    ])
      expect(await (await post(query)).text()).not.toMatch(/did you mean/i)
  })
})

describe('J: how a request may look', () => {
  test.each([
    ['J1 a form', 'application/x-www-form-urlencoded', 'query=%7Bme%7Bkind%7D%7D'],
    ['J1 text', 'text/plain', '{"query":"{ me { kind } }"}'],
    [
      'J1 multipart',
      'multipart/form-data; boundary=a',
      '--a\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{}\r\n--a--',
    ],
    ['J2 a tab', 'application/json\ta', '{"query":"{ me { kind } }"}'],
    ['J2 another charset', 'application/json; charset=utf-7', '{"query":"{ me { kind } }"}'],
    ['G9 an upload', 'multipart/form-data; boundary=a', '--a--'],
  ])('%s is 415', async (_title, type, body) => {
    const contact = await seed.contact(await seed.customer())
    const headers = { 'content-type': type, cookie: contact.cookie, origin: publicUrl }
    expect((await fetch(`${address}/graphql`, { method: 'POST', headers, body })).status).toBe(415)
  })

  test('J3, J10: nothing changes by GET, and other methods are 405', async () => {
    const admin = await seed.technician({ administrator: true })
    const mutation = 'mutation { createCustomer(input: { name: "Get" }) { errors { code } } }'
    const answer = await fetch(`${address}/graphql?query=${encodeURIComponent(mutation)}`, {
      headers: { cookie: admin.cookie, 'apollo-require-preflight': '1' },
    })
    expect([answer.status, (await owner.query(`select from customer where name = 'Get'`)).rowCount]).toEqual([405, 0])
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect((await fetch(`${address}/graphql`, { method })).status, method).toBe(405)
  })

  test('J5, J7: another site gets no answer to read, nor an act', async () => {
    const contact = await seed.contact(await seed.customer())
    for (const origin of [
      'null',
      'https://evil.example',
      `${publicUrl}.evil.example`,
      'http://127.0.0.1:4001',
      'https://127.0.0.1:4000',
    ]) {
      const answer = await post('{ me { kind } }', { cookie: contact.cookie, origin })
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null])
    }
    const preflight = await fetch(`${address}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('G1, G9: there is nothing to upload, and no socket for a page of another site', async () => {
    expect(app.schema.getType('Upload')).toBeUndefined()
    const upgrade = await new Promise<number>((resolve, reject) => {
      const headers = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'graphql-transport-ws',
        origin: 'https://evil.example',
      }
      get(`${address}/graphql`, { headers, agent: false }, (response) => {
        response.resume()
        resolve(response.statusCode!)
      })
        .on('upgrade', () => resolve(101))
        .on('error', reject)
    })
    expect(upgrade).toBe(403)
  })

  test('J8: two requests are never made of one, whatever its lengths say', async () => {
    const port = Number(new URL(address).port)
    const speak = (text: string) =>
      new Promise<string>((resolve) => {
        let heard = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.on('data', (part) => (heard += part.toString()))
        socket.on('error', () => undefined).on('close', () => resolve(heard))
        setTimeout(() => socket.destroy(), 500)
      })
    const head = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n'
    for (const text of [
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n`,
      `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n`,
      `${head}Content-Length: 0\r\nContent-Length: 44\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n`,
      `${head}Content-Length : 0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n`,
    ])
      expect(await speak(text)).toMatch(/^HTTP\/1\.1 400[^]*$/)
  })
})

describe('K: what is told', () => {
  test('K4, K5: no banner, no traces, no page to play on', async () => {
    for (const path of ['/graphql', '/', '/healthz', '/nothing', '/api/auth/nothing']) {
      const answer = await fetch(`${address}${path}`)
      for (const name of ['server', 'x-powered-by', 'via'])
        expect(answer.headers.get(name), `${path} ${name}`).toBeNull()
    }
    for (const path of [
      '/graphiql',
      '/playground',
      '/altair',
      '/voyager',
      '/.well-known/apollo/server-health',
      '/graphql/console',
    ]) {
      const answer = await fetch(`${address}${path}`, { headers: { accept: 'text/html' } })
      expect(await answer.text(), path).not.toMatch(/graphiql|apollo sandbox|playground/i)
    }
    const admin = await seed.technician({ administrator: true })
    const traced = await post('{ me { kind } }', {
      cookie: admin.cookie,
      'apollo-federation-include-trace': 'ftv1',
      'apollo-query-plan-experimental': '1',
    })
    expect(Object.keys(((await traced.json()) as { extensions: object }).extensions)).toEqual(['cost'])
  })

  /** As it stands: `fetch` would tidy the path up first. */
  const getRaw = (path: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      get(address, { path, agent: false }, async (response) => {
        let text = ''
        for await (const part of response) text += String(part)
        resolve({ status: response.statusCode!, text })
      }).on('error', reject)
    })

  test.each([
    '/metrics',
    '/.env',
    '/.git/config',
    '/uploads/',
    '/files/',
    '/package.json',
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '/assets/%00',
    '/index.html.bak',
    '/assets/index.js.map',
    '/api/auth/../../package.json',
  ])('K6, K7: %s is nothing', async (path) => expect([400, 404]).toContain((await getRaw(path)).status))

  test.each(['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd', '/portal/../../etc/passwd'])(
    'K7: %s is at most a page of the web client',
    async (path) => {
      const { status, text } = await getRaw(path)
      expect([200, 400, 404]).toContain(status)
      expect(text).not.toContain('root:')
    },
  )

  test('K6: the health of the program is one word', async () => {
    for (const [path, word] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const answer = await fetch(`${address}${path}`)
      expect([answer.status, await answer.text()]).toEqual([200, word])
    }
  })

  test('K3, K8: secrets that are sent stand in no answer to a mistake and in no line of the log', async () => {
    const admin = await seed.technician({ administrator: true })
    const contact = await seed.contact(await seed.customer())
    const { key } = await seed.key(admin, { permissions: ['CUSTOMERS_READ'] })
    const wrongKey = newKey().secret
    const words = ['Parola-Hunter2-xyz', 'Gizli-Degisken-77', 'Gizli-Yazi-78', 'gizli-link-79']
    const told: string[] = []
    const tell = async (answer: Promise<Response>) => told.push(await (await answer).text())
    const auth = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${address}/api/auth/${path}`, {
        method: 'POST',
        headers: { ...json, ...headers },
        body: JSON.stringify(body),
      })

    await tell(auth('sign-in/email', { email: contact.email, password: words[0] }))
    await tell(auth('sign-in/email', { email: 'kim@example.com', password: words[0], extra: words[1] }))
    await tell(auth('reset-password', { token: words[3], newPassword: words[0] }))
    await tell(
      auth('change-password', { currentPassword: words[0], newPassword: `${words[0]}9` }, { cookie: contact.cookie }),
    )
    await tell(auth('request-password-reset', { email: contact.email }))
    await tell(fetch(`${address}/reset/${words[3]}`))
    await tell(post('{ me { kind } }', { authorization: `Bearer ${wrongKey}` }))
    await tell(post('{ me { kind } }', { cookie: `accord_session=${words[1]}.x` }))
    await tell(post('{ customers { totalCount } }', { authorization: `Bearer ${key}` }))
    await tell(
      fetch(`${address}/graphql?key=${key}&query=%7Bme%7Bkind%7D%7D`, { headers: { 'apollo-require-preflight': '1' } }),
    )
    await tell(
      post(
        'query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }',
        { cookie: admin.cookie },
        { f: { active: words[1] } },
      ),
    )
    await tell(post(`{ customers(filter: { active: "${words[2]}" }) { totalCount } }`, { cookie: admin.cookie }))
    await tell(
      post(`{ customers(filter: { kind: ${words[2]!.replaceAll('-', '_')} }) { totalCount } }`, {
        cookie: admin.cookie,
      }),
    )
    await tell(post(`{ customers(filter: "${words[2]}`, { cookie: admin.cookie }))
    // A failure of ours, with a secret in the variables of the statement.
    await owner.query('revoke select on customer from accord_staff')
    await tell(post('query ($t: String!) { search(text: $t) { id } }', { cookie: admin.cookie }, { t: words[1] }))
    await tell(
      post(
        'mutation ($i: CreateCustomerInput!) { createCustomer(input: $i) { errors { code } } }',
        { cookie: admin.cookie },
        {
          i: { name: 'Ad', notes: words[1], idempotencyKey: words[2] },
        },
      ),
    )
    await owner.query('grant select on customer to accord_staff')

    const log = lines.join('')
    expect(log.length).toBeGreaterThan(2_000)
    expect(log.match(/an operation failed/g)?.length).toBe(2)
    const [mail] = (
      await owner.query(`select substring(body_text from '/reset/([^[:space:]]+)') as token from outgoing_mail`)
    ).rows
    const tokens = [admin, contact].map(({ cookie }) => decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!)
    for (const word of [...words, key, wrongKey, secret, String(mail.token), ...tokens]) {
      expect(log.includes(word), `the log holds ${word}`).toBe(false)
      expect(told.join().includes(word), `an answer holds ${word}`).toBe(false)
    }
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
  })
})
