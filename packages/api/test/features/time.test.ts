import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }
let worker: Who & { id: string }
let other: Who & { id: string }
let accountant: Who & { id: string }

const permissions = ['CUSTOMERS_READ', 'CONTRACTS_READ', 'TICKETS_READ', 'TICKETS_WRITE', 'TIME_WRITE']

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
  worker = await house.seed.technician({ permissions, name: 'Ayşe Çalışkan' })
  other = await house.seed.technician({ permissions, name: 'Barış Uz' })
  accountant = await house.seed.technician({
    permissions: ['CUSTOMERS_READ', 'CONTRACTS_READ', 'TICKETS_READ', 'BILLING_READ', 'BILLING_WRITE'],
  })
})
afterAll(() => house?.close())
// A Wednesday.
beforeEach(() => house.setClock('2026-04-15'))

const fields = `id version workedOn startedAt minutes addedMinutes extraCost { amount currency } extraCostReason note billable
  technician { id } customer { id } ticket { id } contract { id } viewerCanEdit`
const log = `mutation ($input: LogTimeInput!) { logTime(input: $input) { timeEntry { ${fields} } errors { code path message } } }`
const update = `mutation ($input: UpdateTimeEntryInput!) { updateTimeEntry(input: $input) { timeEntry { ${fields} } errors { code path message } } }`
const remove = `mutation ($input: DeleteInput!) { deleteTimeEntry(input: $input) { deletedId errors { code path } } }`
const list = `query ($filter: TimeEntryFilter, $orderBy: TimeEntryOrder) { timeEntries(filter: $filter, orderBy: $orderBy) { totalCount nodes { id workedOn } } }`

const money = (amount: string, currency = 'TRY') => ({ amount, currency })
/** Plan A of the examples, with what is given beside it. */
const planA = {
  pricing_method: 'HOURLY',
  billing_method: 'IN_ARREARS',
  fixed_fee: '20000',
  included_hours: '20',
  hourly_rate: '1200',
  overage: 'BILLED',
  overtime: 'BILLED_AT_RATE',
  cost_bases: ['FIXED'],
}

/** A customer with a contract under a plan, and a ticket that names it. */
async function scene(terms: Record<string, unknown> = planA, days: { startsOn?: string; endsOn?: string } = {}) {
  const customer = await house.seed.customer()
  const contact = await house.seed.contact(customer)
  const plan = await house.seed.plan({ terms })
  const contract = await house.seed.contract(customer, { plan, ...days })
  const ticket = await house.seed.ticket(customer, contact, { contract })
  return { customer, contact, plan, contract, ticket }
}
/** Somebody whose days are free. */
const free = () => house.seed.technician({ permissions })

async function logged(who: Who, input: object) {
  const { data, errors } = await house.ask(who, log, { input })
  expect(errors).toBeUndefined()
  return data.logTime as {
    timeEntry: Record<string, never> | null
    errors: { code: string; path: string[]; message: string }[]
  }
}
const at = (time: string, day = '2026-04-14') => `${day}T${time}:00+03:00`

describe('logging', () => {
  test('on a ticket: its customer and contract, the one who asks', async () => {
    const { customer, contract, ticket } = await scene()
    const input = {
      ticketId: ticket.id,
      workedOn: '2026-04-14',
      startedAt: at('09:30'),
      minutes: 45,
      note: '  Kablo değişti. ',
    }
    const { timeEntry, errors } = await logged(worker, input)
    expect(errors).toEqual([])
    expect(timeEntry).toMatchObject({
      version: 1,
      workedOn: '2026-04-14',
      startedAt: '2026-04-14T06:30:00.000Z',
      minutes: 45,
      addedMinutes: 0,
      extraCost: null,
      note: 'Kablo değişti.',
      billable: true,
      technician: { id: worker.id },
      customer: { id: customer.id },
      ticket: { id: ticket.id },
      contract: { id: contract.id },
      viewerCanEdit: true,
    })
    const [event] = await house.sql<{ action: string; changes: { field: string; to: string }[] }>(
      'select action, changes from audit_event where subject_id = $1',
      [timeEntry!['id']],
    )
    expect(event!.action).toBe('CREATED')
    expect(event!.changes).toContainEqual({ field: 'minutes', from: null, to: '45' })
  })

  test('under a contract without a ticket; on a ticket without its contract, when null is said', async () => {
    const { contract, ticket } = await scene()
    const under = await logged(worker, { contractId: contract.id, workedOn: '2026-04-13', minutes: 10 })
    expect(under.timeEntry).toMatchObject({ ticket: null, contract: { id: contract.id } })
    const on = await logged(worker, { ticketId: ticket.id, contractId: null, workedOn: '2026-04-13', minutes: 10 })
    expect(on.timeEntry).toMatchObject({ ticket: { id: ticket.id }, contract: null })
  })

  test('twice with one key is once', async () => {
    const { ticket } = await scene()
    const input = { ticketId: ticket.id, workedOn: '2026-04-13', minutes: 10, idempotencyKey: 'süre-1' }
    const first = await logged(worker, input)
    const second = await logged(worker, input)
    expect(second.timeEntry!['id']).toBe(first.timeEntry!['id'])
    const changed = await logged(worker, { ...input, minutes: 20 })
    expect(changed.errors).toMatchObject([{ code: 'CONFLICT', path: ['idempotencyKey'] }])
  })

  test.each<[string, object, { code: string; path: string[] }]>([
    ['nothing to spend it on', {}, { code: 'REQUIRED', path: ['ticketId'] }],
    ['no minutes', { minutes: 0 }, { code: 'INVALID', path: ['minutes'] }],
    ['F7: negative minutes', { minutes: -5 }, { code: 'INVALID', path: ['minutes'] }],
    ['F7: more than a day', { minutes: 1_441 }, { code: 'INVALID', path: ['minutes'] }],
    ['negative added minutes', { addedMinutes: -1 }, { code: 'INVALID', path: ['addedMinutes'] }],
    ['F7: a day in the future', { workedOn: '2026-04-16' }, { code: 'INVALID', path: ['workedOn'] }],
    ['a start on another day', { startedAt: at('23:30', '2026-04-13') }, { code: 'INVALID', path: ['startedAt'] }],
    [
      'a start in the future',
      { workedOn: '2026-04-15', startedAt: at('12:30', '2026-04-15') },
      { code: 'INVALID', path: ['startedAt'] },
    ],
    [
      'an end in the future',
      { workedOn: '2026-04-15', startedAt: at('11:30', '2026-04-15'), minutes: 60 },
      { code: 'INVALID', path: ['minutes'] },
    ],
    ['a note that is a book', { note: 'a'.repeat(2_001) }, { code: 'INVALID', path: ['note'] }],
    ['a reason without an amount', { extraCostReason: 'Parça' }, { code: 'REQUIRED', path: ['extraCost'] }],
    ['an amount without a reason', { extraCost: money('5') }, { code: 'REQUIRED', path: ['extraCostReason'] }],
    [
      'F6: an amount that the plan forbids',
      { extraCost: money('5'), extraCostReason: 'Parça' },
      { code: 'NOT_ALLOWED', path: ['extraCost'] },
    ],
    ['F6: added minutes that the plan forbids', { addedMinutes: 15 }, { code: 'NOT_ALLOWED', path: ['addedMinutes'] }],
  ])('refused: %s', async (title, wrong, problem) => {
    const { ticket } = await scene()
    const someone = await free()
    const { timeEntry, errors } = await logged(someone, {
      ...(title === 'nothing to spend it on' ? {} : { ticketId: ticket.id }),
      workedOn: '2026-04-14',
      minutes: 30,
      ...wrong,
    })
    expect(timeEntry).toBeNull()
    expect(errors).toMatchObject([problem])
    expect(await house.sql('select id from time_entry where technician_id = $1', [someone.id])).toEqual([])
  })

  test('what the plan lets technicians add, in its currency', async () => {
    const { ticket } = await scene({ ...planA, technician_may_add_cost: true, technician_may_add_time: true })
    const input = { ticketId: ticket.id, workedOn: '2026-04-14', minutes: 30 }
    const good = await logged(worker, {
      ...input,
      addedMinutes: 15,
      extraCost: money('850.50'),
      extraCostReason: 'Yedek parça',
    })
    expect(good.errors).toEqual([])
    expect(good.timeEntry).toMatchObject({
      addedMinutes: 15,
      extraCost: money('850.50'),
      extraCostReason: 'Yedek parça',
    })
    const euro = await logged(worker, { ...input, extraCost: money('5', 'EUR'), extraCostReason: 'Yol' })
    expect(euro.errors).toMatchObject([{ code: 'INVALID', path: ['extraCost', 'currency'] }])
    expect(euro.errors[0]!.message).toContain('TRY')
  })

  test('a contract runs on the day: not before, not after, not as a draft, not for another customer', async () => {
    const { contract, ticket, customer } = await scene(planA, { startsOn: '2026-02-01', endsOn: '2026-03-31' })
    const before = await logged(worker, { ticketId: ticket.id, workedOn: '2026-01-31', minutes: 5 })
    expect(before.errors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['contractId'] }])
    const last = await logged(worker, { contractId: contract.id, workedOn: '2026-03-31', minutes: 5 })
    expect(last.errors).toEqual([])
    const after = await logged(worker, { contractId: contract.id, workedOn: '2026-04-01', minutes: 5 })
    expect(after.errors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['contractId'] }])
    const draft = await house.seed.contract(customer, { draft: true })
    const drafted = await logged(worker, { contractId: draft.id, workedOn: '2026-03-31', minutes: 5 })
    expect(drafted.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['contractId'] }])
    const foreign = await scene()
    const mixed = await logged(worker, {
      ticketId: ticket.id,
      contractId: foreign.contract.id,
      workedOn: '2026-03-31',
      minutes: 5,
    })
    expect(mixed.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['contractId'] }])
  })

  test('a terminated contract runs until the day it was ended on', async () => {
    const customer = await house.seed.customer()
    const contract = await house.seed.contract(customer, { terminatedOn: '2026-03-15' })
    const input = { contractId: contract.id, minutes: 5 }
    expect((await logged(worker, { ...input, workedOn: '2026-03-15' })).errors).toEqual([])
    expect((await logged(worker, { ...input, workedOn: '2026-03-16' })).errors).toMatchObject([{ code: 'NOT_ALLOWED' }])
  })

  test('what the one who asks does not see is not there', async () => {
    const { ticket, contract } = await scene()
    const restricted = await house.seed.technician({ permissions, restricted: true })
    for (const where of [{ ticketId: ticket.id }, { contractId: contract.id }]) {
      const { errors } = await logged(restricted, { ...where, workedOn: '2026-04-14', minutes: 5 })
      expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: Object.keys(where) }])
    }
  })
})

describe('a technician’s day', () => {
  test('F7: work does not overlap; what ends when the other begins does not', async () => {
    const { ticket } = await scene()
    const someone = await free()
    const input = { ticketId: ticket.id, workedOn: '2026-04-14', minutes: 60 }
    expect((await logged(someone, { ...input, startedAt: at('10:00') })).errors).toEqual([])
    for (const time of ['09:30', '10:00', '10:59'])
      expect((await logged(someone, { ...input, startedAt: at(time) })).errors).toMatchObject([
        { code: 'CONFLICT', path: ['startedAt'] },
      ])
    for (const time of ['09:00', '11:00'])
      expect((await logged(someone, { ...input, startedAt: at(time) })).errors).toEqual([])
  })

  test('F7: 24 hours in all, and it says how much is left', async () => {
    const { ticket } = await scene()
    const someone = await free()
    const input = { ticketId: ticket.id, workedOn: '2026-04-14' }
    expect((await logged(someone, { ...input, minutes: 1_200 })).errors).toEqual([])
    const { errors } = await logged(someone, { ...input, minutes: 300 })
    expect(errors).toMatchObject([{ code: 'INVALID', path: ['minutes'] }])
    expect(errors[0]!.message).toContain('240')
    expect((await logged(someone, { ...input, minutes: 240 })).errors).toEqual([])
  })

  test('what goes over midnight fills both days', async () => {
    const { ticket } = await scene()
    const someone = await free()
    const input = { ticketId: ticket.id }
    expect(
      (await logged(someone, { ...input, workedOn: '2026-04-13', startedAt: at('22:00', '2026-04-13'), minutes: 240 }))
        .errors,
    ).toEqual([])
    expect((await logged(someone, { ...input, workedOn: '2026-04-14', minutes: 1_321 })).errors).toMatchObject([
      { code: 'INVALID', path: ['minutes'] },
    ])
    expect((await logged(someone, { ...input, workedOn: '2026-04-14', minutes: 1_320 })).errors).toEqual([])
    expect((await logged(someone, { ...input, workedOn: '2026-04-13', minutes: 1_320 })).errors).toEqual([])
  })

  test('two at once for the same hours: one is refused', async () => {
    const { ticket } = await scene()
    const someone = await free()
    const input = { ticketId: ticket.id, workedOn: '2026-04-14', startedAt: at('14:00'), minutes: 60 }
    const both = await Promise.all([logged(someone, input), logged(someone, input)])
    expect(both.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['CONFLICT'])
  })

  test('hours that somebody no longer sees are taken all the same', async () => {
    const mine = await scene()
    const gone = await scene()
    const someone = await house.seed.technician({ permissions, restricted: true, customers: [mine.customer] })
    await house.seed.entry(someone, {
      ticket: gone.ticket,
      workedOn: '2026-04-14',
      startedAt: at('10:00'),
      minutes: 60,
    })
    const { errors } = await logged(someone, {
      ticketId: mine.ticket.id,
      workedOn: '2026-04-14',
      startedAt: at('10:30'),
      minutes: 60,
    })
    expect(errors).toMatchObject([{ code: 'CONFLICT', path: ['startedAt'] }])
  })
})

describe('limits of the plan', () => {
  const weekly = { ...planA, weekly_hour_limit: '10', overtime: 'REFUSED' }

  test('example 6: 15 minutes are left of the week', async () => {
    const { ticket, contract } = await scene(weekly)
    await house.seed.entry(other, { contract, workedOn: '2026-04-13', minutes: 585 })
    const input = { ticketId: ticket.id, workedOn: '2026-04-14', minutes: 30 }
    const { errors } = await logged(worker, input)
    expect(errors).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['minutes'] }])
    expect(errors[0]!.message).toMatch(/^15 minutes/)
    expect((await logged(worker, { ...input, billable: false })).errors).toMatchObject([
      { code: 'REQUIRED', path: ['note'] },
    ])
    expect((await logged(worker, { ...input, billable: false, note: 'Acil arıza' })).errors).toEqual([])
    expect((await logged(worker, { ...input, minutes: 15 })).errors).toEqual([])
    // The next week is another one.
    house.setClock('2026-04-20')
    expect((await logged(worker, { ...input, workedOn: '2026-04-20' })).errors).toEqual([])
  })

  test('two at once at the limit: one passes', async () => {
    const { contract } = await scene(weekly)
    await house.seed.entry(other, { contract, workedOn: '2026-04-13', minutes: 570 })
    const input = { contractId: contract.id, workedOn: '2026-04-14', minutes: 30 }
    const both = await Promise.all([await free(), await free()].map((who) => logged(who, input)))
    expect(both.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['LIMIT_EXCEEDED'])
  })

  test('credit that is refused to be gone over, rolled-over credit too', async () => {
    const { contract } = await scene({ ...planA, overage: 'REFUSED', roll_over_unused: true })
    await house.seed.entry(other, { contract, workedOn: '2026-03-10', minutes: 600 })
    // January and February left 40 hours, March 10, and April brings 20.
    const input = { contractId: contract.id, workedOn: '2026-04-14' }
    for (const day of ['01', '02', '03'])
      await house.seed.entry(other, { contract, workedOn: `2026-04-${day}`, minutes: 1_390 })
    const { errors } = await logged(worker, { ...input, minutes: 60 })
    expect(errors).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['minutes'] }])
    expect(errors[0]!.message).toMatch(/^30 minutes/)
    expect((await logged(worker, { ...input, minutes: 30 })).errors).toEqual([])
  })

  test('a change is judged with the whole week, and what says nothing of time is not', async () => {
    const { contract } = await scene(weekly)
    const someone = await free()
    const entry = await house.seed.entry(someone, { contract, workedOn: '2026-04-13', minutes: 500 })
    await house.seed.entry(other, { contract, workedOn: '2026-04-14', minutes: 130 })
    const noted = await house.ask(someone, update, { input: { id: entry.id, version: 1, note: 'Sunucu odası' } })
    expect(noted.data.updateTimeEntry.errors).toEqual([])
    const longer = await house.ask(someone, update, { input: { id: entry.id, version: 2, minutes: 510 } })
    expect(longer.data.updateTimeEntry.errors).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['minutes'] }])
    const shorter = await house.ask(someone, update, { input: { id: entry.id, version: 2, minutes: 470 } })
    expect(shorter.data.updateTimeEntry.errors).toEqual([])
  })
})

describe('others’ time', () => {
  test('with BILLING_WRITE only', async () => {
    const { ticket } = await scene()
    const input = { ticketId: ticket.id, workedOn: '2026-04-14', minutes: 5, technicianId: other.id }
    const refused = await house.ask(worker, log, { input })
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'BILLING_WRITE' })
    const { timeEntry } = await logged(accountant, input)
    expect(timeEntry).toMatchObject({ technician: { id: other.id } })
    for (const technicianId of [worker.id, null])
      expect(await logged(worker, { ...input, technicianId })).toMatchObject({
        timeEntry: { technician: { id: worker.id } },
        errors: [],
      })
  })

  test('who worked has to see the customer, and to be there', async () => {
    const { ticket } = await scene()
    const blind = await house.seed.technician({ permissions, restricted: true })
    const input = { ticketId: ticket.id, workedOn: '2026-04-14', minutes: 5 }
    expect((await logged(accountant, { ...input, technicianId: blind.id })).errors).toMatchObject([
      { code: 'NOT_ALLOWED', path: ['technicianId'] },
    ])
    expect((await logged(accountant, { ...input, technicianId: ticket.id })).errors).toMatchObject([
      { code: 'NOT_FOUND', path: ['technicianId'] },
    ])
  })

  test('is changed and deleted by its technician and by who keeps the bills', async () => {
    const { contract } = await scene()
    const entry = await house.seed.entry(other, { contract })
    const change = { input: { id: entry.id, version: 1, note: 'x' } }
    const refused = await house.ask(worker, update, change)
    expect(refused.data.updateTimeEntry.errors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['id'] }])
    expect(
      (await house.ask(worker, remove, { input: { id: entry.id, version: 1 } })).data.deleteTimeEntry.errors,
    ).toMatchObject([{ code: 'NOT_ALLOWED', path: ['id'] }])
    expect((await house.ask(accountant, update, change)).data.updateTimeEntry).toMatchObject({
      errors: [],
      timeEntry: { viewerCanEdit: true, version: 2 },
    })
    const stale = await house.ask(other, update, change)
    expect(stale.data.updateTimeEntry).toMatchObject({
      errors: [{ code: 'CONFLICT', path: ['version'] }],
      timeEntry: { version: 2 },
    })
    expect((await house.ask(other, remove, { input: { id: entry.id, version: 2 } })).data.deleteTimeEntry).toEqual({
      deletedId: entry.id,
      errors: [],
    })
    expect(await house.sql('select id from time_entry where id = $1', [entry.id])).toEqual([])
  })

  test.each(['TIME_WRITE', 'BILLING_WRITE'])('without %s and the other one nobody writes any', async () => {
    const { ticket } = await scene()
    const reader = await house.seed.technician({ permissions: ['CUSTOMERS_READ', 'TICKETS_READ', 'TICKETS_WRITE'] })
    const answer = await house.ask(reader, log, { input: { ticketId: ticket.id, workedOn: '2026-04-14', minutes: 5 } })
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'TIME_WRITE' })
  })
})

describe('changing', () => {
  test('another day, another start; a field left out stays, null empties it', async () => {
    const { ticket } = await scene({ ...planA, technician_may_add_cost: true, technician_may_add_time: true })
    const someone = await free()
    const { timeEntry } = await logged(someone, {
      ticketId: ticket.id,
      workedOn: '2026-04-14',
      startedAt: at('10:00'),
      minutes: 60,
      addedMinutes: 5,
      extraCost: money('10'),
      extraCostReason: 'Yol',
      note: 'İlk',
    })
    const id = timeEntry!['id']
    const moved = await house.ask(someone, update, { input: { id, version: 1, workedOn: '2026-04-13' } })
    expect(moved.data.updateTimeEntry.errors).toMatchObject([{ code: 'INVALID', path: ['startedAt'] }])
    const both = await house.ask(someone, update, {
      input: { id, version: 1, workedOn: '2026-04-13', startedAt: at('11:00', '2026-04-13') },
    })
    expect(both.data.updateTimeEntry).toMatchObject({
      errors: [],
      timeEntry: {
        version: 2,
        workedOn: '2026-04-13',
        startedAt: '2026-04-13T08:00:00.000Z',
        addedMinutes: 5,
        extraCost: money('10.00'),
      },
    })
    const emptied = await house.ask(someone, update, {
      input: { id, version: 2, startedAt: null, note: null, extraCost: null, addedMinutes: null },
    })
    expect(emptied.data.updateTimeEntry).toMatchObject({
      errors: [],
      timeEntry: { startedAt: null, note: null, extraCost: null, extraCostReason: null, addedMinutes: 0 },
    })
    for (const field of ['workedOn', 'minutes']) {
      const none = await house.ask(someone, update, { input: { id, version: 3, [field]: null } })
      expect(none.data.updateTimeEntry.errors).toMatchObject([{ code: 'REQUIRED', path: [field] }])
    }
    const reason = await house.ask(someone, update, {
      input: { id, version: 3, extraCost: money('12'), extraCostReason: 'Park' },
    })
    expect(reason.data.updateTimeEntry.timeEntry).toMatchObject({ extraCost: money('12.00'), extraCostReason: 'Park' })
    const other = await house.ask(someone, update, { input: { id, version: 4, extraCostReason: 'Otopark' } })
    expect(other.data.updateTimeEntry.timeEntry).toMatchObject({
      extraCost: money('12.00'),
      extraCostReason: 'Otopark',
    })
    const [event] = await house.sql<{ changes: unknown }>(
      `select changes from audit_event where subject_id = $1 and action = 'UPDATED' order by at desc limit 1 offset 1`,
      [id],
    )
    expect(event!.changes).toEqual([
      { field: 'extraCost', from: null, to: '12.00 TRY' },
      { field: 'extraCostReason', from: null, to: 'Park' },
    ])
  })

  test('its own hours are not in its way', async () => {
    const { ticket } = await scene()
    const someone = await free()
    const { timeEntry } = await logged(someone, {
      ticketId: ticket.id,
      workedOn: '2026-04-14',
      startedAt: at('10:00'),
      minutes: 60,
    })
    const longer = await house.ask(someone, update, { input: { id: timeEntry!['id'], version: 1, minutes: 90 } })
    expect(longer.data.updateTimeEntry.errors).toEqual([])
  })

  test('an entry that is not there, or not for the one who asks', async () => {
    const { contract } = await scene()
    const entry = await house.seed.entry(other, { contract })
    const restricted = await house.seed.technician({ permissions: [...permissions, 'BILLING_WRITE'], restricted: true })
    for (const id of [entry.id, contract.id, 'nobody']) {
      const { data } = await house.ask(restricted, update, { input: { id, version: 1, note: 'x' } })
      expect(data.updateTimeEntry).toMatchObject({ timeEntry: null, errors: [{ code: 'NOT_FOUND', path: ['id'] }] })
    }
  })
})

describe('reading', () => {
  test('filters, orders, and the lists of tickets, contracts and customers', async () => {
    const { customer, contract, ticket } = await scene()
    const someone = await free()
    const first = await house.seed.entry(someone, {
      contract,
      ticket,
      workedOn: '2026-03-02',
      minutes: 30,
      addedMinutes: 10,
    })
    const second = await house.seed.entry(someone, { contract, workedOn: '2026-03-03', billable: false })
    const third = await house.seed.entry(other, { ticket, workedOn: '2026-03-04', minutes: 20 })
    const idsOf = async (filter: object, orderBy?: string) =>
      (
        await house.ask(worker, list, { filter: { customerId: customer.id, ...filter }, orderBy })
      ).data.timeEntries.nodes.map(({ id }: { id: string }) => id)
    expect(await idsOf({})).toEqual([third.id, second.id, first.id])
    expect(await idsOf({}, 'WORKED_ON_ASC')).toEqual([first.id, second.id, third.id])
    expect(await idsOf({ technicianId: someone.id })).toEqual([second.id, first.id])
    expect(await idsOf({ contractId: contract.id, billable: true })).toEqual([first.id])
    expect(await idsOf({ ticketId: ticket.id, workedAfter: '2026-03-02' })).toEqual([third.id])
    expect(await idsOf({ workedAfter: '2026-03-01', workedBefore: '2026-03-04' })).toEqual([second.id, first.id])
    const { data } = await house.ask(
      worker,
      `query ($t: ID!, $c: ID!, $u: ID!) { ticket(id: $t) { minutesSpent timeEntries(first: 1) { totalCount nodes { id } } }
        contract(id: $c) { timeEntries { nodes { id } } } customer(id: $u) { timeEntries { totalCount } } }`,
      { t: ticket.id, c: contract.id, u: customer.id },
    )
    expect(data).toEqual({
      ticket: { minutesSpent: 60, timeEntries: { totalCount: 2, nodes: [{ id: third.id }] } },
      contract: { timeEntries: { nodes: [{ id: second.id }, { id: first.id }] } },
      customer: { timeEntries: { totalCount: 3 } },
    })
  })

  test('a week, Monday to Sunday, by day', async () => {
    const { contract } = await scene()
    const someone = await free()
    const monday = await house.seed.entry(someone, { contract, workedOn: '2026-04-06', minutes: 60, addedMinutes: 15 })
    const sunday = await house.seed.entry(someone, { contract, workedOn: '2026-04-12', minutes: 30, billable: false })
    await house.seed.entry(someone, { contract, workedOn: '2026-04-13' })
    const week = `query ($on: Date!, $technicianId: ID) { timeWeek(on: $on, technicianId: $technicianId) { startsOn endsOn minutes billableMinutes
      days { on minutes billableMinutes } entries { nodes { id } } } }`
    const { data } = await house.ask(worker, week, { on: '2026-04-09', technicianId: someone.id })
    expect(data.timeWeek).toMatchObject({
      startsOn: '2026-04-06',
      endsOn: '2026-04-12',
      minutes: 105,
      billableMinutes: 75,
      entries: { nodes: [{ id: monday.id }, { id: sunday.id }] },
    })
    expect(data.timeWeek.days.map(({ minutes }: { minutes: number }) => minutes)).toEqual([75, 0, 0, 0, 0, 0, 30])
    expect(data.timeWeek.days[6]).toEqual({ on: '2026-04-12', minutes: 30, billableMinutes: 0 })
    expect((await house.ask(someone, week, { on: '2026-04-12' })).data.timeWeek.minutes).toBe(105)
    expect((await house.ask(worker, week, { on: '2026-04-12', technicianId: contract.id })).data.timeWeek).toBeNull()
  })

  test('contacts and keys see none, a restricted technician those of his or her customers', async () => {
    const { customer, ticket } = await scene()
    const entry = await house.seed.entry(worker, { ticket })
    const contact = await house.seed.contact(customer, { company: true })
    const key = await house.seed.key(admin, { permissions: ['TICKETS_READ', 'CUSTOMERS_READ'] })
    for (const who of [contact, key])
      for (const query of [
        '{ timeEntries { nodes { id } } }',
        '{ tickets { nodes { timeEntries { nodes { id } } } } }',
        `{ node(id: "${entry.id}") { ... on TimeEntry { minutes } } }`,
      ])
        expect((await house.ask(who, query)).errors?.[0]?.extensions['code'], query).toBe('FORBIDDEN')
    const near = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const far = await house.seed.technician({ permissions, restricted: true })
    const filter = { customerId: customer.id }
    expect((await house.ask(near, list, { filter })).data.timeEntries.totalCount).toBe(1)
    expect((await house.ask(far, list, { filter })).data.timeEntries).toEqual({ totalCount: 0, nodes: [] })
    const node = `query ($id: ID!) { node(id: $id) { id } }`
    expect((await house.ask(near, node, { id: entry.id })).data.node).toEqual({ id: entry.id })
    expect((await house.ask(far, node, { id: entry.id })).data.node).toBeNull()
  })

  test('a customer with time is kept', async () => {
    const customer = await house.seed.customer()
    const contract = await house.seed.contract(customer)
    await house.seed.entry(worker, { contract })
    const { data } = await house.ask(
      admin,
      `mutation ($input: DeleteInput!) { deleteCustomer(input: $input) { errors { code path } } }`,
      { input: { id: customer.id, version: 1 } },
    )
    expect(data.deleteCustomer.errors).toEqual([{ code: 'IN_USE', path: ['id'] }])
  })
})

describe('what a form shows', () => {
  const allowance = `query ($on: Date!, $ticketId: ID, $contractId: ID) { timeAllowance(on: $on, ticketId: $ticketId, contractId: $contractId) {
    underContract currency mayAddCost mayAddTime weekMinutes weekMinutesLeft overtime creditMinutesLeft overage } }`

  test('what is left of the week and of the credit', async () => {
    const { contract, ticket } = await scene({
      ...planA,
      weekly_hour_limit: '10',
      overtime: 'REFUSED',
      technician_may_add_time: true,
    })
    await house.seed.entry(other, {
      contract,
      workedOn: '2026-04-12',
      startedAt: at('23:00', '2026-04-12'),
      minutes: 120,
    })
    await house.seed.entry(other, { contract, workedOn: '2026-04-14', minutes: 90, addedMinutes: 15 })
    const { data } = await house.ask(worker, allowance, { ticketId: ticket.id, on: '2026-04-15' })
    expect(data.timeAllowance).toEqual({
      underContract: true,
      currency: 'TRY',
      mayAddCost: false,
      mayAddTime: true,
      weekMinutes: 600,
      weekMinutesLeft: 600 - 60 - 105,
      overtime: 'REFUSED',
      creditMinutesLeft: 1_200 - 120 - 105,
      overage: 'BILLED',
    })
  })

  test('nothing limits work without a contract, or on a day without one', async () => {
    const { customer, contact, contract } = await scene()
    const ticket = await house.seed.ticket(customer, contact)
    const nothing = {
      underContract: false,
      currency: null,
      mayAddCost: false,
      weekMinutes: null,
      creditMinutesLeft: null,
    }
    expect(
      (await house.ask(worker, allowance, { ticketId: ticket.id, on: '2026-04-15' })).data.timeAllowance,
    ).toMatchObject(nothing)
    expect(
      (await house.ask(worker, allowance, { contractId: contract.id, on: '2027-01-01' })).data.timeAllowance,
    ).toMatchObject(nothing)
    const restricted = await house.seed.technician({ permissions, restricted: true })
    expect(
      (await house.ask(restricted, allowance, { ticketId: ticket.id, on: '2026-04-15' })).data.timeAllowance,
    ).toBeNull()
  })
})

describe('the timer', () => {
  const start = `mutation ($input: StartTimerInput!) { startTimer(input: $input) { timer { id startedAt note ticket { id } contract { id } customer { id } } timeEntry { minutes ticket { id } } errors { code path } } }`
  const stop = `mutation ($input: StopTimerInput!) { stopTimer(input: $input) { timeEntry { workedOn startedAt minutes note billable ticket { id } contract { id } } errors { code path } } }`
  const discard = `mutation ($input: DiscardTimerInput!) { discardTimer(input: $input) { deletedId errors { code path } } }`
  const mine = '{ me { runningTimer { id ticket { id } } } }'

  test('runs until it is stopped, whatever happens to the page, and logs what it measured', async () => {
    const { ticket, contract, customer } = await scene()
    const someone = await free()
    house.setClock('2026-04-15T09:00:20+03:00')
    const { data } = await house.ask(someone, start, { input: { ticketId: ticket.id, note: 'Yedek' } })
    expect(data.startTimer).toMatchObject({
      timer: { note: 'Yedek', ticket: { id: ticket.id }, contract: { id: contract.id }, customer: { id: customer.id } },
      timeEntry: null,
      errors: [],
    })
    const { id } = data.startTimer.timer
    expect((await house.ask(someone, mine)).data.me.runningTimer).toEqual({ id, ticket: { id: ticket.id } })
    expect((await house.ask(other, mine)).data.me.runningTimer).toBeNull()
    expect((await house.ask(other, stop, { input: { id } })).data.stopTimer.errors).toMatchObject([
      { code: 'NOT_FOUND', path: ['id'] },
    ])
    house.setClock('2026-04-15T09:25:05+03:00')
    const stopped = await house.ask(someone, stop, { input: { id } })
    expect(stopped.data.stopTimer).toEqual({
      timeEntry: {
        workedOn: '2026-04-15',
        startedAt: '2026-04-15T06:00:00.000Z',
        minutes: 25,
        note: 'Yedek',
        billable: true,
        ticket: { id: ticket.id },
        contract: { id: contract.id },
      },
      errors: [],
    })
    expect((await house.ask(someone, mine)).data.me.runningTimer).toBeNull()
  })

  test('another one asks what becomes of the first', async () => {
    const first = await scene()
    const second = await scene()
    const someone = await free()
    house.setClock('2026-04-15T09:00:00+03:00')
    const { data } = await house.ask(someone, start, { input: { ticketId: first.ticket.id } })
    const refused = await house.ask(someone, start, { input: { ticketId: second.ticket.id } })
    expect(refused.data.startTimer).toMatchObject({
      timer: { id: data.startTimer.timer.id },
      errors: [{ code: 'CONFLICT', path: ['running'] }],
    })
    house.setClock('2026-04-15T09:10:30+03:00')
    const logs = await house.ask(someone, start, { input: { ticketId: second.ticket.id, running: 'LOG' } })
    expect(logs.data.startTimer).toMatchObject({
      timer: { ticket: { id: second.ticket.id } },
      timeEntry: { minutes: 10, ticket: { id: first.ticket.id } },
      errors: [],
    })
    house.setClock('2026-04-15T09:10:50+03:00')
    const again = await house.ask(someone, start, { input: { ticketId: first.ticket.id, running: 'LOG' } })
    expect(again.data.startTimer).toMatchObject({ timeEntry: { minutes: 1 }, errors: [] })
    const thrown = await house.ask(someone, start, { input: { ticketId: second.ticket.id, running: 'DISCARD' } })
    expect(thrown.data.startTimer).toMatchObject({ timeEntry: null, errors: [] })
    const { id } = thrown.data.startTimer.timer
    expect((await house.ask(someone, discard, { input: { id } })).data.discardTimer).toEqual({
      deletedId: id,
      errors: [],
    })
    expect(
      await house.sql('select minutes from time_entry where technician_id = $1 order by started_at', [someone.id]),
    ).toEqual([{ minutes: 10 }, { minutes: 1 }])
  })

  test('two starts at once: one timer', async () => {
    const { ticket } = await scene()
    const someone = await free()
    const both = await Promise.all([1, 2].map(() => house.ask(someone, start, { input: { ticketId: ticket.id } })))
    expect(both.flatMap(({ data }) => data.startTimer.errors)).toEqual([{ code: 'CONFLICT', path: ['running'] }])
  })

  test('runs on when its time cannot be logged; a forgotten one is told how long it was', async () => {
    const { ticket } = await scene({ ...planA, weekly_hour_limit: '1', overtime: 'REFUSED' })
    const someone = await free()
    house.setClock('2026-04-13T09:00:00+03:00')
    const { data } = await house.ask(someone, start, { input: { ticketId: ticket.id } })
    const { id } = data.startTimer.timer
    house.setClock('2026-04-15T09:00:00+03:00')
    const next = await house.ask(someone, start, { input: { ticketId: ticket.id, running: 'LOG' } })
    expect(next.data.startTimer.errors).toMatchObject([{ code: 'INVALID', path: ['running'] }])
    expect((await house.ask(someone, stop, { input: { id } })).data.stopTimer.errors).toMatchObject([
      { code: 'INVALID', path: ['minutes'] },
    ])
    expect((await house.ask(someone, stop, { input: { id, minutes: 90 } })).data.stopTimer.errors).toMatchObject([
      { code: 'LIMIT_EXCEEDED', path: ['minutes'] },
    ])
    expect((await house.ask(someone, mine)).data.me.runningTimer).toMatchObject({ id })
    const { timeEntry } = (await house.ask(someone, stop, { input: { id, minutes: 45 } })).data.stopTimer
    expect(timeEntry).toMatchObject({ workedOn: '2026-04-13', minutes: 45 })
  })

  test('is for staff with TIME_WRITE; the portal has none', async () => {
    const { ticket, contact } = await scene()
    expect((await house.ask(contact, mine)).data.me.runningTimer).toBeNull()
    const reader = await house.seed.technician({ permissions: ['TICKETS_READ', 'CUSTOMERS_READ'] })
    expect(
      (await house.ask(reader, start, { input: { ticketId: ticket.id } })).errors?.[0]?.extensions['permission'],
    ).toBe('TIME_WRITE')
  })
})
