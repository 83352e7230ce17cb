/** Two at once: F9, F11, F15 and what else must happen exactly once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'
import { codes as codesOf, tell } from './tools.ts'

let house: House
let admin: Who & { id: string }
beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house?.close())

const codes = (name: string, input: object, who: Who = admin) => codesOf(house, who, name, input)
/** How all of them ended, sorted: `done`, or the code of what stood against it. */
async function together(all: Promise<unknown[]>[]): Promise<string[]> {
  return (await Promise.all(all)).map((found) => JSON.stringify(found[0] ?? 'done').replaceAll('"', '')).toSorted()
}
const rounds = Array.from({ length: 5 }, (_, i) => i)

test('F9: of two editors with the same version one wins, and the other sees the state as it is', async () => {
  for (const round of rounds) {
    const { id } = await house.seed.customer()
    const answers = await Promise.all(
      ['Bir', 'İki', 'Üç'].map((name) =>
        tell(house, admin, 'updateCustomer', { id, version: 1, name: `${name} ${round}` }, 'customer { name version }'),
      ),
    )
    const all = answers.map(({ data }) => data.updateCustomer)
    const won = all.filter(({ errors }) => !errors.length)
    expect(won).toHaveLength(1)
    for (const lost of all.filter(({ errors }) => errors.length))
      expect(lost).toEqual({ customer: { ...won[0].customer }, errors: [{ code: 'CONFLICT', path: ['version'] }] })
  }
})

test('one address makes one sign-in, whoever comes together', async () => {
  const customer = await house.seed.customer()
  const { roleId } = await house.seed.technician()
  for (const round of rounds) {
    const email = `ayni${round}@example.com`
    const ended = await together([
      codes('createContact', { customerId: customer.id, name: 'A', email }),
      codes('createContact', { customerId: customer.id, name: 'B', email: email.toUpperCase() }),
      codes('createTechnician', { name: 'C', email, roleId }),
    ])
    expect(ended).toEqual(['TAKEN', 'TAKEN', 'done'])
  }
})

test('one name makes one active customer, one group, one role', async () => {
  const customer = await house.seed.customer()
  for (const round of rounds) {
    const name = `Aynı ${round}`
    expect(await together([codes('createCustomer', { name }), codes('createCustomer', { name })])).toEqual([
      'TAKEN',
      'done',
    ])
    const group = { customerId: customer.id, name }
    expect(await together([codes('createGroup', group), codes('createGroup', group)])).toEqual(['TAKEN', 'done'])
    const role = { name, permissions: [], onlyAuthorizedCustomers: false }
    expect(await together([codes('createRole', role), codes('createRole', role)])).toEqual(['TAKEN', 'done'])
  }
})

test('contracts entered together have references without a gap, and a draft begins once', async () => {
  const type = await house.seed.contractType()
  const enter = async (draft: boolean) => {
    const customer = await house.seed.customer()
    const input = {
      customerId: customer.id,
      typeId: type.id,
      name: 'Bakım',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    }
    const { data } = await tell(house, admin, 'createContract', { ...input, draft }, 'contract { id reference }')
    expect(data.createContract.errors).toEqual([])
    return data.createContract.contract as { id: string; reference: string }
  }
  const made = await Promise.all(rounds.map(() => enter(true)))
  const numbers = made.map(({ reference }) => Number(reference.split('-')[2])).toSorted((a, b) => a - b)
  expect(numbers.at(-1)! - numbers[0]!).toBe(rounds.length - 1)
  expect(new Set(numbers).size).toBe(rounds.length)
  for (const { id } of made) {
    const activate = () => codes('activateContract', { id, version: 1 })
    expect(await together([activate(), activate(), codes('deleteContract', { id, version: 1 })])).toHaveLength(3)
    const [row] = await house.sql<{ draft: boolean }>('select draft from contract where id = $1', [id])
    const told = await house.sql(`select from audit_event where subject_id = $1 and action = 'ACTIVATED'`, [id])
    expect(told).toHaveLength(row ? 1 : 0)
    expect(row?.draft ?? false).toBe(false)
  }
})

test('whatever is done to a contract together, its days are those of its terms', async () => {
  const customer = await house.seed.customer()
  for (const _ of rounds) {
    const { id } = await house.seed.contract(customer, { startsOn: '2020-01-01', endsOn: '2098-12-31' })
    const change = (more: object) => codes('updateContract', { id, version: 1, ...more })
    const ended = await together([
      change({ endsOn: '2099-06-30' }),
      change({ endsOn: '2099-12-31', name: 'Başka' }),
      change({ autoRenew: true, renewalPeriod: { count: 1, unit: 'YEAR' } }),
    ])
    expect(ended).toEqual(['CONFLICT', 'CONFLICT', 'done'])
    const rows = await house.sql(
      'select from contract c join contract_term t on t.contract_id = c.id and t.ends_on = c.ends_on where c.id = $1',
      [id],
    )
    expect(rows).toHaveLength(1)
  }
})

test('F11: a person is converted once, and moved once', async () => {
  const role = await house.seed.role()
  for (const _ of rounds) {
    const ours = await house.seed.customer({ kind: 'INTERNAL' })
    const [one, two] = [await house.seed.customer(), await house.seed.customer()]
    const user = await house.seed.contact(ours)
    const convert = () => codes('convertToTechnician', { contactId: user.id, roleId: role.id })
    expect(await together([convert(), convert(), convert()])).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'done'])
    const person = await house.seed.contact(ours)
    const move = (to: { id: string }) => codes('moveContact', { contactId: person.id, customerId: to.id })
    expect(await together([move(one), move(two)])).toEqual(['NOT_ALLOWED', 'done'])
    const active = await house.sql('select from contact where account_id = $1 and active', [person.accountId])
    expect(active).toHaveLength(1)
  }
})

test('F11: of two administrators who leave at once, by different ways, one stays', async () => {
  const role = await house.seed.role()
  for (const _ of rounds) {
    await house.sql(
      'update technician set active = false where id <> $1 and role_id = (select role_id from technician where id = $1)',
      [admin.id],
    )
    const other = await house.seed.technician({ administrator: true })
    const [mine] = await house.sql<{ version: number }>('select version from technician where id = $1', [admin.id])
    const department = await house.seed.customer({ kind: 'INTERNAL' })
    await house.seed.contact(department, { accountId: other.accountId, email: other.email, active: false })
    const ended = await together([
      codes('updateTechnician', { id: admin.id, version: mine!.version, roleId: role.id }, other),
      codes('convertToUser', { technicianId: other.id }, admin),
    ])
    expect(ended).toContain('done')
    const left = await house.sql(
      'select t.id from technician t join role r on r.id = t.role_id where r.administrator and t.active',
    )
    expect(left).toHaveLength(1)
    // The same administrator goes into the next round.
    await house.sql(
      'update technician set active = true, role_id = (select id from role where administrator) where id = $1',
      [admin.id],
    )
  }
})

test('a person is never a technician and a user at once', async () => {
  const role = await house.seed.role()
  for (const _ of rounds) {
    const ours = await house.seed.customer({ kind: 'INTERNAL' })
    const technician = await house.seed.technician({ role, active: false })
    const contact = await house.seed.contact(ours, {
      accountId: technician.accountId,
      email: technician.email,
      active: false,
    })
    const ended = await together([
      codes('updateTechnician', { id: technician.id, version: 1, active: true }),
      codes('setContactActive', { id: contact.id, version: 1, active: true }),
    ])
    expect(ended).toEqual(['NOT_ALLOWED', 'done'])
  }
})

test('people who are put into two groups, renamed and passivated at once: no failure, and one state', async () => {
  for (const round of rounds) {
    const customer = await house.seed.customer()
    const people = [
      await house.seed.contact(customer),
      await house.seed.contact(customer),
      await house.seed.contact(customer),
    ]
    const contactIds = people.map(({ id }) => id)
    const groups = [await house.seed.group(customer), await house.seed.group(customer)]
    const ended = await together([
      codes('updateGroup', { id: groups[0]!.id, version: 1, contactIds }),
      codes('updateGroup', { id: groups[1]!.id, version: 1, contactIds: contactIds.toReversed() }),
      codes('createGroup', { customerId: customer.id, name: `Yeni ${round}`, contactIds }),
      codes('updateContact', { id: contactIds[1]!, version: 1, name: 'Başka' }),
      codes('deleteContact', { id: contactIds[2]!, version: 1 }),
    ])
    for (const each of ended) expect(['done', 'CONFLICT', 'NOT_FOUND']).toContain(each)
    expect(ended).toContain('done')
  }
})

test('a role that is deleted while somebody gets it; a customer that is deleted while somebody is entered', async () => {
  for (const round of rounds) {
    const role = await house.seed.role()
    const given = await together([
      codes('deleteRole', { id: role.id, version: 1 }),
      codes('createTechnician', { name: 'T', email: `rol${round}@example.com`, roleId: role.id }),
    ])
    expect([
      ['IN_USE', 'done'],
      ['NOT_FOUND', 'done'],
    ]).toContainEqual(given)
    const customer = await house.seed.customer()
    const entered = await together([
      codes('deleteCustomer', { id: customer.id, version: 1 }),
      codes('createContact', { customerId: customer.id, name: 'K', email: `kisi${round}@example.com` }),
      codes('createGroup', { customerId: customer.id, name: 'G' }),
      codes('setAuthorizedTechnicians', { customerId: customer.id, technicianIds: [] }),
    ])
    for (const each of entered) expect(['done', 'NOT_FOUND']).toContain(each)
    // Whatever came first: nothing hangs in the air.
    expect(
      await house.sql(
        'select from sign_in.account a where email = $1 and not exists (select from contact c where c.account_id = a.id)',
        [`kisi${round}@example.com`],
      ),
    ).toEqual([])
  }
})

test('the authorized technicians are those of one of the two who set them', async () => {
  const technicians = [await house.seed.technician(), await house.seed.technician(), await house.seed.technician()]
  for (const _ of rounds) {
    const customer = await house.seed.customer()
    const sets = [
      [0, 1],
      [1, 2],
      [2, 0],
    ].map((each) => each.map((i) => technicians[i]!.id))
    const ended = await together(
      sets.map((technicianIds) => codes('setAuthorizedTechnicians', { customerId: customer.id, technicianIds })),
    )
    expect(ended).toEqual(['done', 'done', 'done'])
    const rows = await house.sql<{ technician_id: string }>(
      'select technician_id from technician_customer where customer_id = $1',
      [customer.id],
    )
    expect(sets.map((each) => each.toSorted().join())).toContain(
      rows
        .map((row) => row.technician_id)
        .toSorted()
        .join(),
    )
  }
})

describe('F15: idempotency keys', () => {
  const create = (who: Who, input: object) => tell(house, who, 'createCustomer', input, 'customer { id name }')

  test('one call sent five times at once makes one row and gets one answer', async () => {
    for (const round of rounds) {
      const input = { name: `Tek ${round}`, idempotencyKey: `tek-${round}` }
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => create(admin, input)))
      expect(new Set(answers.map(({ data }) => data.createCustomer.customer?.id)).size).toBe(1)
      expect(await house.sql('select from customer where name = $1', [input.name])).toHaveLength(1)
    }
  })

  test('a key belongs to one principal: nobody gets or blocks another’s answer by guessing it', async () => {
    const other = await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] })
    const first = await create(admin, { name: 'Benim', idempotencyKey: 'ortak' })
    const second = await create(other, { name: 'Onun', idempotencyKey: 'ortak' })
    expect([first, second].map(({ data }) => data.createCustomer.customer.name)).toEqual(['Benim', 'Onun'])
    expect((await create(other, { name: 'Benim', idempotencyKey: 'ortak' })).data.createCustomer.errors).toEqual([
      { code: 'CONFLICT', path: ['idempotencyKey'] },
    ])
  })

  test('the same key for another mutation is a CONFLICT', async () => {
    const { id } = await house.seed.customer()
    await create(admin, { name: 'Anahtarlı', idempotencyKey: 'baska-is' })
    expect(await codes('createGroup', { customerId: id, name: 'Anahtarlı', idempotencyKey: 'baska-is' })).toEqual([
      'CONFLICT',
    ])
  })

  test('an answer is not replayed to who may not do it any more, nor shown beyond present reach', async () => {
    const customer = await house.seed.customer()
    const permissions = ['CUSTOMERS_READ', 'CUSTOMERS_WRITE']
    const me = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const input = { customerId: customer.id, name: 'Kişi', idempotencyKey: 'eski' }
    const make = () => tell(house, me, 'createContact', input, 'contact { id name }')
    expect((await make()).data.createContact.contact.name).toBe('Kişi')
    await house.sql('delete from technician_customer where technician_id = $1', [me.id])
    expect((await make()).data.createContact.contact).toBeNull()
    await house.sql(`update role set permissions = '{CUSTOMERS_READ}' where id = $1`, [me.roleId])
    expect((await make()).errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  })

  test('C1: the secret of a key is not kept with its answer', async () => {
    const input = { name: 'Gizli', permissions: [], allCustomers: true, idempotencyKey: 'anahtar' }
    const make = () => tell(house, admin, 'createApiKey', input, 'secret apiKey { id }')
    const [first, again] = [await make(), await make()]
    expect(again.data.createApiKey).toEqual({ ...first.data.createApiKey, secret: null })
    const kept = await house.sql<{ all: string }>(`select string_agg(i::text, '') as all from idempotency_key i`)
    expect(kept[0]!.all).not.toContain(first.data.createApiKey.secret.slice(16))
  })

  test('what failed is not remembered: the key is free for the next try', async () => {
    await house.seed.customer({ name: 'Dolu' })
    const taken = await create(admin, { name: 'Dolu', idempotencyKey: 'yine' })
    expect(taken.data.createCustomer.errors).toMatchObject([{ code: 'TAKEN' }])
    expect((await create(admin, { name: 'Boş', idempotencyKey: 'yine' })).data.createCustomer.errors).toEqual([])
  })
})
