import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }
let type: { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
  type = await house.seed.contractType()
})
beforeEach(() => house.setClock('2026-05-21'))
afterAll(() => house.close())

const fields = `id version reference name description status daysLeft startsOn endsOn autoRenew renewalPeriod { count unit }
  planRevision plan { id } planChanges { fromOn revision plan { id } } terms { startsOn endsOn origin } type { id name }
  notices { side days } noticeUsers { id } noticeContacts { id }`
const mutate = async (name: string, input: object, who: Who = admin, select = `contract { ${fields} }`) => {
  const type = name === 'deleteContract' ? 'DeleteInput' : `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const { data, errors } = await house.ask(
    who,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} errors { code path message } } }`,
    { input },
  )
  expect(errors).toBeUndefined()
  return data[name]
}
const read = async (id: string, who: Who = admin, select = fields) =>
  (await house.ask(who, `query ($id: ID!) { contract(id: $id) { ${select} } }`, { id })).data?.contract
const half = { startsOn: '2026-01-01', endsOn: '2026-06-30' }
const bare = async (more: object = {}) => ({
  customerId: (await house.seed.customer()).id,
  typeId: type.id,
  name: 'Bakım',
  ...half,
  ...more,
})
const enter = async (more: object = {}) => {
  const { contract, errors } = await mutate('createContract', await bare(more))
  expect(errors).toEqual([])
  return contract
}

describe('entering a contract', () => {
  test('it gets a reference of the year, its first term, and holds at once', async () => {
    const plan = await house.seed.plan()
    const input = await bare({
      description: ' Haftalık bakım ',
      planId: plan.id,
      autoRenew: true,
      renewalPeriod: { count: 6, unit: 'MONTH' },
    })
    const { contract, errors } = await mutate('createContract', input)
    expect(errors).toEqual([])
    expect(contract).toMatchObject({
      version: 1,
      reference: expect.stringMatching(/^C-2026-\d{4}$/),
      description: 'Haftalık bakım',
      status: 'ACTIVE',
      // 21 May to 30 June, both counted.
      daysLeft: 41,
      autoRenew: true,
      renewalPeriod: { count: 6, unit: 'MONTH' },
      plan: { id: plan.id },
      planRevision: 1,
      planChanges: [{ fromOn: '2026-01-01', revision: 1, plan: { id: plan.id } }],
      terms: [{ ...half, origin: 'INITIAL' }],
      type: { id: type.id },
      notices: [],
    })
    const next = await enter()
    expect(Number(next.reference.slice(7))).toBe(Number(contract.reference.slice(7)) + 1)
    house.setClock('2027-01-01T00:30:00+03:00')
    expect((await enter()).reference).toBe('C-2027-0001')
  })

  test('the same key and body get the same answer', async () => {
    const input = await bare({ idempotencyKey: 'bir' })
    const first = await mutate('createContract', input)
    expect((await mutate('createContract', input)).contract.id).toBe(first.contract.id)
    expect(await mutate('createContract', { ...input, name: 'Başka' })).toMatchObject({
      contract: null,
      errors: [{ code: 'CONFLICT', path: ['idempotencyKey'] }],
    })
  })

  test.for<[object, string, string[]]>([
    [{ name: ' ' }, 'REQUIRED', ['name']],
    [{ endsOn: '2025-12-31' }, 'INVALID', ['endsOn']],
    [{ startsOn: '1969-12-31' }, 'INVALID', ['startsOn']],
    [{ endsOn: '2200-01-01' }, 'INVALID', ['endsOn']],
    [{ autoRenew: true }, 'REQUIRED', ['renewalPeriod']],
    [{ renewalPeriod: { count: 0, unit: 'DAY' } }, 'INVALID', ['renewalPeriod', 'count']],
    [{ renewalPeriod: { count: 1_001, unit: 'DAY' } }, 'INVALID', ['renewalPeriod', 'count']],
    [{ notices: [{ side: 'AFTER_END', days: 0 }] }, 'INVALID', ['notices', '0', 'days']],
    [{ notices: [{ side: 'BEFORE_END', days: 366 }] }, 'INVALID', ['notices', '0', 'days']],
    [
      { notices: Array.from({ length: 21 }, (_, days) => ({ side: 'BEFORE_END', days })) },
      'LIMIT_EXCEEDED',
      ['notices'],
    ],
    [{ typeId: 'x' }, 'NOT_FOUND', ['typeId']],
    [{ planId: 'x' }, 'NOT_FOUND', ['planId']],
    [{ customerId: 'x' }, 'NOT_FOUND', ['customerId']],
    [{ noticeUserIds: ['x'] }, 'NOT_FOUND', ['noticeUserIds']],
    [{ noticeContactIds: ['x'] }, 'NOT_FOUND', ['noticeContactIds']],
  ])('F14: refuses %j', async ([more, code, path]) => {
    expect(await mutate('createContract', await bare(more))).toMatchObject({ contract: null, errors: [{ code, path }] })
  })

  test('refuses what is inactive, and says so', async () => {
    const customer = await house.seed.customer({ active: false })
    const old = await house.seed.contractType({ active: false })
    const plan = await house.seed.plan()
    await house.sql('update service_plan set active = false where id = $1', [plan.id])
    for (const [more, field] of [
      [{ customerId: customer.id }, 'customerId'],
      [{ typeId: old.id }, 'typeId'],
      [{ planId: plan.id }, 'planId'],
    ] as const)
      expect((await mutate('createContract', await bare(more))).errors).toMatchObject([
        { code: 'NOT_ALLOWED', path: [field], message: expect.stringContaining('inactive') },
      ])
  })
})

describe('status by the calendar', () => {
  test.each([
    ['2025-12-31', 'UPCOMING', null],
    ['2026-01-01', 'ACTIVE', 181],
    ['2026-06-30', 'ACTIVE', 1],
    ['2026-07-01', 'EXPIRED', null],
  ])('on %s: %s', async (day, status, daysLeft) => {
    const { id } = await house.seed.contract(await house.seed.customer(), half)
    house.setClock(day)
    expect(await read(id, admin, 'status daysLeft')).toEqual({ status, daysLeft })
  })

  test('the day ends at midnight in Istanbul, not in Greenwich', async () => {
    const { id } = await house.seed.contract(await house.seed.customer(), half)
    house.setClock('2026-06-30T20:59:50Z')
    expect(await read(id, admin, 'status daysLeft')).toEqual({ status: 'ACTIVE', daysLeft: 1 })
    house.setClock('2026-06-30T21:00:00Z')
    expect(await read(id, admin, 'status daysLeft')).toEqual({ status: 'EXPIRED', daysLeft: null })
  })

  test('one that is ended early is over from its day on; a draft is a draft', async () => {
    const customer = await house.seed.customer()
    const draft = await house.seed.contract(customer, { ...half, draft: true })
    const ended = await house.seed.contract(customer, { ...half, endsOn: '2026-05-21', terminatedOn: '2026-05-21' })
    expect(await read(draft.id, admin, 'status daysLeft')).toEqual({ status: 'DRAFT', daysLeft: null })
    expect(await read(ended.id, admin, 'status daysLeft')).toEqual({ status: 'TERMINATED', daysLeft: null })
    house.setClock('2026-05-20')
    expect(await read(ended.id, admin, 'status daysLeft')).toEqual({ status: 'ACTIVE', daysLeft: 2 })
  })

  test('lists by status, ends, type, plan, text; in every order', async () => {
    const customer = await house.seed.customer()
    const plan = await house.seed.plan()
    const made: Record<string, string> = {}
    for (const [name, given] of Object.entries({
      draft: { draft: true },
      upcoming: { startsOn: '2026-06-01', endsOn: '2026-08-31', plan },
      active: { endsOn: '2026-06-30', autoRenew: true },
      last: { endsOn: '2026-05-21' },
      expired: { endsOn: '2026-05-20', plan },
      terminated: { endsOn: '2026-05-01', terminatedOn: '2026-05-01' },
    }))
      made[name] = (await house.seed.contract(customer, { type, startsOn: '2026-01-01', name, ...given })).id
    const list = async (filter: object, orderBy = 'ENDS_ON_ASC') =>
      (
        await house.ask(
          admin,
          `query ($filter: ContractFilter, $orderBy: ContractOrder) { contracts(filter: $filter, orderBy: $orderBy) { nodes { name } totalCount } }`,
          { filter: { customerId: customer.id, ...filter }, orderBy },
        )
      ).data.contracts.nodes
        .map(({ name }: { name: string }) => name)
        .join(' ')
    expect(await list({})).toBe('terminated expired last active upcoming draft')
    expect(await list({}, 'ENDS_ON_DESC')).toBe('draft upcoming active last expired terminated')
    expect(await list({}, 'NAME_ASC')).toBe('active draft expired last terminated upcoming')
    expect((await list({}, 'STARTS_ON_DESC')).split(' ')[0]).toBe('upcoming')
    expect(await list({ status: ['ACTIVE'] })).toBe('last active')
    expect(await list({ status: ['ACTIVE', 'UPCOMING'] })).toBe('last active upcoming')
    expect(await list({ status: ['EXPIRED'] })).toBe('expired')
    expect(await list({ status: ['EXPIRED', 'TERMINATED'] })).toBe('terminated expired')
    expect(await list({ status: ['DRAFT'] })).toBe('draft')
    expect(await list({ status: [] })).toBe('')
    expect(await list({ endsAfter: '2026-05-20', endsBefore: '2026-06-30' })).toBe('last')
    expect(await list({ autoRenew: true })).toBe('active')
    expect(await list({ planId: plan.id })).toBe('expired upcoming')
    expect(await list({ typeId: type.id, text: 'UPCOM' })).toBe('upcoming')
    expect(await list({ updatedAfter: '2099-01-01T00:00:00Z' })).toBe('')

    const page = `query ($id: ID!, $plan: ID!) { customer(id: $id) { activeContractCount contracts(first: 2) { totalCount nodes { name } } }
      servicePlan(id: $plan) { contracts { nodes { name } } } customers(filter: { planId: $plan }) { nodes { id } } }`
    expect((await house.ask(admin, page, { id: customer.id, plan: plan.id })).data).toEqual({
      customer: {
        activeContractCount: 2,
        contracts: { totalCount: 6, nodes: [{ name: 'terminated' }, { name: 'expired' }] },
      },
      servicePlan: { contracts: { nodes: [{ name: 'expired' }, { name: 'upcoming' }] } },
      customers: { nodes: [{ id: customer.id }] },
    })
  })
})

describe('changing a contract', () => {
  test('the end moves with its term; the first day of one that has begun stays', async () => {
    const { id } = await enter()
    const moved = await mutate('updateContract', { id, version: 1, endsOn: '2026-12-31', name: 'Bakım 2' })
    expect(moved.contract).toMatchObject({
      version: 2,
      name: 'Bakım 2',
      endsOn: '2026-12-31',
      terms: [{ startsOn: '2026-01-01', endsOn: '2026-12-31' }],
    })
    for (const [more, code, path] of [
      [{ startsOn: '2026-02-01' }, 'NOT_ALLOWED', ['startsOn']],
      [{ endsOn: '2026-05-20' }, 'NOT_ALLOWED', ['endsOn']],
      [{ endsOn: '2025-12-31' }, 'INVALID', ['endsOn']],
      [{ endsOn: null }, 'REQUIRED', ['endsOn']],
      [{ name: null }, 'REQUIRED', ['name']],
      [{ typeId: null }, 'REQUIRED', ['typeId']],
      [{ autoRenew: true }, 'REQUIRED', ['renewalPeriod']],
    ] as const)
      expect(await mutate('updateContract', { id, version: 2, ...more })).toMatchObject({ errors: [{ code, path }] })
    expect(await mutate('updateContract', { id, version: 1, name: 'Geç' })).toMatchObject({
      contract: { name: 'Bakım 2' },
      errors: [{ code: 'CONFLICT', path: ['version'] }],
    })
    expect((await mutate('updateContract', { id, version: 2, endsOn: '2026-05-21' })).contract.status).toBe('ACTIVE')
  })

  test('a draft changes in everything and then holds, under the newest revision', async () => {
    const [one, two] = [await house.seed.plan(), await house.seed.plan()]
    const other = await house.seed.contractType()
    const { id } = await enter({ draft: true, planId: one.id })
    const changed = await mutate('updateContract', {
      id,
      version: 1,
      startsOn: '2026-02-01',
      endsOn: '2026-03-31',
      typeId: other.id,
      planId: two.id,
      autoRenew: true,
      renewalPeriod: { count: 1, unit: 'YEAR' },
    })
    expect(changed).toMatchObject({
      contract: {
        status: 'DRAFT',
        version: 2,
        terms: [{ startsOn: '2026-02-01', endsOn: '2026-03-31' }],
        planChanges: [{ fromOn: '2026-02-01', plan: { id: two.id }, revision: 1 }],
        type: { id: other.id },
      },
      errors: [],
    })
    await revise(two.id)
    const active = await mutate('activateContract', { id, version: 2 })
    expect(active.contract).toMatchObject({ status: 'EXPIRED', planRevision: 2, planChanges: [{ revision: 2 }] })
    expect((await mutate('activateContract', { id, version: active.contract.version })).errors).toMatchObject([
      { code: 'NOT_ALLOWED', path: ['id'] },
    ])
  })

  test('a running term keeps its revision; the newest one, or another plan, applies from the next period', async () => {
    const [one, two] = [await house.seed.plan(), await house.seed.plan()]
    const { id } = await enter({ startsOn: '2026-01-31', planId: one.id })
    await revise(one.id)
    expect(await read(id)).toMatchObject({ planRevision: 1 })
    const newest = await mutate('updateContract', { id, version: 1, planId: one.id })
    // Periods are counted from 31 January: the next one begins on 31 May.
    expect(newest.contract).toMatchObject({
      planRevision: 1,
      planChanges: [
        { fromOn: '2026-01-31', revision: 1 },
        { fromOn: '2026-05-31', revision: 2 },
      ],
    })
    house.setClock('2026-05-31')
    expect(await read(id)).toMatchObject({ planRevision: 2, plan: { id: one.id } })
    house.setClock('2026-05-21')
    const again = await mutate('updateContract', { id, version: 2, planId: one.id })
    expect(again.contract.version).toBe(2)
    const other = await mutate('updateContract', { id, version: 2, planId: two.id })
    expect(other.contract.planChanges).toMatchObject([
      { fromOn: '2026-01-31', plan: { id: one.id } },
      { fromOn: '2026-05-31', plan: { id: two.id }, revision: 1 },
    ])
    const none = await mutate('updateContract', { id, version: 3, planId: null })
    expect(none.contract.planChanges[1]).toEqual({ fromOn: '2026-05-31', plan: null, revision: null })
    house.setClock('2026-07-10')
    const later = await mutate('updateContract', { id, version: 4, planId: two.id })
    expect(later.contract.planChanges).toMatchObject([{}, { plan: null }, { fromOn: '2026-07-01' }])
  })

  test('a plan that is to come follows an end that moves, and one for a whole term waits for the next one', async () => {
    const [one, two] = [await house.seed.plan(), await house.seed.plan()]
    const { id } = await enter({ endsOn: '2026-12-31', planId: one.id })
    const pending = async () => (await read(id, admin, 'version planChanges { fromOn }')).planChanges.at(-1).fromOn
    const change = async (more: object) => {
      const { version } = await read(id, admin, 'version')
      expect((await mutate('updateContract', { id, version, ...more })).errors).toEqual([])
      return pending()
    }
    expect(await change({ planId: two.id })).toBe('2026-06-01')
    expect(await change({ endsOn: '2026-05-25' })).toBe('2026-05-26')
    expect(await change({ endsOn: '2026-09-30' })).toBe('2026-06-01')
    await house.sql('alter table service_plan_revision disable trigger service_plan_revision_stays')
    await house.sql(`update service_plan_revision set billing_period = 'ONE_OFF' where plan_id = $1`, [one.id])
    await house.sql('alter table service_plan_revision enable trigger service_plan_revision_stays')
    await change({ planId: one.id })
    expect(await change({ planId: two.id })).toBe('2026-10-01')
    expect(await change({ endsOn: '2026-11-15' })).toBe('2026-11-16')
    expect(await change({ endsOn: '2026-10-31' })).toBe('2026-11-01')
  })

  test('a contract without a plan gets one from the next period of that plan', async () => {
    const plan = await house.seed.plan()
    const { id } = await enter({ startsOn: '2026-01-10', endsOn: '2026-12-31' })
    const changed = await mutate('updateContract', { id, version: 1, planId: plan.id })
    expect(changed.contract).toMatchObject({ plan: null, planRevision: null, planChanges: [{ fromOn: '2026-06-10' }] })
  })

  test('what is told of a change is told by its fields', async () => {
    const technician = await house.seed.technician({ name: 'Zeynep Uzun' })
    const { id } = await enter()
    await mutate('updateContract', {
      id,
      version: 1,
      endsOn: '2026-07-31',
      notices: [{ side: 'BEFORE_END', days: 30 }],
      noticeUserIds: [technician.id],
    })
    const { data } = await house.ask(
      admin,
      `query ($id: ID!) { contract(id: $id) { timeline { nodes { action changes { field from to } } } } }`,
      { id },
    )
    expect(data.contract.timeline.nodes[0]).toEqual({
      action: 'UPDATED',
      changes: [
        { field: 'endsOn', from: '2026-06-30', to: '2026-07-31' },
        { field: 'notices', from: null, to: 'BEFORE_END 30' },
        { field: 'noticeUsers', from: null, to: 'Zeynep Uzun' },
      ],
    })
    expect(data.contract.timeline.nodes[1].action).toBe('CREATED')
  })

  test('one that was ended early keeps its days; an inactive customer’s does not grow', async () => {
    const customer = await house.seed.customer()
    const ended = await house.seed.contract(customer, { endsOn: '2026-06-01', terminatedOn: '2026-06-01' })
    const { id } = await house.seed.contract(customer, half)
    expect(
      (await mutate('updateContract', { ...ended, typeId: undefined, endsOn: '2026-07-01' })).errors,
    ).toMatchObject([{ code: 'NOT_ALLOWED', path: ['endsOn'] }])
    expect((await mutate('updateContract', { id: ended.id, version: 1, name: 'Eski' })).errors).toEqual([])
    await house.sql('update customer set active = false where id = $1', [customer.id])
    expect((await mutate('updateContract', { id, version: 1, endsOn: '2026-07-01' })).errors).toMatchObject([
      { code: 'NOT_ALLOWED', path: ['endsOn'] },
    ])
    const draft = await house.seed.contract(customer, { draft: true })
    expect((await mutate('activateContract', { id: draft.id, version: 1 })).errors).toMatchObject([
      { code: 'NOT_ALLOWED', path: ['id'] },
    ])
  })

  test('the days of a contract are those of its terms, whoever writes', async () => {
    const { id } = await house.seed.contract(await house.seed.customer(), half)
    await expect(house.sql(`update contract set ends_on = '2026-07-01' where id = $1`, [id])).rejects.toThrow(
      'its terms',
    )
    await expect(house.sql('delete from contract_term where contract_id = $1', [id])).rejects.toThrow('its terms')
    await expect(
      house.sql(
        `insert into contract_term (id, customer_id, contract_id, starts_on, ends_on, origin, created_at)
         select gen_random_uuid(), customer_id, id, '2026-06-30', '2026-12-31', 'MANUAL', now() from contract where id = $1`,
        [id],
      ),
    ).rejects.toThrow('contract_term_apart')
  })
})

describe('who is told', () => {
  test('lists are taken as a whole; who was chosen before stays', async () => {
    const customer = await house.seed.customer()
    const [one, two] = [
      await house.seed.technician(),
      await house.seed.technician({ restricted: true, customers: [customer] }),
    ]
    const contact = await house.seed.contact(customer)
    const notices = [
      { side: 'AFTER_END', days: 1 },
      { side: 'BEFORE_END', days: 30 },
      { side: 'BEFORE_END', days: 30 },
      { side: 'BEFORE_END', days: 0 },
    ]
    const { id, ...first } = await enter({
      customerId: customer.id,
      notices,
      noticeUserIds: [one.id, two.id],
      noticeContactIds: [contact.id],
    })
    expect(first.notices).toEqual([
      { side: 'BEFORE_END', days: 30 },
      { side: 'BEFORE_END', days: 0 },
      { side: 'AFTER_END', days: 1 },
    ])
    expect(first.noticeUsers).toHaveLength(2)
    await house.sql('update technician set active = false where id = $1', [one.id])
    await house.sql('update contact set active = false where id = $1', [contact.id])
    const kept = await mutate('updateContract', {
      id,
      version: 1,
      notices: [{ side: 'BEFORE_END', days: 7 }],
      noticeUserIds: [one.id],
      noticeContactIds: [contact.id],
    })
    expect(kept).toMatchObject({
      contract: {
        version: 2,
        notices: [{ days: 7 }],
        noticeUsers: [{ id: one.id }],
        noticeContacts: [{ id: contact.id }],
      },
      errors: [],
    })
    const none = await mutate('updateContract', {
      id,
      version: 2,
      notices: null,
      noticeUserIds: [],
      noticeContactIds: null,
    })
    expect(none.contract).toMatchObject({ notices: [], noticeUsers: [], noticeContacts: [] })
  })

  test('only who may know of it', async () => {
    const customer = await house.seed.customer()
    const elsewhere = await house.seed.technician({ restricted: true, name: 'Uzakta Biri' })
    const passive = await house.seed.technician({ active: false })
    const [foreign, mute, gone] = [
      await house.seed.contact(await house.seed.customer()),
      await house.seed.contact(customer, { email: null }),
      await house.seed.contact(customer, { active: false }),
    ]
    for (const [more, code] of [
      [{ noticeUserIds: [elsewhere.id] }, 'NOT_ALLOWED'],
      [{ noticeUserIds: [passive.id] }, 'NOT_FOUND'],
      [{ noticeContactIds: [foreign.id] }, 'NOT_FOUND'],
      [{ noticeContactIds: [mute.id] }, 'NOT_ALLOWED'],
      [{ noticeContactIds: [gone.id] }, 'NOT_ALLOWED'],
    ] as const) {
      const { errors } = await mutate('createContract', await bare({ customerId: customer.id, ...more }))
      expect(errors).toMatchObject([{ code, path: Object.keys(more) }])
    }
  })
})

describe('deleting', () => {
  test('drafts go with all that hangs on them; what holds stays', async () => {
    const contract = await enter({ draft: true, notices: [{ side: 'BEFORE_END', days: 1 }] })
    expect(await mutate('deleteContract', { id: contract.id, version: 1 }, admin, 'deletedId')).toEqual({
      deletedId: contract.id,
      errors: [],
    })
    expect(await house.sql('select from contract_term where contract_id = $1', [contract.id])).toEqual([])
    const holding = await enter()
    expect(await mutate('deleteContract', { id: holding.id, version: 1 }, admin, 'deletedId')).toMatchObject({
      deletedId: null,
      errors: [{ code: 'NOT_ALLOWED', path: ['id'] }],
    })
  })

  test('a customer with contracts and a plan with contracts are IN_USE', async () => {
    const customer = await house.seed.customer()
    const plan = await house.seed.plan()
    await house.seed.contract(customer, { plan })
    for (const [name, id] of [
      ['deleteCustomer', customer.id],
      ['deleteServicePlan', plan.id],
    ]) {
      const { data } = await house.ask(
        admin,
        `mutation ($input: DeleteInput!) { ${name}(input: $input) { errors { code message } } }`,
        { input: { id, version: 1 } },
      )
      expect(data[name!].errors).toMatchObject([{ code: 'IN_USE', message: expect.stringContaining('inactive') }])
    }
  })
})

describe('kinds of contracts', () => {
  const select = 'contractType { id name active requestsNeedApproval }'
  test('are entered, changed, and named once', async () => {
    const made = await mutate('createContractType', { name: 'Bakım Sözleşmesi' }, admin, select)
    expect(made).toMatchObject({ contractType: { active: true, requestsNeedApproval: false }, errors: [] })
    const { id } = made.contractType
    expect(await mutate('createContractType', { name: 'BAKIM sozlesmesi' }, admin, select)).toMatchObject({
      contractType: null,
      errors: [{ code: 'TAKEN', path: ['name'] }],
    })
    expect(
      await mutate('updateContractType', { id, name: 'SLA', active: false, requestsNeedApproval: true }, admin, select),
    ).toEqual({ contractType: { id, name: 'SLA', active: false, requestsNeedApproval: true }, errors: [] })
    expect((await mutate('updateContractType', { id, name: null }, admin, select)).errors).toMatchObject([
      { code: 'REQUIRED', path: ['name'] },
    ])
  })
  test('everybody who may see contracts reads them, contacts too', async () => {
    const contact = await house.seed.contact(await house.seed.customer())
    const { data } = await house.ask(contact, '{ contractTypes { name active } }')
    expect(data.contractTypes.length).toBeGreaterThan(0)
    const technician = await house.seed.technician({ permissions: ['CUSTOMERS_READ'] })
    const refused = await house.ask(technician, '{ contractTypes { name } }')
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'CONTRACTS_READ' })
  })
})

describe('who sees a contract', () => {
  test('a contact with the company right, and never a draft; a restricted technician, a key: their customers’', async () => {
    const [customer, other] = [await house.seed.customer(), await house.seed.customer()]
    const contract = await house.seed.contract(customer, { notice: {} })
    const draft = await house.seed.contract(customer, { draft: true })
    const foreign = await house.seed.contract(other)
    const boss = await house.seed.contact(customer, { company: true })
    const colleague = await house.seed.contact(customer, { groupRight: true, group: await house.seed.group(customer) })
    const permissions = ['CONTRACTS_READ', 'CUSTOMERS_READ']
    const technician = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const key = await house.seed.key(admin, { permissions, customers: [customer] })
    const list = async (who: Who) =>
      (
        await house.ask(who, '{ contracts { nodes { id type { name } terms { startsOn } } totalCount } }')
      ).data.contracts.nodes.map(({ id }: { id: string }) => id)
    expect(await list(boss)).toEqual([contract.id])
    expect(await list(colleague)).toEqual([])
    for (const who of [technician, key])
      expect((await list(who)).toSorted()).toEqual([contract.id, draft.id].toSorted())
    for (const who of [boss, technician, key]) expect(await read(foreign.id, who, 'id')).toBeNull()
    expect(await read(draft.id, boss, 'id')).toBeNull()
    const seen = await house.ask(
      boss,
      '{ me { customer { activeContractCount contracts { totalCount nodes { planRevision noticeContacts { name } } } } } }',
    )
    expect(seen.data.me.customer).toMatchObject({ activeContractCount: 1, contracts: { totalCount: 1 } })
    for (const [who, field, lacks] of [
      [boss, 'notices { days }', 'STAFF'],
      [boss, 'noticeUsers { id }', 'STAFF'],
      [boss, 'plan { id }', 'PLANS_READ'],
      [key, 'notices { days }', 'STAFF'],
      [key, 'noticeUsers { id }', 'STAFF'],
      [technician, 'plan { id }', 'PLANS_READ'],
    ] as const) {
      const { errors } = await house.ask(who, `{ contracts { nodes { ${field} } } }`)
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: lacks })
    }
  })

  test('a foreign customer is none, and a foreign contract is not found', async () => {
    const [customer, other] = [await house.seed.customer(), await house.seed.customer()]
    const foreign = await house.seed.contract(other)
    const permissions = ['CONTRACTS_READ', 'CONTRACTS_WRITE']
    const technician = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const key = await house.seed.key(admin, { permissions, customers: [customer] })
    for (const who of [technician, key]) {
      expect(
        await mutate('createContract', await bare({ customerId: other.id }), who, 'contract { id }'),
      ).toMatchObject({ contract: null, errors: [{ code: 'NOT_FOUND', path: ['customerId'] }] })
      expect(
        await mutate('updateContract', { id: foreign.id, version: 1, name: 'x' }, who, 'contract { id }'),
      ).toMatchObject({ contract: null, errors: [{ code: 'NOT_FOUND', path: ['id'] }] })
      const own = await mutate(
        'createContract',
        await bare({ customerId: customer.id }),
        who,
        'contract { id version }',
      )
      expect(own.errors).toEqual([])
      const { id, version } = own.contract
      expect(
        (await mutate('updateContract', { id, version, endsOn: '2026-09-30' }, who, 'contract { endsOn }')).contract,
      ).toEqual({ endsOn: '2026-09-30' })
    }
  })
})

/** Another revision of a plan, as an edit makes it. */
async function revise(id: string): Promise<void> {
  await house.sql('update service_plan set revision = revision + 1 where id = $1', [id])
  await house.sql(
    `insert into service_plan_revision select (r).* from (
       select jsonb_populate_record(r, jsonb_build_object('revision', r.revision + 1, 'fixed_fee', 2000)) as r
       from service_plan_revision r where r.plan_id = $1) x`,
    [id],
  )
}
