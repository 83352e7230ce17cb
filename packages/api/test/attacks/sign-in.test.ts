import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '../../src/core/auth/keys.ts'
import { openHouse, publicUrl, type House } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rateLimit: true })
})
afterAll(() => house?.close())

const PASSWORD = 'Kestane-Kebap-Yemesi-Sevap'
const me = '{ me { kind permissions } }'

let address = 0
/** A request to sign-in, each from an address of its own so that limits do not meet. */
const auth = (path: string, body: object, headers: Record<string, string> = {}) =>
  house.app.http.inject({
    method: 'POST',
    url: `/api/auth/${path}`,
    remoteAddress: `10.9.${(++address >> 8) & 255}.${address & 255}`,
    headers: { 'content-type': 'application/json', origin: publicUrl, ...headers },
    payload: JSON.stringify(body),
  })
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!

/** Sets a first password by the link of an invitation, as a person does who was mailed one. */
async function join(invitedBy: { cookie: string }, contact: { id: string; email: string | null }): Promise<string> {
  const invited = await house.ask(
    { cookie: invitedBy.cookie },
    'mutation ($id: ID!) { inviteContact(input: { contactId: $id }) { contact { id } errors { code path } } }',
    { id: contact.id },
  )
  expect(invited.data).toEqual({ inviteContact: { contact: { id: contact.id }, errors: [] } })
  const [mail] = await house.sql<{ body_text: string }>(
    'select body_text from outgoing_mail where to_address = $1 order by created_at desc limit 1',
    [contact.email],
  )
  const token = /\/invite\/([\w-]+)/.exec(mail!.body_text)![1]!
  expect(mail!.body_text).toContain(`${publicUrl}/invite/`)
  expect((await auth('reset-password', { token, newPassword: PASSWORD })).statusCode).toBe(200)
  const again = await auth('reset-password', { token, newPassword: `${PASSWORD}!` })
  expect([again.statusCode, again.json().reason]).toEqual([400, 'LINK_INVALID'])
  return signIn(contact.email!)
}
async function signIn(email: string): Promise<string> {
  const answer = await auth('sign-in/email', { email, password: PASSWORD })
  expect(answer.statusCode).toBe(200)
  return cookieOf(answer)
}

async function people() {
  const customer = await house.seed.customer()
  const admin = await house.seed.technician({ administrator: true })
  const contact = await house.seed.contact(customer)
  return { customer, admin, contact, cookie: await join(admin, contact) }
}

test('invited, signed in, known: the whole way of a contact', async () => {
  const { cookie } = await people()
  expect((await house.ask({ cookie }, me)).data.me).toMatchObject({ kind: 'CONTACT', permissions: [] })
})

test('A2: the schema knows no way to sign in, and no field that carries a password', async () => {
  const admin = await house.seed.technician({ administrator: true })
  const { data } = await house.ask(admin, '{ __schema { types { name fields { name } inputFields { name } } } }')
  const names = (data.__schema.types as { fields?: { name: string }[]; inputFields?: { name: string }[] }[]).flatMap(
    (type) => [...(type.fields ?? []), ...(type.inputFields ?? [])].map((field) => field.name),
  )
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => /password|parola|login|^signIn|^signOut|token|otp/i.test(name))).toEqual([])
})

describe('sessions over GraphQL', () => {
  test('A12, B2: a forged cookie, and one of a session that has ended, are 401 and are cleared', async () => {
    const { cookie } = await people()
    await auth('sign-out', {}, { cookie })
    for (const bad of [cookie, 'accord_session=forged.c2ln', 'accord_session=eyJhbGciOiJub25lIn0.e30.']) {
      const answer = await house.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', origin: publicUrl, cookie: bad },
        payload: JSON.stringify({ query: me }),
      })
      expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
      expect(String(answer.headers['set-cookie'])).toContain('accord_session=; Max-Age=0')
    }
  })

  test('B3: passivation ends the sessions in its own transaction; activation does not revive them', async () => {
    const { admin, contact, cookie } = await people()
    const other = await signIn(contact.email!)
    const setActive = async (active: boolean) => {
      const [row] = await house.sql<{ version: number }>('select version from contact where id = $1', [contact.id])
      const answer = await house.ask(
        admin,
        'mutation ($input: SetActiveInput!) { setContactActive(input: $input) { errors { code message } } }',
        { input: { id: contact.id, active, version: row!.version } },
      )
      expect(answer.data).toEqual({ setContactActive: { errors: [] } })
    }
    await setActive(false)
    expect(await house.sql('select from sign_in.session where account_id = $1', [contact.accountId])).toEqual([])
    const refused = await auth('sign-in/email', { email: contact.email, password: PASSWORD })
    expect(refused.json().code).toBe('INVALID_EMAIL_OR_PASSWORD')
    await setActive(true)
    for (const old of [cookie, other]) expect((await house.ask({ cookie: old }, me)).status).toBe(401)
    await signIn(contact.email!)
  })

  test('B5: an administrator who became a technician is refused at the next request of an old tab', async () => {
    const role = await house.seed.role({ permissions: ['TICKETS_READ'] })
    const person = await house.seed.technician({ administrator: true })
    const create = 'mutation { createCustomer(input: { name: "Yeni A.Ş." }) { errors { code } } }'
    await house.sql('update technician set role_id = $1 where id = $2', [role.id, person.id])
    const answer = await house.ask(person, create)
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('B8: the list shows where one is signed in; one is ended, and never somebody else’s', async () => {
    const { contact, cookie } = await people()
    const other = await signIn(contact.email!)
    const list = async () =>
      (await house.ask({ cookie }, '{ sessions { id ipAddress current device lastSeenAt expiresAt } }')).data.sessions
    const revoke = (who: string, id: string) =>
      house.ask(
        { cookie: who },
        'mutation ($id: ID!) { revokeSession(input: { id: $id }) { deletedId errors { code } } }',
        { id },
      )
    const away = (await list()).find((session: { current: boolean }) => !session.current)
    const stranger = await people()
    expect((await revoke(stranger.cookie, away.id)).data.revokeSession).toEqual({
      deletedId: null,
      errors: [{ code: 'NOT_FOUND' }],
    })
    expect((await revoke(cookie, away.id)).data.revokeSession).toEqual({ deletedId: away.id, errors: [] })
    expect((await house.ask({ cookie: other }, me)).status).toBe(401)
    expect((await house.ask({ cookie }, me)).status).toBe(200)
    expect(await list()).toHaveLength(1)
  })

  test('B10: a cookie of the portal opens no door of staff, whatever the client says of itself', async () => {
    const { cookie } = await people()
    for (const query of [
      '{ roles { id } }',
      '{ apiKeys { id } }',
      '{ mails { totalCount } }',
      '{ auditEvents { totalCount } }',
    ]) {
      const answer = await house.ask(
        { cookie },
        query,
        {},
        { 'x-kind': 'ADMIN', 'x-user-id': 'admin', 'x-forwarded-user': 'admin' },
      )
      expect(answer.errors?.[0]?.extensions, query).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  test('J5: a page of another site cannot act with a cookie', async () => {
    const { cookie } = await people()
    for (const origin of ['null', 'https://evil.example', `${publicUrl}.evil.example`]) {
      expect((await house.ask({ cookie }, me, {}, { origin })).status).toBe(403)
    }
  })
})

describe('keys over GraphQL', () => {
  const count = '{ customers { totalCount } }'

  test('C2: without the permission a key is refused, and told which one lacks', async () => {
    const admin = await house.seed.technician({ administrator: true })
    const { key } = await house.seed.key(admin, { permissions: ['CUSTOMERS_READ'] })
    const answer = await house.ask(
      { key },
      'mutation { createCustomer(input: { name: "X A.Ş." }) { errors { code } } }',
    )
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
    expect(JSON.stringify(answer.errors)).toContain('CUSTOMERS_WRITE')
  })

  test('C3: a key for one customer neither finds, lists nor counts another', async () => {
    const admin = await house.seed.technician({ administrator: true })
    const [own, other] = [await house.seed.customer(), await house.seed.customer()]
    const { key } = await house.seed.key(admin, { customers: [own] })
    const { data } = await house.ask(
      { key },
      '($id: ID!) { customer(id: $id) { id } customers { totalCount nodes { id } } }'.replace(/^/, 'query '),
      { id: other.id },
    )
    expect(data).toEqual({ customer: null, customers: { totalCount: 1, nodes: [{ id: own.id }] } })
  })

  test('C4: expired, revoked, of a passive maker, unknown: the same 401', async () => {
    const maker = await house.seed.technician({ administrator: true })
    const past = new Date(Date.now() - 1000)
    const passive = await house.seed.technician({ administrator: true, active: false })
    const answers = await Promise.all(
      [
        (await house.seed.key(maker, { expiresAt: past })).key,
        (await house.seed.key(maker, { revokedAt: past })).key,
        (await house.seed.key(passive)).key,
        newKey().secret,
      ].map((key) => house.ask({ key }, count)),
    )
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(answer.errors?.map(({ message }) => message)).toEqual(['This API key is not valid.'])
    }
  })

  test('C5: a key makes no key; nobody makes a key that may more than its maker, or for somebody else', async () => {
    const maker = await house.seed.technician({ permissions: ['API_KEYS_WRITE', 'CUSTOMERS_READ'] })
    const create =
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { createdBy { id } } secret errors { code } } }'
    const input = { name: 'ERP', permissions: ['CUSTOMERS_READ'], allCustomers: true }
    const { key } = await house.seed.key(maker, { permissions: ['API_KEYS_WRITE', 'CUSTOMERS_READ'] })
    expect((await house.ask({ key }, create, { input })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
    const wider = await house.ask(maker, create, { input: { ...input, permissions: ['BILLING_WRITE'] } })
    expect(JSON.stringify(wider)).toMatch(/FORBIDDEN|NOT_ALLOWED/)
    const forged = await house.ask(maker, create, { input: { ...input, userId: maker.id, createdBy: maker.id } })
    expect(forged.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
    const made = await house.ask(maker, create, { input })
    expect(made.data.createApiKey).toMatchObject({ apiKey: { createdBy: { id: maker.id } }, errors: [] })
    const secret: string = made.data.createApiKey.secret
    expect((await house.ask({ key: secret }, count)).status).toBe(200)
    const dump = await house.sql<{ all: string }>(`select string_agg(k::text, ' ') as all from api_key k`)
    expect(dump[0]!.all).not.toContain(secret.slice(16))
  })

  test('C6, C7: a key in the address or in a cookie, or with a cookie, is 400', async () => {
    const maker = await house.seed.technician({ administrator: true })
    const { key } = await house.seed.key(maker)
    const inAddress = await house.app.http.inject({
      method: 'POST',
      url: `/graphql?key=${key}`,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: count }),
    })
    expect([inAddress.statusCode, inAddress.body]).toEqual([400, expect.stringContaining('Authorization')])
    expect((await house.ask({ cookie: `key=${key}` }, count)).status).toBe(400)
    const both = await house.ask({ key }, count, {}, { cookie: maker.cookie })
    expect([both.status, both.errors?.[0]?.extensions]).toEqual([
      400,
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    ])
  })

  test('C8: a flood of made-up keys is 429 with Retry-After', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 40; i++) statuses.push((await house.ask({ key: newKey().secret }, count)).status)
    expect(statuses.at(-1)).toBe(429)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
  })
})
