import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'

type Technician = Who & { id: string; roleId: string }

let house: House
let admin: Technician
let administrator: { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true, name: 'Elif Karaca' })
  administrator = await house.seed.role({ administrator: true })
})
afterAll(() => house.close())

/** Sends a mutation of one `input` and answers with its payload. */
async function tell(who: Who, name: string, input: object, of = 'technician { id version name active role { id } }') {
  const type = name[0]!.toUpperCase() + name.slice(1)
  const inputType = name === 'deleteRole' ? 'DeleteInput' : `${type}Input`
  const { data, errors } = await house.ask(
    who,
    `mutation ($input: ${inputType}!) { answer: ${name}(input: $input) { ${of} errors { code path message } } }`,
    { input },
  )
  expect(errors).toBeUndefined()
  return data.answer
}
const ofRole = 'role { id version permissions onlyAuthorizedCustomers members { nodes { id } } }'
const refused = (code: string, ...path: string[]) => ({ errors: [expect.objectContaining({ code, path })] })

describe('technicians', () => {
  test('one is entered with a sign-in, invited, and told in the audit log', async () => {
    const role = await house.seed.role()
    const input = {
      name: ' Mert  Aksoy ',
      email: 'mert@example.com',
      roleId: role.id,
      costRate: { amount: '1250.5', currency: 'TRY' },
    }
    const of = 'technician { id name email lastSeenAt costRate { amount currency } }'
    const { technician, errors } = await tell(admin, 'createTechnician', input, 'technician { id }')
    expect(errors).toEqual([])
    const again = await house.ask(admin, `query ($id: ID!) { ${of.replace('{', '(id: $id) {')} }`, technician)
    expect(again.data.technician).toEqual({
      id: technician.id,
      name: 'Mert Aksoy',
      email: 'mert@example.com',
      lastSeenAt: null,
      costRate: { amount: '1250.50', currency: 'TRY' },
    })
    expect(await tell(admin, 'inviteTechnician', { technicianId: technician.id })).toMatchObject({ errors: [] })
    const { data } = await house.ask(
      admin,
      'query ($id: ID!) { auditEvents(filter: { subjectId: $id }) { nodes { action changes { field to } } } mails { nodes { to text } } }',
      technician,
    )
    expect(data.auditEvents.nodes).toEqual([
      { action: 'INVITED', changes: [] },
      { action: 'CREATED', changes: expect.arrayContaining([{ field: 'costRate', to: '1250.50 TRY' }]) },
    ])
    expect(data.mails.nodes).toEqual([{ to: 'mert@example.com', text: expect.stringContaining('/invite/') }])
  })

  test('an e-mail is one sign-in, whatever the case of its letters', async () => {
    const { id: roleId } = await house.seed.role()
    const taken = await house.seed.technician({ email: 'ayse@example.com' })
    expect(taken.email).toBe('ayse@example.com')
    const answer = await tell(admin, 'createTechnician', { name: 'Ayşe', email: 'AYSE@Example.com', roleId })
    expect(answer).toMatchObject(refused('TAKEN', 'email'))
  })

  test.each([
    [{ amount: '1.005', currency: 'TRY' }, 'amount'],
    [{ amount: '1.5', currency: 'JPY' }, 'amount'],
    [{ amount: '-1', currency: 'TRY' }, 'amount'],
    [{ amount: '12345678901', currency: 'TRY' }, 'amount'],
    [{ amount: '1', currency: 'try' }, 'currency'],
  ])('an hour cannot cost %j', async (costRate, part) => {
    const { id } = await house.seed.technician()
    const answer = await tell(admin, 'updateTechnician', { id, version: 1, costRate })
    expect(answer).toMatchObject(refused('INVALID', 'costRate', part))
  })

  test('passivating ends the session at once', async () => {
    const technician = await house.seed.technician()
    await tell(admin, 'updateTechnician', { id: technician.id, version: 1, active: false })
    const { errors } = await house.ask(technician, '{ me { kind } }')
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  })

  test('who is a user again is not activated as technician', async () => {
    const technician = await house.seed.technician({ active: false })
    const department = await house.seed.customer({ kind: 'INTERNAL' })
    await house.seed.contact(department, { accountId: technician.accountId, email: technician.email })
    const answer = await tell(admin, 'updateTechnician', { id: technician.id, version: 1, active: true })
    expect(answer).toMatchObject(refused('NOT_ALLOWED', 'active'))
  })

  test('F11: the last administrator can neither be passivated nor lose the role', async () => {
    const role = await house.seed.role()
    const { id } = admin
    const answers = [
      await tell(admin, 'updateTechnician', { id, version: 1, active: false }),
      await tell(admin, 'updateTechnician', { id, version: 1, roleId: role.id }),
      await tell(admin, 'updateRole', { id: role.id, version: 1, memberIds: [id] }, ofRole),
    ]
    expect(answers.map(({ errors }) => errors[0].path)).toEqual([['active'], ['roleId'], ['memberIds']])
    const other = await house.seed.technician({ administrator: true })
    const both = await tell(admin, 'updateRole', { id: role.id, version: 1, memberIds: [id, other.id] }, ofRole)
    expect(both).toMatchObject(refused('NOT_ALLOWED', 'memberIds'))
    // Two who leave at once wait for each other.
    const leave = (who: Technician) => tell(admin, 'updateTechnician', { id: who.id, version: 1, active: false })
    await Promise.allSettled([leave(admin), leave(other)])
    const [left] = await house.sql<{ count: string }>('select count(*) from technician where role_id = $1 and active', [
      administrator.id,
    ])
    expect(left?.count).toBe('1')
    await house.sql('update technician set active = true, version = 1 where id = $1', [id])
    await house.sql('update technician set active = false where id = $1', [other.id])
  })
})

describe('F11: nobody gives what he or she does not have', () => {
  const own = ['CUSTOMERS_READ', 'ORGANIZATION_WRITE']
  const mightier = ['BILLING_READ']

  test('an organizer makes no administrator and changes none', async () => {
    const me = await house.seed.technician({ permissions: own })
    const mine = { id: me.roleId, version: 1 }
    const roleId = administrator.id
    const refusals = [
      await tell(me, 'createTechnician', { name: 'X', email: 'x1@example.com', roleId }),
      await tell(me, 'updateTechnician', { id: me.id, version: 1, roleId }),
      await tell(me, 'updateTechnician', { id: admin.id, version: 1, name: 'X' }),
      await tell(me, 'inviteTechnician', { technicianId: admin.id }),
      await tell(me, 'updateRole', { id: roleId, version: 1, name: 'X' }, ofRole),
      await tell(me, 'updateRole', { ...mine, memberIds: [me.id, admin.id] }, ofRole),
    ]
    expect(refusals.map(({ errors }) => errors[0]?.code)).toEqual(refusals.map(() => 'NOT_ALLOWED'))
  })

  test('an organizer gives no permission that is not his or her own, least of all to himself or herself', async () => {
    const me = await house.seed.technician({ permissions: own })
    const strong = await house.seed.role({ permissions: mightier })
    const mine = { id: me.roleId, version: 1 }
    const refusals = [
      await tell(me, 'createRole', { name: 'Güçlü', permissions: mightier, onlyAuthorizedCustomers: true }, ofRole),
      await tell(me, 'updateRole', { ...mine, permissions: [...own, ...mightier] }, ofRole),
      await tell(me, 'updateRole', { id: strong.id, version: 1, memberIds: [me.id] }, ofRole),
      await tell(me, 'updateTechnician', { id: me.id, version: 1, roleId: strong.id }),
      await tell(me, 'createTechnician', { name: 'X', email: 'x2@example.com', roleId: strong.id }),
    ]
    expect(refusals.map(({ errors }) => errors[0]?.code)).toEqual(refusals.map(() => 'NOT_ALLOWED'))
  })

  test('what a role had before stays, when it is renamed by somebody who has less', async () => {
    const me = await house.seed.technician({ permissions: own })
    const strong = await house.seed.role({ permissions: mightier })
    const input = { id: strong.id, version: 1, name: 'Yeni ad', permissions: [...mightier, 'CUSTOMERS_READ'] }
    const { role } = await tell(me, 'updateRole', input, ofRole)
    expect(role.permissions).toEqual(['CUSTOMERS_READ', 'BILLING_READ'])
  })

  test('who sees some customers opens all of them for nobody', async () => {
    const me = await house.seed.technician({ permissions: own, restricted: true })
    const wide = await house.seed.role({ permissions: [] })
    const refusals = [
      await tell(me, 'createRole', { name: 'Geniş', permissions: [], onlyAuthorizedCustomers: false }, ofRole),
      await tell(me, 'updateRole', { id: me.roleId, version: 1, onlyAuthorizedCustomers: false }, ofRole),
      await tell(me, 'updateTechnician', { id: me.id, version: 1, roleId: wide.id }),
    ]
    expect(refusals.map(({ errors }) => errors[0]?.code)).toEqual(refusals.map(() => 'NOT_ALLOWED'))
  })
})

describe('roles', () => {
  test('members move in, and leave by getting another role', async () => {
    const one = await house.seed.technician()
    const two = await house.seed.technician()
    const input = {
      name: 'Vardiya',
      permissions: ['TICKETS_READ'],
      onlyAuthorizedCustomers: true,
      memberIds: [one.id, two.id],
    }
    const { role } = await tell(admin, 'createRole', input, ofRole)
    expect(role.members.nodes).toHaveLength(2)
    const { id, version } = role
    expect(await tell(admin, 'updateRole', { id, version, memberIds: [one.id] }, ofRole)).toMatchObject(
      refused('INVALID', 'memberIds'),
    )
    expect(await tell(admin, 'deleteRole', { id, version }, 'deletedId')).toMatchObject(refused('IN_USE', 'id'))
    for (const each of [one, two])
      await tell(admin, 'updateTechnician', { id: each.id, version: 2, roleId: each.roleId })
    expect(await tell(admin, 'deleteRole', { id, version }, 'deletedId')).toEqual({ deletedId: id, errors: [] })
  })

  test('a name is taken once, and a stale version is a CONFLICT', async () => {
    const role = await house.seed.role({ name: 'Işık' })
    const input = { name: 'IŞIK', permissions: [], onlyAuthorizedCustomers: false }
    expect(await tell(admin, 'createRole', input, ofRole)).toMatchObject(refused('TAKEN', 'name'))
    const stale = await tell(admin, 'updateRole', { id: role.id, version: 7, name: 'Gölge' }, ofRole)
    expect(stale).toMatchObject({ role: { id: role.id, version: 1 }, ...refused('CONFLICT', 'version') })
  })

  test('the administrator role may do everything and stays', async () => {
    const { id } = administrator
    const { role } = await tell(admin, 'updateRole', { id, version: 1, name: 'Yöneticiler' }, ofRole)
    expect(role.permissions).toHaveLength(14)
    const { version } = role
    const answers = [
      await tell(admin, 'updateRole', { id, version, permissions: ['AUDIT_READ'] }, ofRole),
      await tell(admin, 'updateRole', { id, version, onlyAuthorizedCustomers: true }, ofRole),
      await tell(admin, 'deleteRole', { id, version }, 'deletedId'),
    ]
    expect(answers.map(({ errors }) => errors[0].code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED'])
  })

  test('the effect of the switch is told before it is set', async () => {
    const customer = await house.seed.customer()
    await house.seed.customer()
    const technician = await house.seed.technician({ customers: [customer] })
    const query = `query ($ids: [ID!]!, $switch: Boolean!) {
      roleEffect(onlyAuthorizedCustomers: $switch, memberIds: $ids) { technician { id } visibleCustomers allCustomers } }`
    const effect = async (on: boolean) =>
      (await house.ask(admin, query, { ids: [technician.id, 'nobody'], switch: on })).data.roleEffect
    const [limited] = await effect(true)
    const [open] = await effect(false)
    expect(limited).toMatchObject({ technician: { id: technician.id }, visibleCustomers: 1 })
    expect(open.visibleCustomers).toBe(open.allCustomers)
    expect(open.allCustomers).toBeGreaterThan(1)
  })
})

describe('users', () => {
  const find = (who: Who, filter: object) =>
    house.ask(who, `query ($filter: UserFilter) { users(filter: $filter) { totalCount nodes { __typename id } } }`, {
      filter,
    })

  test('everybody with a sign-in stands there once', async () => {
    const department = await house.seed.customer({ kind: 'INTERNAL' })
    const technician = await house.seed.technician({ name: 'Tekil Kişi', email: 'tekil@example.com' })
    const before = { name: 'Tekil Kişi', accountId: technician.accountId, email: technician.email, active: false }
    const contact = await house.seed.contact(department, before)
    const asked = async () => (await find(admin, { text: 'tekil kisi' })).data.users.nodes
    expect(await asked()).toEqual([{ __typename: 'Technician', id: technician.id }])
    await house.sql('update technician set active = false where id = $1', [technician.id])
    await house.sql('update contact set active = true where id = $1', [contact.id])
    expect(await asked()).toEqual([{ __typename: 'Contact', id: contact.id }])
  })

  test('kinds are told apart, and contacts are not for who may not read customers', async () => {
    const me = await house.seed.technician({ permissions: ['ORGANIZATION_WRITE'], name: 'Düzenleyen' })
    await house.seed.contact(await house.seed.customer(), { name: 'Başka Biri' })
    expect((await find(admin, { kind: 'ADMIN' })).data.users.nodes).toContainEqual({
      __typename: 'Technician',
      id: admin.id,
    })
    expect((await find(admin, { kind: 'PARTNER' })).data.users.totalCount).toBe(0)
    expect((await find(admin, { kind: 'CONTACT' })).data.users.totalCount).toBeGreaterThan(0)
    expect((await find(me, { kind: 'CONTACT' })).data.users).toEqual({ totalCount: 0, nodes: [] })
  })
})

test('an amount is refused in an input as its field is refused in a query', async () => {
  const organizer = await house.seed.technician({ permissions: ['ORGANIZATION_WRITE'] })
  const { id } = await house.seed.technician()
  const { errors } = await house.ask(
    organizer,
    'mutation ($input: UpdateTechnicianInput!) { updateTechnician(input: $input) { errors { code } } }',
    { input: { id, version: 1, costRate: { amount: '1.00', currency: 'TRY' } } },
  )
  expect(errors).toMatchObject([
    { path: ['updateTechnician', 'input', 'costRate'], extensions: { code: 'FORBIDDEN', permission: 'BILLING_READ' } },
  ])
})

test('a payload may hold what code answers', async () => {
  const { id } = await house.seed.technician()
  const { data, errors } = await house.ask(
    await house.seed.technician({ administrator: true }),
    'mutation ($input: UpdateTechnicianInput!) { updateTechnician(input: $input) { technician { name lastSeenAt } errors { code } } }',
    { input: { id, version: 1, name: 'Yeni Ad' } },
  )
  expect(errors).toBeUndefined()
  expect(data.updateTechnician).toEqual({ technician: { name: 'Yeni Ad', lastSeenAt: null }, errors: [] })
})

test('staff without customers may still ask who they are', async () => {
  const someone = await house.seed.technician({ permissions: [] })
  const { data, errors } = await house.ask(
    someone,
    '{ me { kind customer { name contacts { totalCount } } person { name } } }',
  )
  expect(errors).toBeUndefined()
  expect(data.me).toMatchObject({ kind: 'TECHNICIAN', customer: null })
})
