/** G, H25, K1: what is tried against the socket, and what becomes of it when a right is taken away. */
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { defaultSocketLimits } from '../../src/core/live/sockets.ts'
import { newId } from '../../src/core/db/ids.ts'
import { dial, eventually, listen, quiet, type DialOptions, type Line } from '../features/live-client.ts'
import { openHouse, publicUrl, type House, type Who } from '../house.ts'

let house: House
let port: number
const lines: Line[] = []
const limits = { perAddress: 40, init: 500, sending: 500, idle: 3_000, heartbeat: 150, recheck: 200 }

beforeAll(async () => {
  house = await openHouse({ rateLimit: true, sockets: limits })
  port = await listen(house)
})
afterEach(async () => {
  for (const line of lines.splice(0)) line.hangUp()
  await eventually(() => house.app.sockets.size === 0 && house.app.ticketFeed.size === 0)
})
afterAll(() => house?.close())

const call = (who: Who, options?: DialOptions) => {
  const line = dial(port, who, options)
  lines.push(line)
  return line
}

let number = 0
async function ticketOf(requester: { id: string }, customer: { id: string }, given: Record<string, unknown> = {}) {
  const id = newId()
  await house.seed.insert('ticket', {
    id,
    number: `A-2026-${String((number += 1)).padStart(6, '0')}`,
    kind: 'REQUEST',
    subject: 'Konu',
    description: 'x',
    customer_id: customer.id,
    requester_id: requester.id,
    opened_at: new Date(),
    updated_at: new Date(),
    ...given,
  })
  return id
}
const touch = (id: string) => house.sql('update ticket set updated_at = now() where id = $1', [id])
const permissions = ['CUSTOMERS_READ', 'TICKETS_READ', 'API_KEYS_WRITE']
const one = 'subscription ($id: ID) { ticketChanged(ticketId: $id) { id } }'
const all = 'subscription { ticketChanged { id } }'
const opened = (count: number) => eventually(() => house.app.ticketFeed.size === count)

/** A company with a ticket, and somebody of each kind who sees it. */
async function scene() {
  const customer = await house.seed.customer()
  const group = await house.seed.group(customer)
  const requester = await house.seed.contact(customer, { group })
  const id = await ticketOf(requester, customer, { group_id: group.id })
  return { customer, group, requester, id }
}

describe('G1: a page of another site', () => {
  test.each(['https://evil.example', 'null', `${publicUrl}.evil.example`, 'http://127.0.0.1:4001'])(
    'G1 from %s is 403 before the upgrade',
    async (origin) => {
      const { requester } = await scene()
      expect(await call(requester, { headers: { origin } }).refused).toBe(403)
      expect(house.app.sockets.size).toBe(0)
    },
  )

  test('G1 our own page, and a program that names no origin, may', async () => {
    const { requester, id } = await scene()
    await call(requester).subscribe(one, { id })
    const ws = call(requester, { headers: { origin: '' } })
    ws.hangUp()
    await opened(1)
  })

  test('another path, method or protocol is no socket', async () => {
    const { requester } = await scene()
    expect((await call(requester, { protocol: null }).closed).code).toBe(4406)
    expect((await call(requester, { protocol: 'graphql-ws' }).closed).code).toBeGreaterThan(1000)
    const ask = (head: string) =>
      new Promise<string>((resolve) => {
        const key = createHash('md5').update('a').digest('base64')
        const more = `Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}`
        const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\n${more}\r\nContent-Length: 0\r\n\r\n`))
        socket.once('data', (bytes) => {
          socket.destroy()
          resolve(String(bytes).split('\r\n')[0]!)
        })
      })
    expect(await ask('GET /healthz HTTP/1.1')).toBe('HTTP/1.1 200 OK')
    expect(await ask('POST /graphql HTTP/1.1')).toBe('HTTP/1.1 415 Unsupported Media Type')
    expect(await ask('GET /graphql HTTP/1.1')).toBe('HTTP/1.1 101 Switching Protocols')
  })
})

describe('who asks', () => {
  test('C7 cookie and key together are 4400, wherever the key stands', async () => {
    const boss = await house.seed.technician({ permissions })
    const { key } = await house.seed.key(boss)
    const bearer = { authorization: `Bearer ${key}` }
    expect(await call(boss, { params: bearer }).closed).toMatchObject({ code: 4400 })
    expect(await call(boss, { headers: bearer }).closed).toMatchObject({ code: 4400 })
    expect(await call({ key }, { params: bearer }).closed).toMatchObject({ code: 4400 })
  })

  test('a key may stand in connection_init', async () => {
    const boss = await house.seed.technician({ permissions })
    const { key } = await house.seed.key(boss, { permissions })
    const { id } = await scene()
    const line = await call(null, { params: { authorization: `Bearer ${key}` } }).subscribe(one, { id })
    await opened(1)
    await touch(id)
    await line.count(1)
  })

  test('C4 A12 what is not valid is 4401, and C6 a key in the address 4400', async () => {
    expect(await call({ key: `accord_${'a'.repeat(8)}_${'b'.repeat(43)}` }).closed).toMatchObject({ code: 4401 })
    expect(await call({ cookie: 'accord_session=x.y' }).closed).toMatchObject({ code: 4401 })
    expect(await call(null, { params: { authorization: 'Bearer nonsense' } }).closed).toMatchObject({ code: 4401 })
    const passive = await house.seed.contact(await house.seed.customer(), { active: false })
    expect(await call(passive).closed).toMatchObject({ code: 4401 })
  })

  test('K1 nobody reads the schema, in the words of HTTP; nobody subscribes', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      'query\n,{ a: __type(name: "Query") { name } }',
      'subscription { __schema { types { name } } }',
      '{ ...F } fragment F on Query { __schema { types { name } } }',
    ]) {
      const [error] = await (await call(null).subscribe(query)).error()
      const { errors } = await house.ask(null, '{ __schema { types { name } } }')
      expect([error.message, error.extensions.code]).toEqual([errors![0]!.message, 'UNAUTHENTICATED'])
    }
    const [error] = await (await call(null).subscribe(all)).error()
    expect(error.extensions.code).toBe('UNAUTHENTICATED')
  })

  test('a subscription before connection_init is 4401, a second connection_init 4429', async () => {
    const { requester } = await scene()
    const early = call(requester, { silent: true })
    early.ws.on('open', () => early.tell({ id: '1', type: 'subscribe', payload: { query: all } }))
    expect(await early.closed).toMatchObject({ code: 4401 })
    const twice = call(requester)
    await twice.until(({ type }) => type === 'connection_ack')
    twice.tell({ type: 'connection_init' })
    expect(await twice.closed).toMatchObject({ code: 4429 })
  })
})

describe('G2: what is not there', () => {
  test('G2 a foreign ticket and a missing one answer in the same bytes, and nothing is opened', async () => {
    const { id } = await scene()
    const stranger = await house.seed.contact(await house.seed.customer(), { company: true })
    const restricted = await house.seed.technician({ permissions, restricted: true })
    for (const who of [stranger, restricted]) {
      const answers: unknown[] = []
      for (const asked of [id, newId(), 'no id at all', '']) {
        answers.push(await (await call(who).subscribe(one, { id: asked })).error())
        expect(house.app.ticketFeed.size).toBe(0)
      }
      expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    }
  })

  test('G2 a closed door is said with its path, before anything opens', async () => {
    const { id, requester } = await scene()
    const nobody = await house.seed.technician({ permissions: ['CUSTOMERS_READ'] })
    expect((await (await call(nobody).subscribe(one, { id })).error())[0]).toMatchObject({
      path: ['ticketChanged'],
      extensions: { code: 'FORBIDDEN', permission: 'TICKETS_READ' },
    })
    const deep = 'subscription { ticketChanged { customer { notes } } }'
    expect((await (await call(requester).subscribe(deep)).error())[0]).toMatchObject({
      path: ['ticketChanged', 'customer', 'notes'],
      extensions: { code: 'FORBIDDEN' },
    })
    const { key } = await house.seed.key(await house.seed.technician({ permissions }), { permissions })
    for (const who of [requester, { key }])
      expect(
        (
          await (
            await call(who).subscribe('subscription ($id: ID!) { ticketPresence(ticketId: $id) { __typename } }', {
              id,
            })
          ).error()
        )[0].extensions.code,
      ).toBe('FORBIDDEN')
    expect(house.app.ticketFeed.size).toBe(0)
  })
})

describe('doors of subscriptions, by everybody', () => {
  test.each([
    [
      'subscription { ticketChanged { id } }',
      { contact: 'open', partner: 'open', staff: 'open', less: 'TICKETS_READ' },
    ],
    [
      'subscription ($id: ID!) { ticketPresence(ticketId: $id) { technicians { id } } }',
      { contact: 'STAFF', partner: 'STAFF', staff: 'open', less: 'TICKETS_READ' },
    ],
  ])('%s', async (query, wanted) => {
    const { id, requester } = await scene()
    const everything = await house.seed.technician({ administrator: true })
    const people = {
      contact: requester,
      partner: await house.seed.key(everything, { permissions: ['CUSTOMERS_READ', 'TICKETS_READ'] }),
      staff: await house.seed.technician({ permissions: ['TICKETS_READ'] }),
      less: await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'TICKETS_WRITE', 'ORGANIZATION_WRITE'] }),
    }
    for (const [kind, who] of Object.entries(people)) {
      const asked = await call(who).subscribe(query, { id })
      const lacks = wanted[kind as keyof typeof wanted]
      if (lacks === 'open') {
        await quiet(150)
        expect(house.app.sockets.size).toBeGreaterThan(0)
        asked.complete()
      } else expect((await asked.error())[0].extensions).toMatchObject({ code: 'FORBIDDEN', permission: lacks })
    }
    const [error] = await (await call(null).subscribe(query, { id })).error()
    expect(error.extensions.code).toBe('UNAUTHENTICATED')
    expect(lines.flatMap(({ heard }) => heard.filter(({ type }) => type === 'error'))).toHaveLength(
      1 + Object.values(wanted).filter((each) => each !== 'open').length,
    )
  })
})

describe('G3: a right is taken away', () => {
  const ended = async (line: Line) => {
    const since = performance.now()
    expect(await line.closed).toMatchObject({ code: 4403 })
    expect(performance.now() - since).toBeLessThan(2_000)
  }

  test('B3 a passivated contact, B2 an ended session, C4 a revoked key: the socket is closed with 4403', async () => {
    const { requester, customer } = await scene()
    const boss = await house.seed.technician({ administrator: true })
    const other = await house.seed.contact(customer)
    const key = await house.seed.key(boss, { permissions })
    const [passivated, signedOut, revoked] = [call(requester), call(other), call(key)]
    for (const line of [passivated, signedOut, revoked]) await line.subscribe(all)
    await opened(3)
    const set = 'mutation ($input: SetActiveInput!) { setContactActive(input: $input) { errors { code } } }'
    await house.ask(boss, set, { input: { id: requester.id, version: 1, active: false } })
    await ended(passivated)
    await house.sql('delete from sign_in.session where account_id = $1', [other.accountId])
    await ended(signedOut)
    const end = 'mutation ($input: RevokeInput!) { revokeApiKey(input: $input) { errors { code } } }'
    await house.ask(boss, end, { input: { id: key.id } })
    await ended(revoked)
    await opened(0)
  })

  test('C4 the maker of a key leaves, a customer is deactivated, a session runs out', async () => {
    const { requester, customer } = await scene()
    const maker = await house.seed.technician({ permissions })
    const byKey = call(await house.seed.key(maker, { permissions }))
    const byCookie = call(requester)
    const late = await house.seed.contact(await house.seed.customer())
    const byTime = call(late)
    for (const line of [byKey, byCookie, byTime]) await line.subscribe(all)
    await opened(3)
    await house.sql('update technician set active = false where id = $1', [maker.id])
    await ended(byKey)
    await house.sql('update customer set active = false where id = $1', [customer.id])
    await ended(byCookie)
    await house.sql('update sign_in.session set expires_at = now() where account_id = $1', [late.accountId])
    await ended(byTime)
  })

  test('G3 a listener does not keep a session alive', async () => {
    const { requester, id } = await scene()
    const line = await call(requester).subscribe(one, { id })
    await opened(1)
    const past = `update sign_in.session set last_seen_at = now() - interval '2 hours' where account_id = $1`
    await house.sql(past, [requester.accountId])
    await touch(id)
    await line.count(1)
    await quiet(limits.recheck * 2)
    const [{ old }] = (await house.sql<{ old: boolean }>(
      `select last_seen_at < now() - interval '1 hour' as old from sign_in.session where account_id = $1`,
      [requester.accountId],
    )) as [{ old: boolean }]
    expect(old).toBe(true)
  })

  test('G3 an authorization is taken: one ticket says so, a list falls silent', async () => {
    const { customer, id } = await scene()
    const restricted = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const line = call(restricted)
    const [single, list] = [await line.subscribe(one, { id }), await line.subscribe(all)]
    await opened(2)
    await house.sql('delete from technician_customer where technician_id = $1', [restricted.id])
    expect((await single.error())[0].message).toBe('There is no such thing to watch.')
    await touch(id)
    await quiet()
    expect(list.told()).toEqual([])
    await house.seed.authorize(restricted, customer)
    await quiet(100)
    await touch(id)
    await list.count(1)
  })

  test('G3 group and company rights, and a role’s permission', async () => {
    const { customer, group, id } = await scene()
    const member = await house.seed.contact(customer, { group, groupRight: true })
    const chief = await house.seed.contact(customer, { company: true })
    const boss = await house.seed.technician({ permissions })
    const [byGroup, byScope, byRole] = [
      await call(member).subscribe(one, { id }),
      await call(chief).subscribe('subscription { ticketChanged(scope: COMPANY) { id } }'),
      await call(boss).subscribe(all),
    ]
    await opened(3)
    await house.sql('update contact set sees_group_records = false where id = $1', [member.id])
    expect((await byGroup.error())[0].extensions.code).toBe('BAD_USER_INPUT')
    await house.sql('update contact set sees_company_records = false where id = $1', [chief.id])
    expect((await byScope.error())[0].extensions.code).toBe('FORBIDDEN')
    await house.sql(`update role set permissions = '{CUSTOMERS_READ}' where id = $1`, [boss.roleId])
    expect((await byRole.error())[0].extensions.code).toBe('FORBIDDEN')
  })

  test('G3 even when nobody says so: each change is read as whoever it is then', async () => {
    const { customer, id, requester } = await scene()
    const restricted = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const list = await call(restricted).subscribe(all)
    const line = call(requester)
    await line.subscribe(all)
    await opened(2)
    await house.sql('alter table technician_customer disable trigger user')
    await house.sql('alter table contact disable trigger user')
    await house.sql('delete from technician_customer where technician_id = $1', [restricted.id])
    await house.sql('update contact set active = false where id = $1', [requester.id])
    await touch(id)
    await ended(line)
    await quiet()
    expect(list.told()).toEqual([])
    await house.sql('alter table technician_customer enable trigger user')
    await house.sql('alter table contact enable trigger user')
  })
})

describe('G5, H25: too much', () => {
  test('G5 a socket takes twenty subscriptions', async () => {
    const { requester, id } = await scene()
    const line = call(requester)
    const twenty = await Promise.all(Array.from({ length: 20 }, () => line.subscribe(one, { id })))
    const [error] = await (await line.subscribe(one, { id })).error()
    expect(error.extensions.code).toBe('QUERY_TOO_COMPLEX')
    await opened(20)
    twenty[0]!.complete()
    await opened(19)
    await line.subscribe(one, { id })
    await opened(20)
  })

  test('G5 a thousand at once, and a flood of pings, close it', async () => {
    const { requester, id } = await scene()
    const greedy = call(requester)
    await greedy.until(({ type }) => type === 'connection_ack')
    for (let i = 0; i < 1_000; i += 1)
      greedy.tell({ id: `x${i}`, type: 'subscribe', payload: { query: one, variables: { id } } })
    expect(await greedy.closed).toMatchObject({ code: 1008 })
    const pinging = call(requester)
    await pinging.until(({ type }) => type === 'connection_ack')
    for (let i = 0; i < 1_000; i += 1) pinging.ws.ping()
    expect(await pinging.closed).toMatchObject({ code: 1008 })
    const talking = call(requester)
    await talking.until(({ type }) => type === 'connection_ack')
    for (let i = 0; i < 1_000; i += 1) talking.tell({ type: 'ping' })
    expect(await talking.closed).toMatchObject({ code: 1008 })
  })

  test('G5 without connection_init it is closed after three seconds, H25 without a subscription after a minute', async () => {
    const { requester } = await scene()
    expect(await call(requester, { silent: true }).closed).toMatchObject({ code: 4408 })
    expect(await call(requester).closed).toMatchObject({ code: 1000 })
    expect([defaultSocketLimits.init, defaultSocketLimits.idle]).toEqual([3_000, 60_000])
  })

  test('G5 who reads too slowly is let go, and keeps nothing waiting', async () => {
    const { customer } = await scene()
    const boss = await house.seed.technician({ permissions })
    const requester = await house.seed.contact(customer)
    const ids = await Promise.all(
      Array.from({ length: 60 }, () => ticketOf(requester, customer, { description: 'x'.repeat(60_000) })),
    )
    const slow = call(boss)
    const long = await slow.subscribe('subscription { ticketChanged { id description } }')
    await opened(1)
    // As a reader does that has hung up its ears: the kernel's buffers fill, then ours would.
    ;(slow.ws as unknown as { _socket: { pause(): void } })._socket.pause()
    for (let round = 0; round < 8; round += 1) {
      for (const id of ids) await touch(id)
      if (house.app.ticketFeed.size === 0) break
    }
    await opened(0)
    expect(long.told().length).toBeLessThan(480)
    ;(slow.ws as unknown as { _socket: { resume(): void } })._socket.resume()
    expect([1006, 1013]).toContain((await slow.closed).code)
  })

  test('H25 so many sockets of one address, and then none more', async () => {
    const { requester } = await scene()
    const many = Array.from({ length: limits.perAddress }, () => call(requester))
    await Promise.all(many.map((line) => line.until(({ type }) => type === 'connection_ack')))
    expect(await call(requester).refused).toBe(429)
    many[0]!.hangUp()
    await eventually(() => house.app.sockets.size < limits.perAddress)
    await quiet(50)
    await call(requester).until(({ type }) => type === 'connection_ack')
  })

  test('H1 H6 H13 F4 documents and messages have the limits of HTTP', async () => {
    const { requester } = await scene()
    const deep = `subscription { ticketChanged ${'{ customer { contacts { nodes '.repeat(8)} { id } ${'} } }'.repeat(8)} }`
    const codes: unknown[] = []
    for (const query of [
      deep,
      `subscription { ticketChanged { ${'id '.repeat(2_000)} } }`,
      'subscription { ticketChanged { comments(first: 1000) { nodes { id } } } }',
      'subscription {',
      'subscription { ticketChanged { nothing } }',
      'subscription { ticketChanged { id } a: ticketChanged { id } }',
      'subscription ($no: Boolean = false) { ticketChanged @include(if: $no) { id } }',
      'subscription ($no: Boolean = false) { ...F } fragment F on Subscription { ticketChanged @skip(if: $no) { id } }',
    ])
      codes.push((await (await call(requester).subscribe(query)).error())[0].extensions.code)
    expect(codes).toEqual([
      'QUERY_TOO_COMPLEX',
      'GRAPHQL_PARSE_FAILED',
      'BAD_USER_INPUT',
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ])
    const reaching = call(requester)
    await reaching.until(({ type }) => type === 'connection_ack')
    reaching.tell('{"id":"1","type":"subscribe","payload":{"query":"{ a }","variables":{"__proto__":{"a":1}}}}')
    expect(await reaching.closed).toMatchObject({ code: 4400 })
    const big = call(requester)
    await big.until(({ type }) => type === 'connection_ack')
    big.tell(JSON.stringify({ type: 'ping', payload: { pad: 'a'.repeat(defaultSocketLimits.message) } }))
    expect(await big.closed).toMatchObject({ code: 1009 })
    const binary = call(requester)
    await binary.until(({ type }) => type === 'connection_ack')
    binary.ws.send(Buffer.from('{}'))
    expect(await binary.closed).toMatchObject({ code: 1003 })
  })
})

test('G6 what PostgreSQL is told are ids only, at most 200 bytes', async () => {
  const { requester, customer, id } = await scene()
  const said: string[] = []
  for (const channel of ['ticket_changed', 'principal_changed', 'ticket_presence'])
    house.app.listener.on(channel, (text) => said.push(text))
  await touch(id)
  const row = { customer_id: customer.id, ticket_id: id }
  await house.seed.insert('ticket_comment', {
    ...row,
    id: newId(),
    body: 'Gizli bir söz',
    internal: true,
    author_kind: 'CONTACT',
    author_id: requester.id,
    author_name: 'Ad Soyad',
    created_at: new Date(),
  })
  const other = await house.seed.contact(customer)
  await house.seed.insert('ticket_approval', {
    ...row,
    id: newId(),
    contact_id: other.id,
    contact_name: 'Ad Soyad',
    asked_at: new Date(),
  })
  await house.sql('update contact set active = false where id = $1', [other.id])
  const boss = await house.seed.technician({ permissions })
  await call(boss).subscribe('subscription ($id: ID!) { ticketPresence(ticketId: $id) { __typename } }', { id })
  await eventually(() => said.length >= 5)
  const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  for (const text of said) {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(200)
    expect(text).toMatch(
      new RegExp(
        `^(${uuid} ${uuid} ${uuid} (${uuid}|-)( [ia]+)?|(contact|account) ${uuid}|[0-9a-f]{12} ${uuid} ${uuid} [a-z]+)$`,
      ),
    )
  }
  expect(said.some((text) => text.endsWith(' i'))).toBe(true)
})

test('the end of the server closes with 1001', async () => {
  const own = await openHouse()
  const ownPort = await listen(own)
  const boss = await own.seed.technician({ permissions })
  const line = dial(ownPort, boss)
  await line.subscribe(all)
  const since = performance.now()
  await own.close()
  expect(await line.closed).toMatchObject({ code: 1001 })
  expect(performance.now() - since).toBeLessThan(5_000)
})
