/** F11: ways to become mightier than one is, each of which has to end where it begins. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'
import { asRole, codes as codesOf } from './tools.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const codes = (who: Who, name: string, input: object) => codesOf(house, who, name, input)
const emailOf = async (accountId: string | null) =>
  (await house.sql('select email from sign_in.account where id = $1', [accountId]))[0]!['email']
const sessionsOf = async (accountId: string | null) =>
  (await house.sql('select from sign_in.session where account_id = $1', [accountId])).length

describe('F11: who holds an e-mail address may reset the password, so nobody takes that of somebody mightier', () => {
  const organizer = ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'ORGANIZATION_WRITE']

  /** Somebody of ours who was a user before: the passive contact has the technician's sign-in. */
  async function formerUser(of: { id: string }, given: Parameters<House['seed']['technician']>[0], active = true) {
    const technician = await house.seed.technician({ ...given, active })
    const { accountId, email } = technician
    const contact = await house.seed.contact(of, { accountId, email, active: !active })
    return { technician, contact }
  }
  const change = (who: Who, id: string, email = `alan${Math.random().toString(36).slice(2)}@example.com`) =>
    codes(who, 'updateContact', { id, version: 1, email })

  test('with a permission more, active or passive', async () => {
    const own = await house.seed.customer({ kind: 'INTERNAL' })
    const me = await house.seed.technician({ permissions: organizer })
    for (const active of [true, false]) {
      const permissions = [...organizer, 'BILLING_WRITE']
      const { technician, contact } = await formerUser(own, { permissions }, active)
      expect(await change(me, contact.id)).toEqual(['NOT_ALLOWED'])
      expect(await emailOf(technician.accountId)).toBe(technician.email)
      expect(await house.sql('select email, version from contact where id = $1', [contact.id])).toEqual([
        { email: technician.email, version: 1 },
      ])
    }
  })

  test('an administrator', async () => {
    const own = await house.seed.customer({ kind: 'INTERNAL' })
    const me = await house.seed.technician({ permissions: organizer })
    const { contact } = await formerUser(own, { administrator: true })
    expect(await change(me, contact.id)).toEqual(['NOT_ALLOWED'])
  })

  test('who sees all customers, or another one, while I see some', async () => {
    const [own, other] = [await house.seed.customer({ kind: 'INTERNAL' }), await house.seed.customer()]
    const me = await house.seed.technician({ permissions: organizer, restricted: true, customers: [own] })
    const wide = await formerUser(own, { permissions: [] })
    const elsewhere = await formerUser(own, { permissions: [], restricted: true, customers: [own, other] })
    const equal = await formerUser(own, { permissions: organizer, restricted: true, customers: [own] })
    expect(await change(me, wide.contact.id)).toEqual(['NOT_ALLOWED'])
    expect(await change(me, elsewhere.contact.id)).toEqual(['NOT_ALLOWED'])
    expect(await change(me, equal.contact.id)).toEqual([])
  })

  test('who may not write the organization changes no technician’s, nor does a key', async () => {
    const own = await house.seed.customer({ kind: 'INTERNAL' })
    const me = await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] })
    const admin = await house.seed.technician({ administrator: true })
    const key = await house.seed.key(admin, { permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] })
    const { contact } = await formerUser(own, { permissions: [] })
    expect(await change(me, contact.id)).toEqual(['NOT_ALLOWED'])
    expect(await change(key, contact.id)).toEqual(['NOT_ALLOWED'])
    expect(await change(admin, contact.id)).toEqual([])
  })

  test('a person who is at another customer by now, beyond my reach', async () => {
    const [own, other] = [await house.seed.customer(), await house.seed.customer()]
    const me = await house.seed.technician({ permissions: organizer, restricted: true, customers: [own] })
    const now = await house.seed.contact(other, { company: true })
    const old = await house.seed.contact(own, { accountId: now.accountId!, email: now.email, active: false })
    const admin = await house.seed.technician({ administrator: true })
    const key = await house.seed.key(admin, { permissions: organizer, customers: [own] })
    for (const who of [me, key]) {
      expect(await change(who, old.id)).toEqual(['NOT_ALLOWED'])
      expect(await codes(who, 'updateContact', { id: old.id, version: 1, email: null })).toEqual(['NOT_ALLOWED'])
      expect(await codes(who, 'updateContact', { id: old.id, version: 1, name: 'Başka' })).toEqual(['NOT_ALLOWED'])
      expect(await codes(who, 'setContactActive', { id: old.id, version: 1, active: true })).toEqual(['NOT_ALLOWED'])
    }
    // Passive it is already: saying so again ends nothing of what the person does elsewhere.
    await codes(me, 'setContactActive', { id: old.id, version: 1, active: false })
    await codes(me, 'deleteContact', { id: old.id, version: 1 })
    expect(await sessionsOf(now.accountId)).toBe(1)
    expect((await house.ask(now, '{ me { kind } }')).data).toEqual({ me: { kind: 'CONTACT' } })
  })

  test('A4, B9: a link that went to the old address, and whoever is signed in with it, end with the address', async () => {
    const customer = await house.seed.customer()
    const admin = await house.seed.technician({ administrator: true })
    const contact = await house.seed.contact(customer, { email: 'yanlis@example.com' })
    await codes(admin, 'inviteContact', { contactId: contact.id })
    const links = () => house.sql('select from sign_in.verification where value = $1', [contact.accountId])
    expect((await links()).length).toBe(1)
    await codes(admin, 'updateContact', { id: contact.id, version: 1, email: 'yanlis@example.com', name: 'Aynı Adres' })
    expect([(await links()).length, await sessionsOf(contact.accountId)]).toEqual([1, 1])
    await codes(admin, 'updateContact', { id: contact.id, version: 2, email: 'dogru@example.com' })
    expect([(await links()).length, await sessionsOf(contact.accountId)]).toEqual([0, 0])
    expect((await house.ask(contact, '{ me { kind } }')).status).toBe(401)
  })

  test('B3: passivation ends the sessions also of who was at another customer once, beyond my reach', async () => {
    const [own, other] = [await house.seed.customer(), await house.seed.customer()]
    const me = await house.seed.technician({ permissions: organizer, restricted: true, customers: [own] })
    const now = await house.seed.contact(own)
    await house.seed.contact(other, { accountId: now.accountId!, email: now.email, active: false })
    const input = { id: now.id, version: 1, active: false }
    expect(await codes(me, 'setContactActive', input)).toEqual([])
    expect(await sessionsOf(now.accountId)).toBe(0)
  })
})

describe('F11: the portal', () => {
  test('a contact gives itself no right, customer, group or other address', async () => {
    const customer = await house.seed.customer()
    const group = await house.seed.group(customer)
    const me = await house.seed.contact(customer)
    const before = await house.sql('select * from contact where id = $1', [me.id])
    for (const input of [
      { seesCompanyRecords: true },
      { groupId: group.id },
      { customerId: customer.id },
      { email: 'baska@example.com' },
      { active: true },
      { id: me.id },
      { accountId: me.accountId },
    ])
      expect(await codes(me, 'updateProfile', input)).toEqual(['BAD_USER_INPUT'])
    for (const [name, input] of [
      ['updateContact', { id: me.id, version: 1, seesCompanyRecords: true }],
      ['updateGroup', { id: group.id, version: 1, contactIds: [me.id] }],
      ['moveContact', { contactId: me.id, customerId: customer.id }],
      ['convertToTechnician', { contactId: me.id, roleId: group.id }],
      ['inviteContact', { contactId: me.id }],
    ] as const)
      expect(await codes(me, name, input), name).toEqual(['FORBIDDEN'])
    expect(await house.sql('select * from contact where id = $1', [me.id])).toEqual(before)
  })

  test('M1: nor could the database role of contacts', async () => {
    const customer = await house.seed.customer()
    const me = await house.seed.contact(customer)
    for (const column of [
      'sees_company_records',
      'sees_group_records',
      'group_id',
      'customer_id',
      'account_id',
      'active',
      'email',
      'id',
    ])
      await expect(
        asRole(
          house.database.appUrl,
          'accord_contact',
          me.id,
          `update contact set ${column} = ${column} where id = $1`,
          [me.id],
        ),
        column,
      ).rejects.toThrow('permission denied')
    await asRole(house.database.appUrl, 'accord_contact', me.id, `update contact set phone = '1' where id = $1`, [
      me.id,
    ])
  })
})

describe('F11, C5: keys, roles, conversions', () => {
  test('a key is at no time more than its maker: permissions, customers, being there', async () => {
    const [own, other] = [await house.seed.customer(), await house.seed.customer()]
    const maker = await house.seed.technician({
      permissions: ['API_KEYS_WRITE', 'CUSTOMERS_READ', 'CUSTOMERS_WRITE'],
      restricted: true,
      customers: [own, other],
    })
    const wide = await house.seed.key(maker, { permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'BILLING_WRITE'] })
    const count = async (key: Who) => (await house.ask(key, '{ customers { totalCount } me { permissions } }')).data
    expect(await count(wide)).toEqual({
      customers: { totalCount: 2 },
      me: { permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] },
    })
    expect(await codes(wide, 'createCustomer', { name: 'Yeni' })).toEqual(['FORBIDDEN'])
    await house.sql('delete from technician_customer where technician_id = $1 and customer_id = $2', [
      maker.id,
      other.id,
    ])
    expect((await count(wide)).customers.totalCount).toBe(1)
    await house.sql(`update role set permissions = '{API_KEYS_WRITE,CUSTOMERS_READ}' where id = $1`, [maker.roleId])
    expect((await count(wide)).me.permissions).toEqual(['CUSTOMERS_READ'])
    await house.sql(`update role set permissions = '{CUSTOMERS_READ}' where id = $1`, [maker.roleId])
    expect((await house.ask(wide, '{ me { kind } }')).status).toBe(401)
  })

  test('a restricted maker gives no customer beyond reach, revokes only own keys and sees only those', async () => {
    const [own, other] = [await house.seed.customer(), await house.seed.customer()]
    const permissions = ['API_KEYS_WRITE', 'CUSTOMERS_READ']
    const me = await house.seed.technician({ permissions, restricted: true, customers: [own] })
    const admin = await house.seed.technician({ administrator: true })
    const theirs = await house.seed.key(admin, { customers: [own] })
    const input = { name: 'ERP', permissions: ['CUSTOMERS_READ'], allCustomers: false, customerIds: [own.id, other.id] }
    expect(await codes(me, 'createApiKey', input)).toEqual(['NOT_FOUND'])
    expect(await codes(me, 'revokeApiKey', { id: theirs.id })).toEqual(['NOT_FOUND'])
    expect((await house.ask(me, '{ apiKeys { id } }')).data.apiKeys).toEqual([])
    expect(await house.sql('select from api_key where revoked_at is not null and id = $1', [theirs.id])).toEqual([])
  })

  test('a conversion gives no role above one’s own, makes nobody of a foreign company one of ours, and needs the door', async () => {
    const [ours, theirs] = [await house.seed.customer({ kind: 'INTERNAL' }), await house.seed.customer()]
    const [user, client] = [await house.seed.contact(ours), await house.seed.contact(theirs)]
    const strong = await house.seed.role({ permissions: ['BILLING_WRITE'] })
    const weak = await house.seed.role({ permissions: [] })
    const administrator = await house.seed.role({ administrator: true })
    const me = await house.seed.technician({ permissions: ['ORGANIZATION_WRITE'] })
    const narrow = await house.seed.technician({
      permissions: ['ORGANIZATION_WRITE'],
      restricted: true,
      customers: [ours],
    })
    const helper = await house.seed.technician({ permissions: ['CUSTOMERS_WRITE', 'CUSTOMERS_READ'] })
    const convert = (who: Who, contact: { id: string }, role: { id: string }) =>
      codes(who, 'convertToTechnician', { contactId: contact.id, roleId: role.id })
    expect(await convert(me, user, strong)).toEqual(['NOT_ALLOWED'])
    expect(await convert(me, user, administrator)).toEqual(['NOT_ALLOWED'])
    expect(await convert(narrow, user, weak)).toEqual(['NOT_ALLOWED'])
    expect(await convert(narrow, client, weak)).toEqual(['NOT_FOUND'])
    expect(await convert(me, client, weak)).toEqual(['NOT_ALLOWED'])
    expect(await convert(helper, user, weak)).toEqual(['FORBIDDEN'])
    expect(await convert(me, user, weak)).toEqual([])
    const [made] = await house.sql<{ id: string }>('select id from technician where account_id = $1', [user.accountId])
    expect(await codes(helper, 'convertToUser', { technicianId: made!.id })).toEqual(['FORBIDDEN'])
    const admin = await house.seed.technician({ administrator: true })
    expect(await codes(me, 'convertToUser', { technicianId: admin.id })).toEqual(['NOT_ALLOWED'])
  })

  test('who is a user beyond my reach is not made a technician again beside it', async () => {
    const [own, other] = [await house.seed.customer(), await house.seed.customer({ kind: 'INTERNAL' })]
    const permissions = ['ORGANIZATION_WRITE']
    const me = await house.seed.technician({ permissions, restricted: true, customers: [own] })
    const { id, accountId, email } = await house.seed.technician({ permissions, restricted: true, active: false })
    await house.seed.contact(other, { accountId, email })
    expect(await codes(me, 'updateTechnician', { id, version: 1, active: true })).toEqual(['NOT_ALLOWED'])
  })

  test('an invitation goes to the address of the invited, and its link is read by administrators only', async () => {
    const customer = await house.seed.customer()
    const contact = await house.seed.contact(customer)
    const [me, admin] = [
      await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'ORGANIZATION_WRITE'] }),
      await house.seed.technician({ administrator: true }),
    ]
    expect(await codes(me, 'inviteContact', { contactId: contact.id })).toEqual([])
    const [row] = await house.sql<{ token: string; to_address: string }>(
      `select to_address, substring(body_text from '/invite/([^[:space:]]+)') as token from outgoing_mail where to_address = $1`,
      [contact.email],
    )
    for (const who of [me, admin]) {
      const { data } = await house.ask(who, '{ mails { nodes { to text subject failure } } }')
      expect(JSON.stringify(data).includes(row!.token)).toBe(who === admin)
    }
    const timeline = await house.ask(
      me,
      'query ($id: ID!) { contact(id: $id) { timeline { nodes { action changes { to } } } } }',
      {
        id: contact.id,
      },
    )
    expect(timeline.text).not.toContain(row!.token)
  })

  test('a group’s right is the present group’s', async () => {
    const customer = await house.seed.customer()
    const [one, two] = [await house.seed.group(customer), await house.seed.group(customer)]
    const me = await house.seed.contact(customer, { group: one, groupRight: true })
    const [mate, stranger] = [
      await house.seed.contact(customer, { group: one }),
      await house.seed.contact(customer, { group: two }),
    ]
    const seen = async () =>
      (await house.ask(me, '{ contacts { nodes { id } } }')).data.contacts.nodes
        .map((each: { id: string }) => each.id)
        .toSorted()
    expect(await seen()).toEqual([me.id, mate.id].toSorted())
    await house.sql('update contact set group_id = $1 where id = $2', [two.id, me.id])
    expect(await seen()).toEqual([me.id, stranger.id].toSorted())
    await house.sql('update contact set group_id = null where id = $1', [me.id])
    expect(await seen()).toEqual([me.id])
  })
})
