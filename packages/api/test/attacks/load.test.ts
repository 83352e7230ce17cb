/** H and L against the whole program: callers who go away, who ask for everything at once, who dodge the cost. */
import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { credentials, openHouse, publicUrl, type House, type Who } from '../house.ts'
import { standIn } from './stand-in.ts'

let house: House
let port: number
let admin: Who & { id: string }
beforeAll(async () => {
  house = await openHouse({ rateLimit: true })
  await house.app.http.listen({ port: 0, host: '127.0.0.1' })
  port = (house.app.http.server.address() as AddressInfo).port
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house?.close())

/** Sends a query over a real connection; the caller may go away before the answer. */
function send(who: Who, query: string) {
  const body = JSON.stringify({ query })
  const sent = request({
    port,
    host: '127.0.0.1',
    path: '/graphql',
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      origin: publicUrl,
      ...credentials(who),
      'content-length': Buffer.byteLength(body),
    },
  })
  const answer = new Promise<{ status: number; retryAfter: string | undefined; text: string } | null>((resolve) => {
    sent.on('error', () => resolve(null))
    sent.on('response', async (response) => {
      let text = ''
      for await (const part of response) text += String(part)
      resolve({ status: response.statusCode!, retryAfter: response.headers['retry-after'], text })
    })
  })
  sent.end(body)
  return { answer, leave: () => sent.destroy() }
}

/** Nobody can read or write groups until `open` is called. */
async function shutGroups() {
  const client = new pg.Client({ connectionString: house.database.ownerUrl })
  await client.connect()
  await client.query('begin; lock table customer_group in access exclusive mode')
  return async () => {
    await client.query('rollback')
    await client.end()
  }
}

/** Statements that wait for the table of groups. */
const waiting = async () =>
  (await house.sql(`select from pg_locks where not granted and relation = 'customer_group'::regclass`)).length
async function until(condition: () => Promise<boolean>, wait = 20_000): Promise<void> {
  const end = Date.now() + wait
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const groups = '{ groups { nodes { id } } }'

describe('H23: the caller goes away', () => {
  test('the statement ends with it, and the connection serves the next', async () => {
    const open = await shutGroups()
    try {
      const one = send(admin, '{ a: groups { nodes { id } } b: groups { totalCount } }')
      await until(async () => (await waiting()) === 2)
      one.leave()
      await until(async () => (await waiting()) === 0)
    } finally {
      await open()
    }
    for (let i = 0; i < 12; i += 1) expect((await send(admin, groups).answer)?.status).toBe(200)
  })

  test('a mutation is finished: what it did is known afterwards', async () => {
    const name = 'Yarım Kalmayan'
    const customer = await house.seed.customer()
    const open = await shutGroups()
    try {
      const one = send(
        admin,
        `mutation { createGroup(input: { customerId: "${customer.id}", name: "${name}" }) { errors { code } } }`,
      )
      await until(async () => (await waiting()) === 1)
      one.leave()
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(await waiting()).toBe(1)
    } finally {
      await open()
    }
    await until(async () => (await house.sql('select from customer_group where name = $1', [name])).length === 1)
  })

  test('an ordinary answer, of twenty root fields, leaves nothing behind that would warn', async () => {
    const warned: string[] = []
    const note = (warning: Error) => warned.push(warning.name)
    process.on('warning', note)
    const query = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: roles { id }`).join(' ')} }`
    expect((await send(admin, query).answer)?.status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 10))
    process.off('warning', note)
    expect(warned).toEqual([])
  })
})

describe('H21: everything at once', () => {
  test('five of a caller run, twenty wait for their turn, the others are told to come again; nobody else waits', async () => {
    const other = await house.seed.technician({ administrator: true })
    const open = await shutGroups()
    let sent: ReturnType<typeof send>[] = []
    try {
      sent = Array.from({ length: 30 }, () => send(admin, groups))
      expect(await Promise.race(sent.map(({ answer }) => answer))).toMatchObject({ status: 429, retryAfter: '1' })
      await until(async () => (await waiting()) === 5)
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(await waiting()).toBe(5)
      expect((await send(other, '{ roles { id } }').answer)?.status).toBe(200)
    } finally {
      await open()
    }
    const statuses = (await Promise.all(sent.map(({ answer }) => answer))).map((each) => each!.status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(25)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect((await send(admin, groups).answer)?.status).toBe(200)
  })

  test('twenty fields of one operation leave connections to the others', async () => {
    const other = await house.seed.technician({ administrator: true })
    const open = await shutGroups()
    let sent
    try {
      sent = send(admin, `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: groups { totalCount }`).join(' ')} }`)
      await until(async () => (await waiting()) === 5)
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(await waiting()).toBe(5)
      expect((await send(other, '{ roles { id } customers { totalCount } }').answer)?.status).toBe(200)
    } finally {
      await open()
    }
    expect((await sent.answer)?.status).toBe(200)
  })

  test('H23: who goes away gives the slot back, running or waiting', async () => {
    const open = await shutGroups()
    try {
      const sent = Array.from({ length: 25 }, () => send(admin, groups))
      await until(async () => (await waiting()) === 5)
      for (const each of sent) each.leave()
      await until(async () => (await waiting()) === 0)
      const again = Array.from({ length: 5 }, () => send(admin, groups))
      await until(async () => (await waiting()) === 5)
      for (const each of again) each.leave()
    } finally {
      await open()
    }
    expect((await send(admin, groups).answer)?.status).toBe(200)
  })
})

test('D14: while some go away in the middle, nobody gets the rows of another on a connection that both used', async () => {
  const people: { who: Who; id: string; customers: string[] }[] = []
  for (let i = 0; i < 8; i += 1) {
    const customer = await house.seed.customer()
    const technician = await house.seed.technician({ restricted: true, customers: [customer] })
    people.push({ who: technician, id: technician.id, customers: [customer.id] })
    people.push({ who: await house.seed.contact(customer), id: '', customers: [customer.id] })
  }
  const query = '{ me { person { __typename id } } customers { totalCount nodes { id contacts { nodes { id } } } } }'
  for (let round = 0; round < 3; round += 1) {
    const sent = Array.from({ length: 160 }, (_, i) => ({
      person: people[i % people.length]!,
      ...send(people[i % people.length]!.who, query),
    }))
    for (const [i, each] of sent.entries()) if (i % 3 === 0) setTimeout(() => each.leave(), (i * 7) % 60)
    const answers = await Promise.all(sent.map(async ({ answer, person }) => ({ person, got: await answer })))
    for (const { person, got } of answers) {
      if (got?.status !== 200) continue
      const { data } = JSON.parse(got.text) as {
        data: { me: { person: { id: string } }; customers: { nodes: { id: string }[] } }
      }
      expect(data.customers.nodes.map(({ id }) => id)).toEqual(person.customers)
      if (person.id) expect(data.me.person.id).toBe(person.id)
    }
    expect(answers.filter(({ got }) => got?.status === 200).length).toBeGreaterThan(80)
  }
})

describe('H25: connections', () => {
  const opened: Socket[] = []
  afterAll(() => opened.forEach((socket) => socket.destroy()))
  const dial = async (to: number) => {
    const socket = connect(to, '127.0.0.1').on('error', () => undefined)
    opened.push(socket)
    await once(socket, 'connect')
    return socket
  }
  /** Whether the server still speaks on a connection. */
  const speaks = (socket: Socket) =>
    new Promise<boolean>((resolve) => {
      socket.once('data', () => resolve(true)).once('close', () => resolve(false))
      socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n')
    })

  test('an address has so many; a closed one makes room', async () => {
    const server = await standIn({ http: { connections: { perAddress: 3 } } })
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const to = (server.app.server.address() as AddressInfo).port
    const three = [await dial(to), await dial(to), await dial(to)]
    for (const each of three) expect(await speaks(each)).toBe(true)
    expect(await speaks(await dial(to))).toBe(false)
    three[0]!.destroy()
    await once(three[0]!, 'close')
    await until(async () => speaks(await dial(to)))
    await server.app.close()
  })

  test('all together have so many, and a proxy is not taken for one caller', async () => {
    const server = await standIn({ http: { trustedProxies: ['127.0.0.1'], connections: { all: 4 } } })
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const to = (server.app.server.address() as AddressInfo).port
    const four = [await dial(to), await dial(to), await dial(to), await dial(to)]
    for (const each of four) expect(await speaks(each)).toBe(true)
    expect(await speaks(await dial(to))).toBe(false)
    await server.app.close()
  })
})

describe('L: what it costs', () => {
  const objects = (value: unknown): number =>
    Array.isArray(value)
      ? value.reduce<number>((sum, each) => sum + objects(each), 0)
      : value && typeof value === 'object'
        ? 1 + Object.values(value).reduce<number>((sum, each) => sum + objects(each), 0)
        : 0
  const nodes = (value: unknown): number =>
    Array.isArray(value)
      ? value.reduce<number>((sum, each) => sum + nodes(each), 0)
      : value && typeof value === 'object'
        ? ('id' in value ? 1 : 0) + Object.values(value).reduce<number>((sum, each) => sum + nodes(each), 0)
        : 0

  test('L4: never fewer points than nodes in the answer: aliases, fragments, variables, switches, plain lists', async () => {
    for (let i = 0; i < 12; i += 1) {
      const customer = await house.seed.customer()
      const group = await house.seed.group(customer)
      for (let k = 0; k < 3; k += 1) await house.seed.contact(customer, { group })
      await house.seed.technician({ customers: [customer] })
      await house.seed.key(admin, { customers: [customer] })
    }
    const cases: [string, Record<string, unknown>?][] = [
      ['{ customers { nodes { id contacts { nodes { id } } } } }'],
      ['{ a: customers { nodes { id } } b: customers { nodes { id } } c: customers(first: 1) { nodes { id } } }'],
      [
        'query ($n: Int) { customers(first: $n) { edges { node { id contacts(first: $n) { nodes { id group { id } } } } } } }',
        { n: 10 },
      ],
      ['query ($n: Int = 12) { customers(first: $n) { nodes { id } edges { node { id } } } }'],
      [
        '{ customers { nodes { ...A ...A } } } fragment A on Customer { id groups(first: 2) { nodes { id members(first: 5) { nodes { id customer { id } } } } } }',
      ],
      [
        'query ($yes: Boolean!) { customers @include(if: $yes) { nodes { id contacts @skip(if: $yes) { nodes { id } } technicians { nodes { id } } } } }',
        { yes: true },
      ],
      [
        'query ($yes: Boolean!) { customers { nodes { id contacts @skip(if: $yes) { nodes { id } } technicians { nodes { id } } } } }',
        { yes: false },
      ],
      ['{ apiKeys { id customers { id } createdBy { id } } roles { id members { nodes { id } } } }'],
      ['{ search(text: "example.com", first: 100) { id ... on Contact { customer { id } } } }'],
      ['{ customers(last: 10) { nodes { id timeline { nodes { id } } } } users(first: 50) { nodes { id } } }'],
    ]
    for (const [query, variables] of cases) {
      const { data, errors, extensions } = await house.ask(admin, query, variables)
      expect(errors, query).toBeUndefined()
      expect(nodes(data), query).toBeGreaterThan(9)
      expect((extensions!['cost'] as { requested: number }).requested, query).toBeGreaterThanOrEqual(nodes(data))
      expect(objects(data)).toBeGreaterThan(nodes(data))
    }
  })

  test('L4, H5: one column under thirty names is paid thirty times: no answer is as long as the caller likes', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer, { company: true })
    const long = Array.from({ length: 30 }, (_, i) => `a${i}: address`).join(' ')
    const query = `{ me { customer { contacts(first: 100) { nodes { customer { contacts(first: 48) { nodes { customer { ${long} } } } } } } } } }`
    const { errors } = await house.ask(contact, query)
    expect(errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX')
  })

  test('L4: what is counted or compared costs, though it shows little', async () => {
    const cost = async (query: string) =>
      ((await house.ask(admin, query)).extensions!['cost'] as { requested: number }).requested
    expect(await cost('{ customers { totalCount } }')).toBeGreaterThanOrEqual(10)
    expect(await cost('{ customers(first: 20) { nodes { contacts { totalCount } groups { totalCount } } } }')).toBe(420)
    expect(await cost('{ search(text: "yok böyle", first: 1) { id } }')).toBeGreaterThanOrEqual(25)
  })

  test('H1, H2, H12: what is too deep or too wide never reaches the database', async () => {
    const deep = (levels: number) => `${'customer { groups { nodes { '.repeat(levels)} id ${'} } }'.repeat(levels)}`
    const open = await shutGroups()
    try {
      for (const query of [
        `{ groups { nodes { ${deep(4)} } } }`,
        `query Q { groups { nodes { ...A } } } fragment A on Group { customer { groups { nodes { ...B } } } } fragment B on Group { customer { groups { nodes { customer { groups { nodes { customer { id } } } } } } } }`,
        '{ customers(first: 100) { nodes { groups(first: 100) { nodes { members(first: 100) { nodes { id } } } } } } }',
      ]) {
        const { errors, status } = await house.ask(admin, query)
        expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'QUERY_TOO_COMPLEX'])
      }
    } finally {
      await open()
    }
  })

  test('L3: an empty bucket is 429 with Retry-After, of that caller only, and fills again', async () => {
    const spender = await house.seed.technician()
    const dear = '{ customers(first: 90) { nodes { contacts(first: 100) { nodes { id } } } } }'
    const statuses: number[] = []
    let last
    for (let i = 0; i < 30 && statuses.at(-1) !== 429; i += 1) {
      last = await send(spender, dear).answer
      statuses.push(last?.status ?? 0)
    }
    expect(last).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^[1-9]$/) })
    expect(JSON.parse(last?.text ?? '')).toMatchObject({
      extensions: { cost: { requested: 9_090, restorePerSecond: 2_000 } },
    })
    // 100 000 points, and what came back meanwhile.
    expect(statuses.length).toBeGreaterThanOrEqual(12)
    expect((await send(admin, dear).answer)?.status).toBe(200)
    expect((await send(spender, '{ me { kind } }').answer)?.status).toBe(200)
  })
})
