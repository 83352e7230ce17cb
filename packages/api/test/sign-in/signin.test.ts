import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieOf, PASSWORD, startWorld, type World } from './world.ts'
import { hashPassword } from '../../src/core/auth/hashing.ts'

let world: World
let node: Awaited<ReturnType<World['startNode']>>
beforeAll(async () => {
  world = await startWorld()
  node = await world.startNode()
})
afterAll(() => world?.stop())

const signIn = (email: string, password = PASSWORD, more = {}) => node.post('sign-in/email', { email, password }, more)
const wrong = { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Wrong e-mail or password.' }

describe('who may sign in', () => {
  test('a contact signs in and is recognised by the cookie', async () => {
    const ayse = await world.contact()
    const answer = await signIn(ayse.email)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ ok: true })
    const who = await node.whoami({ cookie: cookieOf(answer) })
    expect(who.json()).toMatchObject({
      kind: 'CONTACT',
      id: ayse.id,
      customerId: ayse.customerId,
      accountId: ayse.accountId,
    })
  })

  test('A1: an unknown e-mail and a wrong password get the same answer, after the same hashing', async () => {
    const ayse = await world.contact({ password: 'strong' })
    const unknown = await signIn('nobody@ege.demo')
    const known = await signIn(ayse.email, 'not the password')
    expect([unknown.statusCode, unknown.json()]).toEqual([401, wrong])
    expect([known.statusCode, known.json()]).toEqual([401, wrong])
    const took = async (email: string) => {
      const before = performance.now()
      await signIn(email, 'not the password')
      return performance.now() - before
    }
    const times: [number[], number[]] = [[], []]
    for (let i = 0; i < 5; i++) {
      times[0].push(await took(`nobody${i}@ege.demo`))
      times[1].push(await took(ayse.email))
    }
    const [first, second] = times.map((all) => all.toSorted((a, b) => a - b)[2]!) as [number, number]
    expect(Math.max(first, second) / Math.min(first, second)).toBeLessThan(2)
  })

  test('A1: an account that never set a password is unknown too', async () => {
    const { email } = await world.contact({ password: false })
    const answer = await signIn(email)
    expect([answer.statusCode, answer.json()]).toEqual([401, wrong])
  })

  test('A7: only the ASCII fold of the stored address signs in', async () => {
    const { email } = await world.contact({ email: 'Admin.Izmir@X-y.com' })
    for (const same of [email, 'admin.izmir@x-y.com', 'ADMIN.IZMIR@X-Y.COM']) {
      expect((await signIn(same)).statusCode, same).toBe(200)
    }
    const others = [
      'admın.izmir@x-y.com',
      'ADMİN.IZMIR@X-Y.COM',
      'admi\u0307n.izmir@x-y.com',
      'admin.izmir＠x-y.com',
      'ａdmin.izmir@x-y.com',
      'admin.izmir@x-y.com.',
      'admin.izmir@x-y.com ',
      ' admin.izmir@x-y.com',
      'admin.izmir@x-y.com\u200b',
      'admin.i\u017fmir@x-y.com',
      'a\u0301dmin.izmir@x-y.com',
      'admin.izmir@\u212A-y.com',
    ]
    const answers = await Promise.all(others.map((other) => signIn(other)))
    answers.forEach((answer, at) => expect([answer.statusCode, answer.json()], others[at]).toEqual([401, wrong]))
  })

  test('every form of address that may be stored signs in', async () => {
    for (const email of [
      "o'neil+accord@mail.ege.com.tr",
      'a_b-c@x-y.example',
      `${'a'.repeat(64)}@${'b'.repeat(63)}.com`,
    ]) {
      await world.contact({ email })
      expect((await signIn(email)).statusCode, email).toBe(200)
    }
  })

  test('A8: a password that is too long is refused before it is hashed; an emoji is a character', async () => {
    const { email } = await world.contact()
    const before = performance.now()
    const long = await signIn(email, 'a'.repeat(300))
    expect(performance.now() - before).toBeLessThan(60)
    expect([long.statusCode, long.json().code]).toEqual([400, 'BAD_USER_INPUT'])
    const huge = await signIn(email, 'a'.repeat(1_000_000))
    expect([huge.statusCode, huge.json().code]).toEqual([413, 'BAD_USER_INPUT'])
    const nul = await signIn(email, 'kestane\0kebap')
    expect([nul.statusCode, nul.json().code]).toEqual([400, 'BAD_USER_INPUT'])
    expect((await signIn(email, '🌰'.repeat(256))).statusCode).toBe(401)
    expect((await signIn(email, '🌰'.repeat(257))).statusCode).toBe(400)
  })

  test('A11: a passive person with the right password is told what a wrong one is, and leaves a trace', async () => {
    const passive = await world.contact({ active: false })
    const ofClosed = await world.contact({ customerId: await world.customer(false) })
    const former = await world.technician({ active: false })
    for (const person of [passive, ofClosed, former]) {
      const answer = await signIn(person.email, PASSWORD, { remoteAddress: '192.0.2.44' })
      expect([answer.statusCode, answer.json()]).toEqual([401, wrong])
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(await world.audits(person.id)).toEqual([{ action: 'LOGIN_REFUSED_PASSIVE', ip_address: '192.0.2.44' }])
    }
    expect(await world.sql('select from sign_in.session where account_id = $1', [passive.accountId])).toEqual([])
  })

  test('A9: when too many passwords wait, who comes is told to come again', async () => {
    const { email } = await world.contact()
    let full = true
    const fillers = Array.from({ length: 44 }, async () => {
      while (full) {
        await hashPassword('kestane', { log2N: 14, r: 8, p: 1 }).catch(
          () => new Promise((resolve) => setImmediate(resolve)),
        )
      }
    })
    const answer = await signIn(email)
    full = false
    await Promise.all(fillers)
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([429, 'RATE_LIMITED', '3'])
    expect((await signIn(email)).statusCode).toBe(200)
  })
})

describe('the cookie', () => {
  test('A12: an unsigned, forged, re-signed or strange cookie is 401, without any SQL', async () => {
    const { email } = await world.contact()
    const good = cookieOf(await signIn(email))
    const [name, value] = good.split('=') as [string, string]
    const [token, signature] = decodeURIComponent(value).split('.') as [string, string]
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const before = node.queries.count
    for (const forged of [
      token,
      `${token}.`,
      `${token}x.${signature}`,
      `${token}.${signature.slice(0, -4)}AAA=`,
      `.${signature}`,
      `${none}.${Buffer.from('{"sub":"admin"}').toString('base64url')}.`,
      '%E0%A4%A',
      '',
    ]) {
      const answer = await node.whoami({ cookie: `${name}=${forged}` })
      expect([answer.statusCode, answer.json().code], forged).toEqual([401, 'UNAUTHENTICATED'])
      expect(answer.headers['set-cookie']).toContain(`${name}=; Max-Age=0`)
    }
    const twice = await node.whoami({ cookie: `${good}; ${good}` })
    expect(twice.statusCode).toBe(401)
    expect(node.queries.count).toBe(before)
    expect((await node.whoami({ cookie: good })).statusCode).toBe(200)
    expect(node.queries.count).toBe(before + 1)
  })

  test('A12: a cookie of 16 KB is 431', async () => {
    const address = await node.app.listen({ port: 0, host: '127.0.0.1' })
    const answer = await fetch(`${address}/whoami`, { headers: { cookie: `a=${'x'.repeat(16_384)}` } })
    expect(answer.status).toBe(431)
  })

  test('B1: signing in makes a new session and ends the one that was sent along', async () => {
    const { email, accountId } = await world.contact()
    const planted = cookieOf(await signIn(email))
    const own = cookieOf(await signIn(email, PASSWORD, { headers: { cookie: planted } }))
    expect(own).not.toBe(planted)
    expect((await node.whoami({ cookie: planted })).statusCode).toBe(401)
    expect((await node.whoami({ cookie: own })).statusCode).toBe(200)
    expect(await world.sql('select from sign_in.session where account_id = $1', [accountId])).toHaveLength(1)
  })

  test('B2: signing out ends the session on every node within one request; everywhere ends all', async () => {
    const other = await world.startNode()
    const { email } = await world.contact()
    const [phone, laptop, desk] = [
      cookieOf(await signIn(email)),
      cookieOf(await signIn(email)),
      cookieOf(await signIn(email)),
    ]
    expect((await other.whoami({ cookie: phone })).statusCode).toBe(200)
    const out = await node.post('sign-out', {}, { headers: { cookie: phone } })
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([200, expect.stringContaining('Max-Age=0')])
    expect((await other.whoami({ cookie: phone })).statusCode).toBe(401)
    expect((await other.whoami({ cookie: laptop })).statusCode).toBe(200)
    await node.post('sign-out', { everywhere: true }, { headers: { cookie: laptop } })
    for (const cookie of [phone, laptop, desk]) expect((await other.whoami({ cookie })).statusCode).toBe(401)
    await other.close()
  })

  test('B6: HttpOnly, Lax, whole path; __Host- and Secure with an https address; no token in the answer', async () => {
    const { email } = await world.contact()
    const answer = await signIn(email)
    const line = String(answer.headers['set-cookie'])
    expect(line).toMatch(/^__Host-accord_session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const token = decodeURIComponent(line.split(/[=;]/)[1]!).split('.')[0]!
    expect(answer.body).not.toContain(token)
    const plain = await world.startNode({ publicUrl: 'http://127.0.0.1:4000' })
    const local = await plain.post('sign-in/email', { email, password: PASSWORD, rememberMe: true })
    expect(local.headers['set-cookie']).toMatch(
      /^accord_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect((await plain.whoami({ cookie: cookieOf(local) })).statusCode).toBe(200)
    await plain.close()
  })
})

describe("how long a session lives, by the database's clock", () => {
  const session = async (accountId: string) =>
    (
      await world.sql<{ idle: number; absolute: number; id: string }>(
        `select id, extract(epoch from expires_at - now())::int as idle, extract(epoch from ends_at - now())::int as absolute
         from sign_in.session where account_id = $1`,
        [accountId],
      )
    )[0]!
  const hours = (seconds: number) => Math.round(seconds / 360) / 10

  test('B7: eight hours idle, seven days in all; thirty days when remembered', async () => {
    const ayse = await world.contact()
    await signIn(ayse.email)
    const short = await session(ayse.accountId)
    expect([hours(short.idle), hours(short.absolute)]).toEqual([8, 168])
    const can = await world.contact()
    await node.post('sign-in/email', { email: can.email, password: PASSWORD, rememberMe: true })
    const long = await session(can.accountId)
    expect([hours(long.idle), hours(long.absolute)]).toEqual([720, 720])
  })

  test('B7: use moves the idle end on, at most once a minute, and never past the absolute one', async () => {
    const ayse = await world.contact()
    const cookie = cookieOf(await signIn(ayse.email))
    await world.sql(
      `update sign_in.session set expires_at = now() + interval '1 hour', last_seen_at = now() - interval '50 seconds' where account_id = $1`,
      [ayse.accountId],
    )
    await node.whoami({ cookie })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(hours((await session(ayse.accountId)).idle)).toBe(1)
    await world.sql(`update sign_in.session set last_seen_at = now() - interval '61 seconds' where account_id = $1`, [
      ayse.accountId,
    ])
    await node.whoami({ cookie })
    await expect.poll(async () => hours((await session(ayse.accountId)).idle)).toBe(8)
    await world.sql(`alter table sign_in.session disable trigger bound_session`)
    await world.sql(
      `update sign_in.session set ends_at = now() + interval '2 hours', last_seen_at = now() - interval '61 seconds' where account_id = $1`,
      [ayse.accountId],
    )
    await world.sql(`alter table sign_in.session enable trigger bound_session`)
    await node.whoami({ cookie })
    await expect.poll(async () => hours((await session(ayse.accountId)).idle)).toBe(2)
  })

  test('B7: an expired session is refused, and a clock that is set back does not revive it', async () => {
    const ayse = await world.contact()
    const cookie = cookieOf(await signIn(ayse.email))
    await world.sql(`update sign_in.session set expires_at = now() - interval '1 second' where account_id = $1`, [
      ayse.accountId,
    ])
    expect((await node.whoami({ cookie })).statusCode).toBe(401)
    await expect
      .poll(() => world.sql('select from sign_in.session where account_id = $1', [ayse.accountId]))
      .toEqual([])
  })
})

describe('the door of /api/auth', () => {
  test('J5, J6: a page of another site cannot sign anybody in or out', async () => {
    const { email } = await world.contact()
    const foreign = [
      'null',
      'https://accord.example.com.evil',
      'https://www.accord.example.com',
      'http://accord.example.com',
      '',
    ]
    for (const origin of foreign) {
      const answer = await signIn(email, PASSWORD, { headers: { origin } })
      expect([answer.statusCode, answer.json().code], origin).toEqual([403, 'FORBIDDEN'])
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
    const hidden = await node.app.inject({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      payload: '{}',
    })
    expect(hidden.statusCode).toBe(403)
  })

  test.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/json\ta',
    'application/json garbage',
    'application/json; charset=utf-7',
    'application/json, text/plain',
  ])('J6: %j is not taken', async (type) => {
    const answer = await node.post('sign-in/email', '{}', { headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(415)
  })

  test('J6: a missing type is not taken', async () => {
    const answer = await node.app.inject({ method: 'POST', url: '/api/auth/sign-out' })
    expect(answer.statusCode).toBe(415)
  })

  test.each([
    ['POST', 'sign-up/email'],
    ['GET', 'get-session'],
    ['POST', 'update-user'],
    ['POST', 'delete-user'],
    ['POST', 'change-email'],
    ['GET', 'list-sessions'],
    ['GET', 'reset-password/abc'],
    ['GET', 'error'],
    ['GET', 'ok'],
    ['GET', 'sign-in/email'],
    ['POST', 'sign-in/social'],
    ['POST', ''],
  ] as const)('%s %s is not there', async (method, path) => {
    const answer = await node.post(path, {}, { method })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND'])
  })

  test.each([
    '',
    '[]',
    '"text"',
    '{',
    '{"email":1,"password":"x"}',
    '{"email":"a@b.co"}',
    '{"email":"a@b.co","password":["x"]}',
    '{"__proto__":{"email":"a@b.co"},"password":"x"}',
  ])('a body like %j is 400', async (body) => {
    const answer = await node.post('sign-in/email', body)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BAD_USER_INPUT'])
  })

  test('B11: nothing of it is kept by a browser', async () => {
    for (const answer of [
      await signIn('nobody@ege.demo'),
      await node.post('nothing', {}),
      await node.post('sign-out', {}),
    ]) {
      expect(answer.headers['cache-control']).toBe('no-store')
    }
  })

  test('messages come in Turkish for who reads Turkish first', async () => {
    const answer = await signIn('nobody@ege.demo', 'x', { headers: { 'accept-language': 'tr-TR,tr;q=0.9,en;q=0.8' } })
    expect(answer.json().message).toBe('E-posta veya parola yanlış.')
  })

  test('A13: forwarded addresses count only from a trusted proxy', async () => {
    const proxied = await world.startNode({ trustProxy: ['198.51.100.9'] })
    const headers = {
      'x-forwarded-for': '203.0.113.5',
      'x-real-ip': '203.0.113.6',
      'x-forwarded-user': 'admin',
      'x-user-id': 'admin',
      'x-accord-client-address': '203.0.113.7',
    }
    const stranger = await world.contact()
    const answer = await proxied.post(
      'sign-in/email',
      { email: stranger.email, password: PASSWORD },
      { headers, remoteAddress: '192.0.2.1' },
    )
    expect(await world.audits(stranger.id)).toEqual([{ action: 'LOGIN', ip_address: '192.0.2.1' }])
    expect((await proxied.whoami({ ...headers, cookie: cookieOf(answer) })).json()).toMatchObject({ kind: 'CONTACT' })
    expect((await proxied.whoami(headers)).body).toBe('null')
    const guest = await world.contact()
    await proxied.post(
      'sign-in/email',
      { email: guest.email, password: PASSWORD },
      { headers, remoteAddress: '198.51.100.9' },
    )
    expect(await world.audits(guest.id)).toEqual([{ action: 'LOGIN', ip_address: '203.0.113.5' }])
    const [row] = await world.sql<{ ip_address: string }>(
      'select ip_address from sign_in.session where account_id = $1',
      [guest.accountId],
    )
    expect(row!.ip_address).toBe('203.0.113.5')
    await proxied.close()
  })

  test('K8: no password, cookie or address of a person stands in the logs', async () => {
    const { email } = await world.contact()
    await signIn(email)
    await signIn(email, 'Another-Password-Of-Mine')
    const all = world.logs.join('\n')
    for (const secret of [PASSWORD, 'Another-Password-Of-Mine', email]) expect(all).not.toContain(secret)
  })
})
