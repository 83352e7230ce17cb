/** D and E: rows that are not for the one who asks, by id, by list, by count, by filter, by the back door. */
import { QueryOrder } from '@mikro-orm/core'
import { getNamedType, isEnumType, isInputObjectType, isNonNullType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DatabaseRole, Principal } from '../../src/core/auth/principal.ts'
import { newId } from '../../src/core/db/ids.ts'
import { emOf } from '../../src/core/db/orm.ts'
import { ContactEntity, CustomerEntity } from '../../src/features/customers/index.ts'
import { allPermissions } from '../../src/features/organization/index.ts'
import { openHouse, type House, type Who } from '../house.ts'
import { codes } from './tools.ts'

let house: House
/** Everything of a customer that the people below may not see. */
let foreign: Record<
  'Customer' | 'Contact' | 'Group' | 'Mail' | 'ApiKey' | 'AuditEvent' | 'Contract' | 'TimeEntry',
  string
>
let restricted: Who & { id: string; roleId: string }
let nowhere: Who
let contact: Who & { id: string }
let lonely: Who & { id: string }
let key: Who
let admin: Who & { id: string }
let own: { id: string }

beforeAll(async () => {
  house = await openHouse()
  const { seed } = house
  const permissions = [...allPermissions]
  admin = await seed.technician({ administrator: true })
  own = await seed.customer({ name: 'Anadolu Lojistik', notes: 'ölçüsüz borç', tax_number: '1234567890' })
  const other = await seed.customer({ name: 'Ege Gıda', code: 'EGE-7' })
  const group = await seed.group(other, 'Ege Bilgi İşlem')
  const person = await seed.contact(other, { name: 'Deniz Ege', email: 'deniz@ege.example', group })
  restricted = await seed.technician({ permissions, restricted: true, customers: [own] })
  nowhere = await seed.technician({ permissions, restricted: true })
  contact = await seed.contact(own, { company: true, groupRight: true, phone: '+90 1' })
  lonely = await seed.contact(own, { name: 'Yalnız Kişi', phone: '+90 2' })
  key = await seed.key(admin, { permissions, customers: [own] })
  const mail = newId()
  await house.sql(
    `insert into outgoing_mail (id, customer_id, to_name, to_address, subject, body_text, body_html, message_id, effect_key, created_at)
     values ($1::uuid, $2, 'Deniz', 'deniz@ege.example', 'Konu', 'Metin', '', $1::text, $1::text, now())`,
    [mail, other.id],
  )
  await codes(house, admin, 'updateContact', { id: person.id, version: 1, title: 'Müdür' })
  const [event] = await house.sql<{ id: string }>('select id from audit_event where subject_id = $1', [person.id])
  const contract = await seed.contract(other, { name: 'Ege Gıda bakımı' })
  foreign = {
    Customer: other.id,
    Contact: person.id,
    Group: group.id,
    Mail: mail,
    ApiKey: (await seed.key(admin, { customers: [other] })).id,
    AuditEvent: event!.id,
    Contract: contract.id,
    TimeEntry: (await seed.entry(restricted, { contract })).id,
  }
})
afterAll(() => house?.close())

const people = () =>
  ({
    'a restricted technician': restricted,
    'a technician without customers': nowhere,
    'a contact with both rights': contact,
    'a limited key': key,
  }) as const
const titles = [
  'a restricted technician',
  'a technician without customers',
  'a contact with both rights',
  'a limited key',
] as const

describe.each(titles)('as %s', (title) => {
  const node = 'query ($id: ID!) { node(id: $id) { __typename id } }'

  test('D1: node of what is foreign has the bytes of a random id', async () => {
    const who = people()[title]
    const nothing = (await house.ask(who, node, { id: newId() })).text
    expect(nothing).toContain('"node":null')
    for (const [type, id] of Object.entries(foreign))
      expect((await house.ask(who, node, { id })).text, type).toBe(nothing)
    for (const [type, id] of Object.entries(foreign))
      expect((await house.ask(admin, node, { id })).data.node, type).toEqual({ __typename: type, id })
  })

  test('D1, D2: so have the typed look-ups, of a foreign id and of one of another type', async () => {
    const who = people()[title]
    for (const [field, type] of [
      ['customer', 'Customer'],
      ['contact', 'Contact'],
      ['group', 'Group'],
      ['contract', 'Contract'],
    ] as const) {
      const query = `query ($id: ID!) { ${field}(id: $id) { id name version } }`
      const nothing = (await house.ask(who, query, { id: newId() })).text
      expect(nothing).toContain(`"${field}":null`)
      for (const id of [...Object.values(foreign), own.id.replace(/^./, 'f'), ...(type === 'Customer' ? [] : [own.id])])
        expect((await house.ask(who, query, { id })).text).toBe(nothing)
    }
  })

  test('D4, E1, E4: a list of a foreign parent has the bytes of a list of none: nodes, edges, count, page', async () => {
    const who = people()[title]
    const all =
      '{ totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }'
    const lists: [string, string, string][] = [
      ['contacts', 'customerId: $id', foreign.Customer],
      ['contacts', 'groupId: $id', foreign.Group],
      ['groups', 'customerId: $id', foreign.Customer],
      ['contracts', 'customerId: $id', foreign.Customer],
      ['tickets', 'contractId: $id', foreign.Contract],
    ]
    if (title.includes('technician'))
      lists.push(
        ['technicians', 'customerId: $id', foreign.Customer],
        ['auditEvents', 'customerId: $id', foreign.Customer],
        ['auditEvents', 'subjectId: $id', foreign.Contact],
        ['timeEntries', 'customerId: $id', foreign.Customer],
        ['timeEntries', 'contractId: $id', foreign.Contract],
      )
    for (const [field, filter, id] of lists) {
      const query = `query ($id: ID!) { ${field}(filter: { ${filter} }, first: 1) ${all} }`
      const nothing = await house.ask(who, query, { id: newId() })
      expect(nothing.data[field]).toEqual({
        totalCount: 0,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      })
      expect((await house.ask(who, query, { id })).text, `${field} ${filter}`).toBe(nothing.text)
    }
  })

  test('D20, E1, E4: nothing is found by its name, folded or not, nor counted', async () => {
    const who = people()[title]
    const query = `query ($t: String!) { customers(filter: { text: $t }) { totalCount nodes { id } pageInfo { hasNextPage } }
      contacts(filter: { text: $t }) { totalCount nodes { id } } groups(filter: { text: $t }) { totalCount } contracts(filter: { text: $t }) { totalCount nodes { id } } search(text: $t) { id } }`
    const nothing = (await house.ask(who, query, { t: 'zzzz' })).text
    for (const t of ['Ege Gıda', 'ege', 'gida', 'EGE-7', 'deniz', 'deniz@ege.example', 'Bilgi İşlem'])
      expect((await house.ask(who, query, { t })).text, t).toBe(nothing)
  })
})

/** Lists of what belongs to no customer: nobody of ours is kept from it. */
const ofOurs = new Set(['technicians', 'users', 'servicePlans'])

test('D10: who is authorized for no customer gets empty lists and zeros, no error', async () => {
  const query = house.app.schema.getQueryType()!
  const faults: string[] = []
  for (const field of Object.values(query.getFields())) {
    const type = getNamedType(field.type)
    const isPage = isObjectType(type) && type.name.endsWith('Connection')
    if (!isPage || ofOurs.has(field.name)) continue
    const needed = field.args.filter(({ type: of }) => isNonNullType(of))
    const args = needed.map(({ name, type: of }) => `${name}: ${String(of).startsWith('[') ? '[]' : `"${newId()}"`}`)
    const list = `${field.name}${args.length ? `(${args.join(', ')})` : ''}`
    const { data, errors } = await house.ask(nowhere, `{ ${list} { totalCount nodes { id } } }`)
    if (errors || data[field.name].totalCount !== 0 || data[field.name].nodes.length)
      faults.push(`${field.name}: ${JSON.stringify(errors ?? data)}`)
  }
  expect(faults).toEqual([])
  const { data } = await house.ask(
    nowhere,
    '{ search(text: "ege") { id } apiKeys { id } users(filter: { kind: CONTACT }) { totalCount } technicians { nodes { authorizedCustomers { totalCount } } } }',
  )
  expect([data.search, data.apiKeys, data.users.totalCount]).toEqual([[], [], 0])
  for (const each of data.technicians.nodes) expect(each.authorizedCustomers.totalCount).toBe(0)
})

test('D5, D6: a contact without rights sees itself and the company’s card, however it goes around', async () => {
  const round =
    '{ nodes { id phone customer { contacts { totalCount nodes { id customer { groups { totalCount } } } } } } }'
  const { data } = await house.ask(
    lonely,
    `{ me { ticketScopes customer { id contacts ${round} } } contacts { totalCount nodes { id } } customers { totalCount } groups { totalCount } }`,
  )
  const ids = JSON.stringify(data).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)
  expect(new Set(ids)).toEqual(new Set([lonely.id, own.id]))
  expect(data).toMatchObject({
    me: { ticketScopes: ['OWN'] },
    contacts: { totalCount: 1 },
    customers: { totalCount: 1 },
    groups: { totalCount: 0 },
  })
})

test('a colleague’s phone is null for a contact, and no filter or search finds it', async () => {
  const { data } = await house.ask(
    contact,
    '{ contacts { nodes { id phone } } found: contacts(filter: { text: "+90 2" }) { totalCount } search(text: "+90 2") { id } }',
  )
  const phones = Object.fromEntries(
    data.contacts.nodes.map((each: { id: string; phone: string | null }) => [each.id, each.phone]),
  )
  expect(phones).toEqual({ [contact.id]: '+90 1', [lonely.id]: null })
  expect([data.found.totalCount, data.search]).toEqual([0, []])
  const asKey = await house.ask(key, '{ contacts { nodes { phone } } }')
  expect(asKey.data.contacts.nodes).toContainEqual({ phone: '+90 2' })
})

test('E1: no filter finds what is staff’s alone, neither for a contact nor for a key', async () => {
  for (const who of [contact, key, restricted]) {
    const query = 'query ($t: String!) { customers(filter: { text: $t }) { totalCount } search(text: $t) { id } }'
    for (const t of ['ölçüsüz', 'borç', '1234567890'])
      expect((await house.ask(who, query, { t })).data).toEqual({ customers: { totalCount: 0 }, search: [] })
  }
})

test('E2, E3: no filter and no order is named after what has a door of its own, but those with a door', async () => {
  const { schema, doors } = house.app
  const guarded = new Set(doors.names().filter((name) => isObjectType(schema.getType(name.split('.')[0]!))))
  const names = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type) && type.name.endsWith('Filter')
      ? Object.keys(type.getFields())
          .filter((field) => !doors.ofInput(type.name, field))
          .map((field) => `${type.name.replace(/Filter$/, '').replace(/^Audit$/, 'AuditEvent')}.${field}`)
      : isEnumType(type) && type.name.endsWith('Order')
        ? type.getValues().map(({ name }) => {
            const field = name.replace(/_(ASC|DESC)$/, '').toLowerCase()
            return `${type.name.replace(/Order$/, '')}.${field.replace(/_(.)/g, (_, c: string) => c.toUpperCase())}`
          })
        : [],
  )
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => guarded.has(name))).toEqual([])
})

test('E2: an order or a filter that is not there is BAD_USER_INPUT before any door and any row', async () => {
  for (const [query, variables] of [
    ['query ($o: CustomerOrder) { customers(orderBy: $o) { totalCount } }', { o: 'NOTES_ASC' }],
    ['query ($o: CustomerOrder) { customers(orderBy: $o) { totalCount } }', { o: 'name; drop table customer' }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { notes: 'x' } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { $or: [{}] } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { text: { $ne: '' } } }],
    ['query ($f: CustomerFilter) { customers(filter: $f) { totalCount } }', { f: { '[raw]': '1=1' } }],
  ] as const)
    expect((await house.ask(contact, query, variables)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
})

test('D11, D18: a timeline names nothing beyond the one who reads it', async () => {
  const here = await house.seed.customer()
  const there = await house.seed.customer({ name: 'Çok Gizli Holding' })
  const mover = await house.seed.contact(here)
  await house.sql('insert into technician_customer (technician_id, customer_id, created_at) values ($1, $2, now())', [
    restricted.id,
    here.id,
  ])
  expect(await codes(house, admin, 'moveContact', { contactId: mover.id, customerId: there.id })).toEqual([])
  const [next] = await house.sql<{ id: string }>('select id from contact where account_id = $1 and active', [
    mover.accountId,
  ])
  // Somebody who is beyond reach by now did something here.
  await house.sql(
    `insert into audit_event (id, actor_kind, actor_id, actor_name, action, subject_type, subject_id, customer_id)
     values ($1, 'CONTACT', $2, 'Taşınan', 'UPDATED', 'Contact', $2, $3)`,
    [newId(), next!.id, here.id],
  )
  const query = `query ($id: ID!) { customer(id: $id) { timeline { totalCount nodes {
    action actor { id } customer { id } subject { __typename ... on Contact { id name customer { id name } } } changes { field from to } } } }
    auditEvents(filter: { customerId: $id }) { totalCount } }`
  const { data, text } = await house.ask(restricted, query, { id: here.id })
  expect(text).not.toMatch(/Gizli/)
  expect(text).not.toContain(there.id)
  expect(text).not.toContain(next!.id)
  expect(data.customer.timeline.nodes).toMatchObject([
    { action: 'UPDATED', actor: null, subject: null, customer: { id: here.id } },
    { action: 'MOVED_AWAY', subject: { id: mover.id } },
  ])
})

test('D18: what changed is told only to who may see the object and the field', async () => {
  await codes(house, admin, 'createRole', {
    name: 'Gizli Rol',
    permissions: ['BILLING_WRITE'],
    onlyAuthorizedCustomers: false,
  })
  await codes(house, admin, 'createApiKey', { name: 'Gizli Anahtar', permissions: [], allCustomers: true })
  await codes(house, admin, 'createCustomer', { name: 'Gizli Ltd', notes: 'Gizli not' })
  const user = await house.seed.contact(await house.seed.customer({ kind: 'INTERNAL', name: 'Birim' }))
  const role = await house.seed.role({ name: 'Gizli Görev', permissions: [] })
  await codes(house, admin, 'convertToTechnician', { contactId: user.id, roleId: role.id })
  const events = '{ auditEvents(first: 100) { nodes { action subjectType changes { field to } } } }'
  const told = async (permissions: string[]) => {
    const who = await house.seed.technician({ permissions: ['AUDIT_READ', ...permissions] })
    return [...new Set((await house.ask(who, events)).text.match(/Gizli \p{L}+/gu))].toSorted()
  }
  expect(await told([])).toEqual([])
  expect(await told(['CUSTOMERS_READ'])).toEqual(['Gizli Ltd', 'Gizli not'])
  expect(await told(['ORGANIZATION_WRITE'])).toEqual(['Gizli Görev', 'Gizli Rol'])
  expect(await told(['API_KEYS_WRITE'])).toEqual(['Gizli Anahtar'])
  const costs = await house.seed.technician()
  await codes(house, admin, 'updateTechnician', {
    id: costs.id,
    version: 1,
    costRate: { amount: '987.65', currency: 'TRY' },
  })
  const seen = async (permissions: string[]) =>
    (await house.ask(await house.seed.technician({ permissions }), events)).text.includes('987.65')
  expect([await seen(['AUDIT_READ']), await seen(['AUDIT_READ', 'BILLING_READ'])]).toEqual([false, true])
})

test('D19: a contact picks among nobody but the people that the rights show', async () => {
  for (const query of ['{ users(filter: { text: "a" }) { totalCount } }', '{ technicians { totalCount } }'])
    expect((await house.ask(contact, query)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  const { data } = await house.ask(
    lonely,
    '{ search(text: "example.com") { id } contacts(filter: { text: "example.com" }) { totalCount } }',
  )
  expect(data).toEqual({ search: [{ id: lonely.id }], contacts: { totalCount: 1 } })
})

test('E6: an address or a name that is taken beyond reach says that and nothing else', async () => {
  const [address] = await house.sql('select email from contact where id = $1', [foreign.Contact])
  for (const who of [restricted, key]) {
    const taken = await house.ask(
      who,
      'mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id } errors { code path message } } }',
      { input: { customerId: own.id, name: 'Ad', email: String(address!['email']).toUpperCase() } },
    )
    expect(taken.data.createContact).toEqual({
      contact: null,
      errors: [{ code: 'TAKEN', path: ['email'], message: expect.stringMatching(/^[^@]{5,80}$/) }],
    })
    const named = await house.ask(
      who,
      'mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { name } errors { code path } } }',
      { input: { id: own.id, version: 1, name: 'EGE GIDA' } },
    )
    expect(named.data.updateCustomer).toEqual({ customer: null, errors: [{ code: 'TAKEN', path: ['name'] }] })
    expect(named.text).not.toContain(foreign.Customer)
  }
})

describe('the back door: the ORM and plain SQL as somebody', () => {
  const as = (role: DatabaseRole, id: string): Principal =>
    ({ databaseRole: role, id, accountId: null, permissions: new Set(), kind: 'TECHNICIAN' }) as unknown as Principal

  test('D14: what one has loaded is not served to another', async () => {
    const mine = emOf(house.app.orm, as('accord_staff', admin.id), house.clock)
    await mine.transactional(async (em) => {
      expect(await em.findOne(CustomerEntity, foreign.Customer)).toMatchObject({ name: 'Ege Gıda' })
      const theirs = emOf(house.app.orm, as('accord_restricted', restricted.id), house.clock)
      expect(await theirs.transactional((other) => other.findOne(CustomerEntity, foreign.Customer))).toBeNull()
    })
    const again = emOf(house.app.orm, as('accord_restricted', restricted.id), house.clock)
    expect(await again.transactional((em) => em.findOne(CustomerEntity, foreign.Customer))).toBeNull()
  })

  test('D15: no entity has a relation, so there is nothing to populate or to load by the way', () => {
    for (const meta of house.app.orm.getMetadata().getAll().values())
      expect([meta.className, meta.relations.map(({ name }) => name)]).toEqual([meta.className, []])
  })

  test('D16: builders and SQL without any condition give the rows of the principal', async () => {
    const em = emOf(house.app.orm, as('accord_restricted', restricted.id), house.clock)
    const rows = await em.transactional(async (inner) => [
      (await inner.find(ContactEntity, {}, { orderBy: { id: QueryOrder.ASC } })).map(({ customerId }) => customerId),
      (await inner.createQueryBuilder(ContactEntity).select('*').getResultList()).map(({ customerId }) => customerId),
      (await inner.execute<{ customer_id: string }[]>('select customer_id from contact')).map((row) => row.customer_id),
    ])
    for (const found of rows) {
      expect(found.length).toBeGreaterThan(1)
      expect(found).not.toContain(foreign.Customer)
    }
  })

  test('D16: a write without any condition meets the rows of the principal', async () => {
    const em = emOf(house.app.orm, as('accord_restricted', restricted.id), house.clock)
    const before = await house.sql('select version, title from contact where customer_id = $1', [foreign.Customer])
    await em
      .transactional(async (inner) => {
        await inner.execute(`update contact set title = 'x'`)
        await inner.execute('delete from customer_group')
        throw new Error('enough')
      })
      .catch((error: Error) => expect(error.message).toBe('enough'))
    await expect(
      em.transactional((inner) => inner.execute('update contact set customer_id = ?', [foreign.Customer])),
    ).rejects.toThrow(/row-level security|violates/)
    expect(await house.sql('select version, title from contact where customer_id = $1', [foreign.Customer])).toEqual(
      before,
    )
  })
})

test('E10, K4: what the database says is not repeated', async () => {
  await house.sql('revoke select on customer from accord_contact')
  try {
    const { status, text, errors } = await house.ask(contact, '{ customers { nodes { id } } }')
    expect([status, errors]).toEqual([
      500,
      [
        {
          message: 'Something went wrong on our side.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
        },
      ],
    ])
    expect(text).not.toMatch(/permission|denied|customer|42501|select/)
  } finally {
    await house.sql('grant select on customer to accord_contact')
  }
})
