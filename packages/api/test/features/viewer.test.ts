import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house.close())

const me = async (who: Who, fields: string) => (await house.ask(who, `{ me { ${fields} } }`)).data.me

describe('me', () => {
  test('is null for nobody, and nobody for a key', async () => {
    expect(await me(null, 'kind')).toBeNull()
    const { key } = await house.seed.key(admin)
    expect(await me({ key }, 'kind person { id } customer { id }')).toEqual({
      kind: 'PARTNER',
      person: null,
      customer: null,
    })
  })

  test('names the settings of the toggle that a contact has the right to', async () => {
    const customer = await house.seed.customer()
    const group = await house.seed.group(customer)
    const scopes = async (given: object) =>
      (await me(await house.seed.contact(customer, given), 'ticketScopes')).ticketScopes
    expect(await scopes({})).toEqual(['OWN'])
    expect(await scopes({ groupRight: true })).toEqual(['OWN'])
    expect(await scopes({ group, groupRight: true })).toEqual(['OWN', 'GROUP'])
    expect(await scopes({ company: true })).toEqual(['OWN', 'COMPANY'])
    expect(await scopes({ group, company: true })).toEqual(['OWN', 'GROUP', 'COMPANY'])
    expect((await me(admin, 'ticketScopes')).ticketScopes).toEqual([])
  })
})

describe('search', () => {
  const names = async (who: Who, text: string) => {
    const query = 'query ($text: String!) { search(text: $text) { ... on Customer { name } ... on Contact { name } } }'
    return (await house.ask(who, query, { text })).data.search.map(({ name }: { name: string }) => name)
  }

  test('is folded, takes words in any order, and puts beginnings first', async () => {
    await house.seed.customer({ name: 'Yeni Zümrüt Çiçek' })
    await house.seed.customer({ name: 'Zümrüt Çiçekçilik' })
    await house.seed.contact(await house.seed.customer({ name: 'Orkide' }), { name: 'Azümrüt Çiçekli' })
    expect(await names(admin, 'ZUMRUT cic')).toEqual(['Zümrüt Çiçekçilik', 'Yeni Zümrüt Çiçek', 'Azümrüt Çiçekli'])
    expect(await names(admin, 'cicekcilik zum')).toEqual(['Zümrüt Çiçekçilik'])
    expect(await names(admin, 'zü')).toEqual(['Zümrüt Çiçekçilik', 'Yeni Zümrüt Çiçek'])
    expect(await names(admin, '100% _')).toEqual([])
  })

  test('finds only what the one who asks may see', async () => {
    const [mine, other] = [
      await house.seed.customer({ name: 'Kırlangıç Bir' }),
      await house.seed.customer({ name: 'Kırlangıç İki' }),
    ]
    const restricted = await house.seed.technician({ restricted: true, customers: [mine] })
    const none = await house.seed.technician({ restricted: true })
    const contact = await house.seed.contact(other, { name: 'Kırlangıç Kişi' })
    const { key } = await house.seed.key(admin, { customers: [other] })
    expect(await names(await house.seed.technician(), 'kirlangic')).toHaveLength(3)
    expect(await names(restricted, 'kirlangic')).toEqual(['Kırlangıç Bir'])
    expect(await names(none, 'kirlangic')).toEqual([])
    expect(await names(contact, 'kirlangic')).toEqual(['Kırlangıç İki', 'Kırlangıç Kişi'])
    expect(await names({ key }, 'kirlangic')).toEqual(['Kırlangıç İki', 'Kırlangıç Kişi'])
    const { errors } = await house.ask(
      await house.seed.technician({ permissions: [] }),
      '{ search(text: "kir") { id } }',
    )
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })

  test.each(['a', ' a ', ''])('asks for more than "%s"', async (text) => {
    const { errors } = await house.ask(admin, 'query ($text: String!) { search(text: $text) { id } }', { text })
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})

describe('node', () => {
  const type = async (who: Who, id: string) =>
    (await house.ask(who, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id })).data.node?.__typename ?? null

  test('finds any object, and nothing that the one who asks may not see', async () => {
    const customer = await house.seed.customer()
    const group = await house.seed.group(customer)
    const contact = await house.seed.contact(customer)
    const technician = await house.seed.technician({ permissions: ['CUSTOMERS_READ'] })
    const restricted = await house.seed.technician({ restricted: true })
    const { key } = await house.seed.key(admin)
    const ids = [customer.id, group.id, contact.id, technician.id, technician.roleId, 'nothing']
    const seen = async (who: Who) => Promise.all(ids.map((id) => type(who, id)))
    expect(await seen(admin)).toEqual(['Customer', 'Group', 'Contact', 'Technician', 'Role', null])
    expect(await seen(technician)).toEqual(['Customer', 'Group', 'Contact', 'Technician', null, null])
    expect(await seen(restricted)).toEqual([null, null, null, 'Technician', null, null])
    expect(await seen(contact)).toEqual(['Customer', null, 'Contact', null, null, null])
    expect(await seen({ key })).toEqual(['Customer', 'Group', 'Contact', null, null, null])
  })

  test('an event is for who may read the log, or its customer', async () => {
    const input = { name: 'Olay' }
    const { data } = await house.ask(
      admin,
      'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { timeline { nodes { id } } } } }',
      { input },
    )
    const event = data.createCustomer.customer.timeline.nodes[0].id
    expect(await type(admin, event)).toBe('AuditEvent')
    expect(await type(await house.seed.technician(), event)).toBe('AuditEvent')
    expect(await type(await house.seed.technician({ permissions: [] }), event)).toBeNull()
    expect(await type(await house.seed.technician({ restricted: true }), event)).toBeNull()
    expect(await type(await house.seed.contact(await house.seed.customer()), event)).toBeNull()
  })
})

describe('profile', () => {
  const update = async (who: Who, input: object) =>
    (
      await house.ask(
        who,
        'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { viewer { locale person { name ... on Contact { phone } } } errors { code path } } }',
        { input },
      )
    ).data.updateProfile

  test('a contact changes name, phone and language', async () => {
    const contact = await house.seed.contact(await house.seed.customer(), { name: 'Kaan', phone: '1' })
    expect(await update(contact, { locale: 'en', name: ' Kaan  E. ', phone: null })).toEqual({
      viewer: { locale: 'en', person: { name: 'Kaan E.', phone: null } },
      errors: [],
    })
    expect(await me(contact, 'locale person { name }')).toEqual({ locale: 'en', person: { name: 'Kaan E.' } })
  })

  test('refuses what cannot be', async () => {
    const contact = await house.seed.contact(await house.seed.customer())
    expect((await update(contact, { locale: 'de' })).errors).toEqual([{ code: 'INVALID', path: ['locale'] }])
    expect((await update(contact, { name: null })).errors).toEqual([{ code: 'REQUIRED', path: ['name'] }])
  })
})

describe('sessions', () => {
  test('one sees and ends one’s own, and nobody else’s', async () => {
    const [mine, foreign] = [await house.seed.technician(), await house.seed.technician()]
    const other = await house.seed.session(mine.accountId)
    const list = async (who: Who) => (await house.ask(who, '{ sessions { id current } }')).data.sessions
    const ended = (await list(mine)).find(({ current }: { current: boolean }) => !current).id
    const revoke = async (who: Who) =>
      (
        await house.ask(
          who,
          'mutation ($input: RevokeInput!) { revokeSession(input: $input) { deletedId errors { code } } }',
          {
            input: { id: ended },
          },
        )
      ).data.revokeSession
    expect(await revoke(foreign)).toEqual({ deletedId: null, errors: [{ code: 'NOT_FOUND' }] })
    expect(await revoke(mine)).toEqual({ deletedId: ended, errors: [] })
    expect(await list(mine)).toHaveLength(1)
    expect((await house.ask(other, '{ me { kind } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  })
})

test('a type condition that is left out is not asked for', async () => {
  const reader = await house.seed.technician({ permissions: ['CUSTOMERS_READ'] })
  const query = `query ($id: ID!, $with: Boolean!) { node(id: $id) { id ...R @include(if: $with) } } fragment R on Role { name }`
  const { id } = await house.seed.customer()
  expect((await house.ask(reader, query, { id, with: false })).data).toEqual({ node: { id } })
  expect((await house.ask(reader, query, { id, with: true })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})
