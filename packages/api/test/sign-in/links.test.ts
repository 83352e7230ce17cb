import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/core/db/ids.ts'
import { cookieOf, eventually, PASSWORD, PUBLIC_URL, startWorld, type World } from './world.ts'
import { createLimits } from '../../src/core/auth/limits.ts'
import { createInvitation, createLink, linkHash, linkUrl, type Run } from '../../src/core/auth/links.ts'
import { listSessions, revokeSession } from '../../src/core/auth/sessions.ts'

let world: World
let node: Awaited<ReturnType<World['startNode']>>
let program: pg.Pool
beforeAll(async () => {
  world = await startWorld()
  node = await world.startNode()
  program = new pg.Pool({ connectionString: world.database.appUrl, max: 2 })
  program.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
})
afterAll(async () => {
  await program?.end()
  await world?.stop()
})

const NEW = 'Yaz-Yagmuru-Kisa-Surer'
const invalid = { code: 'BAD_USER_INPUT', reason: 'LINK_INVALID', path: ['token'] }
const asOwner: Run = (sql, values) => world.sql(sql, values)
const signIn = (email: string, password = PASSWORD) => node.post('sign-in/email', { email, password })
const reset = (token: string, newPassword = NEW) => node.post('reset-password', { token, newPassword })
const tokenIn = (mail: { body_text: string }) => /\/reset\/([\w-]+)/.exec(mail.body_text)![1]!

async function askForReset(email: string, headers: Record<string, string> = {}): Promise<string> {
  const before = (await world.mails(email)).length
  const answer = await node.post('request-password-reset', { email }, { headers })
  expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
  return eventually(async () => {
    const mail = (await world.mails(email))[before]
    return mail && tokenIn(mail)
  })
}

/** Invites as a principal does: in its database role. */
async function inviteAs(role: string, principalId: string, accountId: string): Promise<string | null> {
  const client = await program.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('role', $1, true), set_config('app.principal', $2, true)`, [
      role,
      principalId,
    ])
    const token = await createInvitation(async (sql, values) => (await client.query(sql, values)).rows, accountId)
    await client.query('commit')
    return token
  } finally {
    client.release()
  }
}

test('a reset: the mail, the new password, the notice', async () => {
  const { email, accountId } = await world.contact()
  const cookie = cookieOf(await signIn(email))
  const token = await askForReset(email)
  expect((await reset(token)).json()).toEqual({ ok: true })
  expect((await node.whoami({ cookie })).statusCode).toBe(401)
  expect((await signIn(email)).statusCode).toBe(401)
  expect((await signIn(email, NEW)).statusCode).toBe(200)
  expect((await world.mails(email)).map((mail) => mail.subject)).toEqual([
    'Parolanızı yenileyin',
    'Parolanız değiştirildi',
  ])
  expect(await world.sql('select from sign_in.verification where value = $1', [accountId])).toEqual([])
})

test('A3: an unknown or passive address gets the same answer, and no mail', async () => {
  const passive = await world.contact({ active: false })
  for (const email of ['nobody@ege.demo', passive.email, 'not an address', 'nobody＠ege.demo']) {
    const answer = await node.post('request-password-reset', { email })
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
  }
  await askForReset((await world.contact()).email)
  expect(await world.mails('nobody@ege.demo')).toEqual([])
  expect(await world.mails(passive.email)).toEqual([])
})

test('A4: a link works once', async () => {
  const { email } = await world.contact()
  const token = await askForReset(email)
  expect((await reset(token)).statusCode).toBe(200)
  const again = await reset(token, 'Another-Kestane-Kebap')
  expect([again.statusCode, again.json()]).toEqual([400, expect.objectContaining(invalid)])
  expect((await signIn(email, NEW)).statusCode).toBe(200)
})

test('A4: used twice at the same moment, a link works once', async () => {
  const { email } = await world.contact()
  const token = await askForReset(email)
  const answers = await Promise.all(
    ['Ilk-Kestane-Kebap', 'Son-Kestane-Kebap'].map((password) => reset(token, password)),
  )
  expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 400])
})

test('A4: a newer link ends the older one, a reset ends an invitation', async () => {
  const { email, accountId } = await world.contact()
  const invitation = await createLink(asOwner, accountId, 'invite')
  const first = await askForReset(email)
  const second = await askForReset(email)
  for (const old of [invitation, first]) expect((await reset(old)).json()).toMatchObject(invalid)
  expect((await reset(second)).statusCode).toBe(200)
})

test('A4: an expired link, by the database’s clock; a reset lives an hour, an invitation seven days', async () => {
  const { accountId } = await world.contact()
  const life = async () =>
    (
      await world.sql<{ hours: string }>(
        `select round(extract(epoch from expires_at - now()) / 3600) as hours from sign_in.verification where value = $1`,
        [accountId],
      )
    )[0]!.hours
  await createLink(asOwner, accountId, 'reset')
  expect(await life()).toBe('1')
  const token = await createLink(asOwner, accountId, 'invite')
  expect(await life()).toBe('168')
  await world.sql(`update sign_in.verification set expires_at = now() - interval '1 second' where value = $1`, [
    accountId,
  ])
  expect((await reset(token)).json()).toMatchObject(invalid)
})

test('A4: a made-up link, a stored hash, and the link of who became passive are not valid', async () => {
  const { id, accountId } = await world.contact()
  const token = await createLink(asOwner, accountId, 'reset')
  for (const other of ['x', linkHash(token), `${token} `, token.toUpperCase()])
    expect((await reset(other)).json()).toMatchObject(invalid)
  await world.sql('update contact set active = false where id = $1', [id])
  expect((await reset(token)).json()).toMatchObject(invalid)
})

test('A4: only the SHA-256 of a token is stored', async () => {
  const { email, accountId } = await world.contact()
  const token = await askForReset(email)
  const rows = await world.sql<{ identifier: string }>('select * from sign_in.verification where value = $1', [
    accountId,
  ])
  expect(rows.map((row) => row.identifier)).toEqual([linkHash(token)])
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('A6: the link leads to the configured address, whatever the request says', async () => {
  const { email } = await world.contact()
  await askForReset(email, { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' })
  const [mail] = await world.mails(email)
  expect(mail!.body_text).toContain(`${PUBLIC_URL}/reset/`)
  expect(JSON.stringify(mail)).not.toContain('evil')
  expect(linkUrl('http://127.0.0.1:4000', 'invite', 'abc')).toBe('http://127.0.0.1:4000/invite/abc')
})

test('A10: a bad password is refused and the link stays good', async () => {
  const { email, accountId } = await world.contact({ email: 'nazli.kutlu@ege.demo', password: false })
  const token = await createLink(asOwner, accountId, 'invite')
  for (const [password, reason] of [
    ['kısa', 'PASSWORD_TOO_SHORT'],
    ['Parola-12345', 'PASSWORD_COMMON'],
    [email, 'PASSWORD_LIKE_EMAIL'],
    ['a'.repeat(300), 'PASSWORD_TOO_LONG'],
  ] as const) {
    const answer = await reset(token, password)
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { code: 'BAD_USER_INPUT', reason, path: ['newPassword'], message: expect.any(String) },
    ])
  }
  expect((await reset(token)).statusCode).toBe(200)
  expect((await signIn(email, NEW)).statusCode).toBe(200)
})

test('L7: one address gets at most five reset mails an hour, and the answer stays the same', async () => {
  const { email } = await world.contact()
  for (let i = 0; i < 20; i++) {
    const answer = await node.post('request-password-reset', { email })
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
  }
  await eventually(async () => (await world.mails(email)).length === 5)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await world.mails(email)).toHaveLength(5)
})

test('B9: a new password needs the current one, ends the other sessions and tells the owner', async () => {
  const { email, accountId } = await world.contact()
  const other = cookieOf(await signIn(email))
  const own = cookieOf(await signIn(email))
  const change = (currentPassword: string, newPassword: string, cookie = own) =>
    node.post('change-password', { currentPassword, newPassword }, { headers: { cookie } })
  expect((await change('not the password', NEW)).json()).toMatchObject({
    reason: 'WRONG_PASSWORD',
    path: ['currentPassword'],
  })
  expect((await change(PASSWORD, 'kısa')).json()).toMatchObject({ reason: 'PASSWORD_TOO_SHORT', path: ['newPassword'] })
  expect((await node.post('change-password', { currentPassword: PASSWORD, newPassword: NEW })).statusCode).toBe(401)
  expect((await node.whoami({ cookie: other })).statusCode).toBe(200)
  const changed = await change(PASSWORD, NEW)
  expect(changed.statusCode).toBe(200)
  expect(String(changed.headers['set-cookie'])).not.toContain('Max-Age')
  for (const old of [other, own]) expect((await node.whoami({ cookie: old })).statusCode).toBe(401)
  expect((await node.whoami({ cookie: cookieOf(changed) })).json()).toMatchObject({ accountId })
  expect((await world.mails(email)).map((mail) => mail.subject)).toEqual(['Parolanız değiştirildi'])
  expect((await signIn(email, NEW)).statusCode).toBe(200)
})

test('B9: guessing the current password with a stolen session runs into the limit', async () => {
  const { email } = await world.contact()
  const cookie = cookieOf(await signIn(email))
  const limits = createLimits({ pool: node.pool, rateLimit: true, log: { warn: () => {} } })
  for (let i = 0; i < 9; i++) await limits.tryPassword(email, '192.0.2.99')
  const guess = () =>
    node.post(
      'change-password',
      { currentPassword: 'a guess', newPassword: NEW },
      { headers: { cookie }, remoteAddress: '192.0.2.99' },
    )
  expect((await guess()).statusCode).toBe(400)
  expect((await guess()).statusCode).toBe(429)
})

test('B9: a remembered session stays remembered after the change', async () => {
  const { email, accountId } = await world.contact()
  const cookie = cookieOf(await node.post('sign-in/email', { email, password: PASSWORD, rememberMe: true }))
  const changed = await node.post(
    'change-password',
    { currentPassword: PASSWORD, newPassword: NEW },
    { headers: { cookie } },
  )
  expect(String(changed.headers['set-cookie'])).toContain('Max-Age=2592000')
  const rows = await world.sql('select remember from sign_in.session where account_id = $1', [accountId])
  expect(rows).toEqual([{ remember: true }])
})

test('B8: the list of sessions shows device and address; one is ended, the others live', async () => {
  const { email, accountId } = await world.contact()
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const post = (headers: Record<string, string>, remoteAddress: string) =>
    node.post('sign-in/email', { email, password: PASSWORD }, { headers, remoteAddress })
  const desk = cookieOf(await post({ 'user-agent': agent }, '192.0.2.1'))
  const phone = cookieOf(await post({ 'user-agent': 'curl/8' }, '2001:db8::7'))
  const { sessionId } = (await node.whoami({ cookie: desk })).json()
  const list = await listSessions(node.pool, accountId, sessionId)
  expect(list.map(({ device, ipAddress, current }) => ({ device, ipAddress, current }))).toEqual(
    expect.arrayContaining([
      { device: 'Firefox · Windows', ipAddress: '192.0.2.1', current: true },
      { device: 'curl', ipAddress: '2001:db8::7', current: false },
    ]),
  )
  const other = list.find((session) => !session.current)!
  const stranger = await world.contact()
  expect(await revokeSession(node.pool, stranger.accountId, other.id)).toBe(false)
  expect(await revokeSession(node.pool, accountId, other.id)).toBe(true)
  expect((await node.whoami({ cookie: phone })).statusCode).toBe(401)
  expect((await node.whoami({ cookie: desk })).statusCode).toBe(200)
})

test('F11: an invitation reaches nobody above or beyond who sends it', async () => {
  const writes = await world.role({ permissions: ['CUSTOMERS_WRITE'] })
  const organizes = await world.role({ permissions: ['ORGANIZATION_WRITE'] })
  const scoped = await world.role({ permissions: ['CUSTOMERS_WRITE'], restricted: true })
  const reads = await world.role({ permissions: ['CUSTOMERS_READ'] })
  const admin = await world.technician({ roleId: await world.role({ administrator: true }) })
  const writer = await world.technician({ roleId: writes })
  const organizer = await world.technician({ roleId: organizes })
  const reader = await world.technician({ roleId: reads })
  const contact = await world.contact()
  const passive = await world.contact({ active: false })
  const own = await world.technician({ roleId: scoped, customers: [contact.customerId] })
  const none = await world.technician({ roleId: scoped })
  // Once a contact, now an administrator: the old contact is no way in.
  const converted = await world.contact({ active: false })
  await world.technician({ roleId: await world.role({ administrator: true }), accountId: converted.accountId })
  const staff = 'accord_staff'
  const restricted = 'accord_restricted'
  const yes: [string, string, string][] = [
    [staff, admin.id, contact.accountId],
    [staff, admin.id, organizer.accountId],
    [staff, admin.id, converted.accountId],
    [staff, writer.id, contact.accountId],
    [staff, organizer.id, reader.accountId],
    [restricted, own.id, contact.accountId],
  ]
  for (const [role, me, they] of yes) expect(await inviteAs(role, me, they)).toMatch(/^[\w-]{43}$/)
  const no: [string, string, string][] = [
    [staff, writer.id, reader.accountId],
    [staff, writer.id, converted.accountId],
    [staff, organizer.id, admin.accountId],
    [staff, organizer.id, converted.accountId],
    [staff, reader.id, contact.accountId],
    [staff, writer.id, passive.accountId],
    [restricted, none.id, contact.accountId],
    [staff, newId(), contact.accountId],
  ]
  for (const [role, me, they] of no) expect(await inviteAs(role, me, they)).toBeNull()
  await expect(inviteAs('accord_contact', contact.id, contact.accountId)).rejects.toThrow('permission denied')
})
