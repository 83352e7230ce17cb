import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, PASSWORD, startWorld, type World } from './world.ts'
import { newKey } from '../../src/core/auth/keys.ts'

let world: World
let node: Awaited<ReturnType<World['startNode']>>
beforeAll(async () => {
  world = await startWorld()
  node = await world.startNode()
})
afterAll(() => world?.stop())

const signIn = async (email: string) => cookieOf(await node.post('sign-in/email', { email, password: PASSWORD }))
const withKey = (secret: string, more = {}) => node.whoami({ authorization: `Bearer ${secret}` }, more)
const badKey = { code: 'UNAUTHENTICATED', message: 'This API key is not valid.' }

describe('sessions', () => {
  test('nobody asks: anonymous, without any SQL', async () => {
    const before = node.queries.count
    const answer = await node.whoami()
    expect([answer.statusCode, answer.body, node.queries.count]).toEqual([200, 'null', before])
  })

  test('an administrator has every permission and every customer', async () => {
    const admin = await world.technician({ roleId: await world.role({ administrator: true, restricted: true }) })
    expect((await node.whoami({ cookie: await signIn(admin.email) })).json()).toMatchObject({
      kind: 'ADMIN',
      id: admin.id,
      permissions: ['CUSTOMERS_READ', 'API_KEYS_WRITE'],
      restricted: false,
      databaseRole: 'accord_staff',
      customerCount: null,
    })
  })

  test('a technician has what the role gives; with the switch only the authorized customers', async () => {
    const free = await world.technician({ roleId: await world.role({ permissions: ['TICKETS_READ'] }) })
    expect((await node.whoami({ cookie: await signIn(free.email) })).json()).toMatchObject({
      kind: 'TECHNICIAN',
      permissions: ['TICKETS_READ'],
      databaseRole: 'accord_staff',
      customerCount: null,
    })
    const roleId = await world.role({ restricted: true })
    const two = await world.technician({ roleId, customers: [await world.customer(), await world.customer()] })
    const none = await world.technician({ roleId })
    for (const [person, customerCount] of [
      [two, 2],
      [none, 0],
    ] as const) {
      expect((await node.whoami({ cookie: await signIn(person.email) })).json()).toMatchObject({
        kind: 'TECHNICIAN',
        restricted: true,
        databaseRole: 'accord_restricted',
        customerCount,
      })
    }
  })

  test('B10: a contact is a contact by the row, and what the client says of itself changes nothing', async () => {
    const ayse = await world.contact()
    await world.sql('update contact set sees_company_records = true where id = $1', [ayse.id])
    const cookie = await signIn(ayse.email)
    const answer = await node.whoami({ cookie, 'x-kind': 'ADMIN', 'x-user-id': 'x' }, { query: { kind: 'ADMIN' } })
    expect(answer.json()).toMatchObject({
      kind: 'CONTACT',
      permissions: [],
      databaseRole: 'accord_contact',
      seesCompanyRecords: true,
      seesGroupRecords: false,
      customerCount: 1,
    })
  })

  test('one SQL a request', async () => {
    const cookie = await signIn((await world.contact()).email)
    const before = node.queries.count
    for (let i = 0; i < 5; i++) await node.whoami({ cookie })
    expect(node.queries.count).toBe(before + 5)
  })

  test('B3: passivation, of the contact or of the customer, holds at the next request', async () => {
    const ayse = await world.contact()
    const cookie = await signIn(ayse.email)
    await world.sql('update customer set active = false where id = $1', [ayse.customerId])
    expect((await node.whoami({ cookie })).statusCode).toBe(401)
    await world.sql('update customer set active = true where id = $1', [ayse.customerId])
    expect((await node.whoami({ cookie })).statusCode).toBe(200)
    await world.sql('update contact set active = false where id = $1', [ayse.id])
    expect((await node.whoami({ cookie })).statusCode).toBe(401)
  })

  test('B3: app_end_sessions ends them for good, links too', async () => {
    const ayse = await world.contact()
    const cookie = await signIn(ayse.email)
    await world.sql('select app_end_sessions($1)', [ayse.accountId])
    expect((await node.whoami({ cookie })).statusCode).toBe(401)
    expect(await world.sql('select from sign_in.session where account_id = $1', [ayse.accountId])).toEqual([])
  })

  test('B5: a changed role, an authorization and a conversion hold at the next request', async () => {
    const customerId = await world.customer()
    const person = await world.technician({ roleId: await world.role({ administrator: true }) })
    const cookie = await signIn(person.email)
    expect((await node.whoami({ cookie })).json().kind).toBe('ADMIN')
    const roleId = await world.role({ permissions: ['TICKETS_READ'], restricted: true })
    await world.sql('update technician set role_id = $1 where id = $2', [roleId, person.id])
    expect((await node.whoami({ cookie })).json()).toMatchObject({
      kind: 'TECHNICIAN',
      permissions: ['TICKETS_READ'],
      customerCount: 0,
    })
    await world.sql('insert into technician_customer values ($1, $2, now())', [person.id, customerId])
    expect((await node.whoami({ cookie })).json()).toMatchObject({ customerCount: 1 })
    const converted = await world.contact()
    const portal = await signIn(converted.email)
    await world.technician({ accountId: converted.accountId })
    expect((await node.whoami({ cookie: portal })).json().kind).toBe('TECHNICIAN')
  })
})

describe('API keys', () => {
  test('a key has what it was given and what its maker has, of permissions and of customers', async () => {
    const [one, two, three] = [await world.customer(), await world.customer(), await world.customer()]
    const free = await world.technician({
      roleId: await world.role({ permissions: ['API_KEYS_WRITE', 'CUSTOMERS_READ'] }),
    })
    const bound = await world.technician({
      roleId: await world.role({ permissions: ['API_KEYS_WRITE', 'CUSTOMERS_READ'], restricted: true }),
      customers: [one, two],
    })
    const cases = [
      [free, 'all', null],
      [free, [one, three], 2],
      [bound, 'all', 2],
      [bound, [two, three], 1],
      [bound, [three], 0],
    ] as const
    for (const [maker, customers, customerCount] of cases) {
      const key = await world.key({
        maker: maker.id,
        permissions: ['CUSTOMERS_READ', 'BILLING_WRITE'],
        customers: customers === 'all' ? 'all' : [...customers],
      })
      expect((await withKey(key.secret)).json()).toMatchObject({
        kind: 'PARTNER',
        id: key.id,
        accountId: null,
        permissions: ['CUSTOMERS_READ'],
        databaseRole: 'accord_partner',
        customerCount,
      })
    }
  })

  test('C4: expired, revoked, of a passive maker, of one who may not keep keys any more, unknown: one constant 401', async () => {
    const roleId = await world.role({ permissions: ['API_KEYS_WRITE', 'CUSTOMERS_READ'] })
    const lesser = await world.role({ permissions: ['CUSTOMERS_READ'] })
    const makers = await Promise.all(Array.from({ length: 6 }, () => world.technician({ roleId })))
    const keys = await Promise.all(makers.map((maker) => world.key({ maker: maker.id })))
    for (const key of keys) expect((await withKey(key.secret)).statusCode).toBe(200)
    await world.sql(`update api_key set expires_at = now() where id = $1`, [keys[0]!.id])
    await world.sql(`update api_key set revoked_at = now() where id = $1`, [keys[1]!.id])
    await world.sql('update technician set active = false where id = $1', [makers[2]!.id])
    await world.sql('update technician set role_id = $1 where id = $2', [lesser, makers[3]!.id])
    await world.sql(`update api_key set revoked_at = now() + interval '24 hours' where id = $1`, [keys[4]!.id])
    const forged = `${keys[5]!.secret.slice(0, -3)}abc`
    for (const secret of [...keys.slice(0, 4).map((key) => key.secret), forged, newKey().secret, 'no key', 'a.b.c']) {
      const answer = await withKey(secret)
      expect([answer.statusCode, answer.json()]).toEqual([401, badKey])
    }
    expect((await withKey(keys[4]!.secret)).statusCode).toBe(200)
  })

  test('C4: the last use is written at most once a minute', async () => {
    const maker = await world.technician({ roleId: await world.role({ permissions: ['API_KEYS_WRITE'] }) })
    const key = await world.key({ maker: maker.id })
    const used = async () =>
      (await world.sql<{ last_used_at: Date | null }>('select last_used_at from api_key where id = $1', [key.id]))[0]!
        .last_used_at
    await withKey(key.secret)
    await expect.poll(used).toBeInstanceOf(Date)
    const first = await used()
    await withKey(key.secret)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await used()).toEqual(first)
    await world.sql(`update api_key set last_used_at = now() - interval '61 seconds' where id = $1`, [key.id])
    await withKey(key.secret)
    await expect.poll(async () => (await used())! > first!).toBe(true)
  })

  test('C6: a key in the address or in a cookie is 400, even when it is good', async () => {
    const maker = await world.technician({ roleId: await world.role({ permissions: ['API_KEYS_WRITE'] }) })
    const { secret } = await world.key({ maker: maker.id })
    const before = node.queries.count
    const answers = [
      await node.whoami({}, { query: { key: secret } }),
      await node.whoami({ authorization: `Bearer ${secret}` }, { query: { access_token: secret } }),
      await node.whoami({ cookie: `token=${secret}` }),
      await node.whoami({ cookie: `__Host-accord_session=${secret}` }),
    ]
    for (const answer of answers) {
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'BAD_USER_INPUT'])
      expect(answer.json().message).toContain('Authorization')
    }
    expect(node.queries.count).toBe(before)
  })

  test('C7: a cookie and a key at once is 400', async () => {
    const maker = await world.technician({ roleId: await world.role({ permissions: ['API_KEYS_WRITE'] }) })
    const { secret } = await world.key({ maker: maker.id })
    for (const cookie of [await signIn(maker.email), '__Host-accord_session=forged']) {
      const answer = await node.whoami({ cookie, authorization: `Bearer ${secret}` })
      expect([answer.statusCode, answer.json()]).toEqual([
        400,
        { code: 'BAD_USER_INPUT', message: 'Send either a session cookie or an API key, not both.' },
      ])
    }
  })

  test('A12: other schemes of Authorization are 401', async () => {
    for (const authorization of [
      'Basic YWRtaW46YWRtaW4=',
      'Bearer',
      'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
      newKey().secret,
    ]) {
      expect((await node.whoami({ authorization })).statusCode).toBe(401)
    }
  })

  test('C8: a flood of random keys is turned away before any look-up; a good key behind the same address passes', async () => {
    const maker = await world.technician({ roleId: await world.role({ permissions: ['API_KEYS_WRITE'] }) })
    const [known, fresh] = [await world.key({ maker: maker.id }), await world.key({ maker: maker.id })]
    const remoteAddress = '192.0.2.200'
    expect((await withKey(known.secret, { remoteAddress })).statusCode).toBe(200)
    const before = node.queries.count
    const flood = await Promise.all(Array.from({ length: 1000 }, () => withKey(newKey().secret, { remoteAddress })))
    expect(flood.filter((answer) => answer.statusCode === 401)).toHaveLength(30)
    const refused = flood.filter((answer) => answer.statusCode === 429)
    expect(refused).toHaveLength(970)
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0)
    expect(node.queries.count - before).toBe(30)
    expect((await withKey(known.secret, { remoteAddress })).statusCode).toBe(200)
    expect((await withKey(fresh.secret, { remoteAddress })).statusCode).toBe(429)
    expect((await withKey(fresh.secret, { remoteAddress: '192.0.2.201' })).statusCode).toBe(200)
  })

  test('C8: the look-up of a prefix is indexed', async () => {
    const rows = await world.sql<{ indexdef: string }>(`select indexdef from pg_indexes where tablename = 'api_key'`)
    expect(rows.some((row) => row.indexdef.includes('UNIQUE') && row.indexdef.includes('(prefix)'))).toBe(true)
  })
})

test('M1: the program’s login reads nothing of sign-in without its role, and the role nothing else', async () => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: world.database.appUrl })
  await client.connect()
  try {
    await expect(client.query('select from sign_in.session')).rejects.toThrow('permission denied')
    await client.query('set role accord_sign_in')
    await expect(client.query('select from public.customer')).rejects.toThrow('permission denied')
    await expect(client.query('select from public.outgoing_mail')).rejects.toThrow('permission denied')
    await expect(client.query(`update sign_in.account set email = 'x@y.zz'`)).rejects.toThrow('permission denied')
    await expect(client.query('select public.app_principal_of_key($1)', ['x'])).rejects.toThrow('permission denied')
  } finally {
    await client.end()
  }
})
