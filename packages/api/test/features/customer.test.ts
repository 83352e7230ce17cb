import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house.close())

const create = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id name version technicians { nodes { name } } } errors { code path message } } }`
const update = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id name version active website } errors { code path message } } }`
const createContact = `mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id version email canSignIn customer { id } group { id } } errors { code path } } }`
const updateContact = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { contact { id version name email } errors { code path } } }`

describe('customers', () => {
  test('creates one with its technicians and tells it in the audit log', async () => {
    const technician = await house.seed.technician({ name: 'Mert Aksoy' })
    const { data } = await house.ask(admin, create, {
      input: { name: '  Ege   Tekstil ', technicianIds: [technician.id] },
    })
    expect(data.createCustomer).toMatchObject({
      customer: { name: 'Ege Tekstil', version: 1, technicians: { nodes: [{ name: 'Mert Aksoy' }] } },
      errors: [],
    })
    const events = await house.ask(
      admin,
      `query ($id: ID!) { auditEvents(filter: { subjectId: $id }) { nodes { action actor { name } subject { id } changes { field to } } } }`,
      {
        id: data.createCustomer.customer.id,
      },
    )
    expect(events.data.auditEvents.nodes.map((event: { action: string }) => event.action)).toEqual([
      'AUTHORIZATION_CHANGED',
      'CREATED',
    ])
  })

  test('refuses a name that an active customer has, dots and cases aside', async () => {
    await house.seed.customer({ name: 'Iğdır Tarım' })
    const { data } = await house.ask(admin, create, { input: { name: 'IGDIR TARIM' } })
    expect(data.createCustomer).toEqual({
      customer: null,
      errors: [{ code: 'TAKEN', path: ['name'], message: expect.stringContaining('active customer') }],
    })
  })

  test('tells problems in the language of the caller', async () => {
    const { data } = await house.ask(admin, create, { input: { name: '   ' } }, { 'accept-language': 'tr' })
    expect(data.createCustomer.errors).toEqual([
      { code: 'REQUIRED', path: ['name'], message: 'Bu alan boş bırakılamaz.' },
    ])
  })

  test('F9: answers a stale version with CONFLICT and the current state', async () => {
    const { id } = await house.seed.customer({ name: 'Vadi' })
    await house.ask(admin, update, { input: { id, version: 1, name: 'Vadi Hastanesi' } })
    const { data } = await house.ask(admin, update, { input: { id, version: 1, name: 'Vadi Klinik' } })
    expect(data.updateCustomer).toMatchObject({
      customer: { name: 'Vadi Hastanesi', version: 2 },
      errors: [{ code: 'CONFLICT', path: ['version'] }],
    })
  })

  test('leaves what is left out and empties what is null', async () => {
    const { id } = await house.seed.customer({ name: 'Güneş', code: 'GNS' })
    const { data } = await house.ask(admin, update, { input: { id, version: 1, website: 'https://gunes.example' } })
    expect(data.updateCustomer.customer).toMatchObject({ name: 'Güneş', website: 'https://gunes.example' })
    await house.ask(admin, update, { input: { id, version: 2, website: null } })
    const [row] = await house.sql(`select website, code from customer where id = $1`, [id])
    expect(row).toEqual({ website: null, code: 'GNS' })
  })

  test('I7: refuses a website that is no link', async () => {
    const { id } = await house.seed.customer()
    const { data } = await house.ask(admin, update, { input: { id, version: 1, website: 'javascript:alert(1)' } })
    expect(data.updateCustomer.errors).toMatchObject([{ code: 'INVALID', path: ['website'] }])
  })

  test('F15: the same key and body get the same answer, another body CONFLICT', async () => {
    const input = { name: 'Tekrar A.Ş.', idempotencyKey: 'tekrar-1' }
    const [first, second] = await Promise.all([
      house.ask(admin, create, { input }),
      house.ask(admin, create, { input }),
    ])
    expect(second.data.createCustomer.customer.id).toBe(first.data.createCustomer.customer.id)
    const other = await house.ask(admin, create, { input: { ...input, name: 'Başka A.Ş.' } })
    expect(other.data.createCustomer.errors).toMatchObject([{ code: 'CONFLICT', path: ['idempotencyKey'] }])
  })

  test('making a customer inactive ends the sessions of its people', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer)
    expect((await house.ask(person, '{ me { kind } }')).data.me.kind).toBe('CONTACT')
    await house.ask(admin, update, { input: { id: customer.id, version: 1, active: false } })
    expect((await house.ask(person, '{ me { kind } }')).status).toBe(401)
  })

  test('deletes a customer with its people and their sign-ins', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer)
    const { data } = await house.ask(
      admin,
      `mutation ($id: ID!) { deleteCustomer(input: { id: $id, version: 1 }) { deletedId errors { code } } }`,
      { id: customer.id },
    )
    expect(data.deleteCustomer).toEqual({ deletedId: customer.id, errors: [] })
    expect(await house.sql('select 1 from sign_in.account where id = $1', [person.accountId])).toEqual([])
  })

  test('hints at names that are alike', async () => {
    await house.seed.customer({ name: 'Anadolu Lojistik A.Ş.' })
    const { data } = await house.ask(admin, `{ customerDuplicates(name: "anadolu lojistik") { name } }`)
    expect(data.customerDuplicates).toEqual([{ name: 'Anadolu Lojistik A.Ş.' }])
  })
})

describe('contacts and groups', () => {
  test('an e-mail is unique over all sign-ins, in ASCII lower case', async () => {
    const customer = await house.seed.customer()
    const input = { customerId: customer.id, name: 'Ayşe Demir', email: 'ayse@ege.example' }
    const { data } = await house.ask(admin, createContact, { input })
    expect(data.createContact).toMatchObject({ contact: { email: 'ayse@ege.example', canSignIn: true }, errors: [] })
    const again = await house.ask(admin, createContact, { input: { ...input, email: 'AYSE@EGE.example' } })
    expect(again.data.createContact.errors).toEqual([{ code: 'TAKEN', path: ['email'] }])
  })

  test('a contact without e-mail exists and cannot sign in', async () => {
    const customer = await house.seed.customer()
    const { data } = await house.ask(admin, createContact, { input: { customerId: customer.id, name: 'Recep İnce' } })
    expect(data.createContact.contact).toMatchObject({ email: null, canSignIn: false })
  })

  test('F2: a group of another customer is NOT_FOUND and nothing is saved', async () => {
    const [one, other] = [await house.seed.customer(), await house.seed.customer()]
    const group = await house.seed.group(other)
    const { data } = await house.ask(admin, createContact, {
      input: { customerId: one.id, name: 'Ali', groupId: group.id },
    })
    expect(data.createContact).toEqual({ contact: null, errors: [{ code: 'NOT_FOUND', path: ['groupId'] }] })
    expect(await house.sql('select 1 from contact where customer_id = $1', [one.id])).toEqual([])
  })

  test('a changed e-mail moves the sign-in and is told to the old address', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer, { email: 'eski@ege.example' })
    const { data } = await house.ask(admin, updateContact, {
      input: { id: person.id, version: 1, email: 'yeni@ege.example' },
    })
    expect(data.updateContact.errors).toEqual([])
    expect(await house.sql('select email from sign_in.account where id = $1', [person.accountId])).toEqual([
      { email: 'yeni@ege.example' },
    ])
    expect(await house.sql('select to_address from outgoing_mail where customer_id = $1', [customer.id])).toEqual([
      { to_address: 'eski@ege.example' },
    ])
  })

  test('an e-mail taken away takes the sign-in with it', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer)
    await house.ask(admin, updateContact, { input: { id: person.id, version: 1, email: null } })
    expect(await house.sql('select 1 from sign_in.account where id = $1', [person.accountId])).toEqual([])
    expect((await house.ask(person, '{ me { kind } }')).status).toBe(401)
  })

  test('B3: passivating ends the sessions at once', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer)
    const { data } = await house.ask(
      admin,
      `mutation ($id: ID!) { setContactActive(input: { id: $id, version: 1, active: false }) { contact { active canSignIn } errors { code } } }`,
      { id: person.id },
    )
    expect(data.setContactActive).toEqual({ contact: { active: false, canSignIn: false }, errors: [] })
    expect((await house.ask(person, '{ me { kind } }')).status).toBe(401)
  })

  test('D8: who moves gets a contact there, with the same sign-in and no rights; the old one is passive', async () => {
    const [from, to] = [await house.seed.customer(), await house.seed.customer({ name: 'Yeni Yer' })]
    const person = await house.seed.contact(from, { company: true })
    const { data } = await house.ask(
      admin,
      `mutation ($input: MoveContactInput!) { moveContact(input: $input) { contact { id email seesCompanyRecords customer { name } } errors { code path } } }`,
      { input: { contactId: person.id, customerId: to.id } },
    )
    expect(data.moveContact).toMatchObject({
      contact: { email: person.email, seesCompanyRecords: false, customer: { name: 'Yeni Yer' } },
      errors: [],
    })
    const session = await house.seed.session(person.accountId!)
    const me = await house.ask(session, '{ me { customer { name } } customers { nodes { name } } }')
    expect(me.data).toEqual({ me: { customer: { name: 'Yeni Yer' } }, customers: { nodes: [{ name: 'Yeni Yer' }] } })
    expect(await house.sql('select active from contact where id = $1', [person.id])).toEqual([{ active: false }])
  })

  test('an invitation is mailed with a link of the configured address', async () => {
    const customer = await house.seed.customer()
    const person = await house.seed.contact(customer)
    const { data } = await house.ask(
      admin,
      `mutation ($id: ID!) { inviteContact(input: { contactId: $id }) { contact { id } errors { code path } } }`,
      { id: person.id },
      { host: 'evil.example' },
    )
    expect(data.inviteContact.errors).toEqual([])
    const [mail] = await house.sql<{ body_text: string }>(
      'select body_text from outgoing_mail where customer_id = $1',
      [customer.id],
    )
    expect(mail!.body_text).toContain('http://127.0.0.1:4000/invite/')
  })

  test('a group takes the people it is given and lets go of the others', async () => {
    const customer = await house.seed.customer()
    const [ayse, can] = [await house.seed.contact(customer), await house.seed.contact(customer)]
    const made = await house.ask(
      admin,
      `mutation ($input: CreateGroupInput!) { createGroup(input: $input) { group { id members { nodes { id } } } errors { code } } }`,
      {
        input: { customerId: customer.id, name: 'Depo', contactIds: [ayse.id] },
      },
    )
    const { id } = made.data.createGroup.group
    const { data } = await house.ask(
      admin,
      `mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { group { members { nodes { id } } } errors { code path } } }`,
      {
        input: { id, version: 1, contactIds: [can.id] },
      },
    )
    expect(data.updateGroup).toEqual({ group: { members: { nodes: [{ id: can.id }] } }, errors: [] })
  })
})

describe('conversion', () => {
  const toTechnician = `mutation ($input: ConvertToTechnicianInput!) { convertToTechnician(input: $input) { technician { id name } errors { code path } } }`
  const toUser = `mutation ($input: ConvertToUserInput!) { convertToUser(input: $input) { contact { id active } errors { code path } } }`

  test('a user of ours becomes a technician with the same sign-in, and a user again', async () => {
    const department = await house.seed.customer({ kind: 'INTERNAL' })
    const person = await house.seed.contact(department, { name: 'Gizem Çetin' })
    const role = await house.seed.role()
    const made = await house.ask(admin, toTechnician, { input: { contactId: person.id, roleId: role.id } })
    expect(made.data.convertToTechnician).toMatchObject({ technician: { name: 'Gizem Çetin' }, errors: [] })
    const asTechnician = await house.seed.session(person.accountId!)
    expect((await house.ask(asTechnician, '{ me { kind } }')).data.me.kind).toBe('TECHNICIAN')
    const back = await house.ask(admin, toUser, {
      input: { technicianId: made.data.convertToTechnician.technician.id },
    })
    expect(back.data.convertToUser).toEqual({ contact: { id: person.id, active: true }, errors: [] })
    expect((await house.ask(asTechnician, '{ me { kind } }')).status).toBe(401)
    expect((await house.ask(await house.seed.session(person.accountId!), '{ me { kind } }')).data.me.kind).toBe(
      'CONTACT',
    )
  })

  test('a contact of another company stays one', async () => {
    const person = await house.seed.contact(await house.seed.customer())
    const { data } = await house.ask(admin, toTechnician, {
      input: { contactId: person.id, roleId: (await house.seed.role()).id },
    })
    expect(data.convertToTechnician.errors).toEqual([{ code: 'NOT_ALLOWED', path: ['contactId'] }])
  })

  test('the last administrator cannot become a user', async () => {
    const { data } = await house.ask(admin, toUser, { input: { technicianId: admin.id } })
    expect(data.convertToUser.errors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['technicianId'] }])
  })
})

describe('sign-ins of mightier people', () => {
  test('who writes contacts cannot take over the sign-in of a technician that was a contact', async () => {
    const department = await house.seed.customer({ kind: 'INTERNAL' })
    const boss = await house.seed.technician({ administrator: true })
    const old = await house.seed.contact(department, { accountId: boss.accountId, active: false })
    const clerk = await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] })
    for (const email of ['evil@example.com', null]) {
      const { data } = await house.ask(clerk, updateContact, { input: { id: old.id, version: 1, email } })
      expect(data.updateContact.errors).toEqual([{ code: 'NOT_ALLOWED', path: ['id'] }])
    }
    expect(await house.sql('select email from sign_in.account where id = $1', [boss.accountId])).toEqual([
      { email: boss.email },
    ])
    expect((await house.ask(boss, '{ me { kind } }')).data.me.kind).toBe('ADMIN')
  })
})
