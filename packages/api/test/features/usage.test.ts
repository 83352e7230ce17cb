import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asRole } from '../attacks/tools.ts'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }
let worker: { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
  worker = await house.seed.technician({ name: 'Ayşe Çalışkan' })
  await house.seed.calendar({
    standard: true,
    workingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  })
  house.setClock('2026-06-15')
})
afterAll(() => house?.close())

const query = `query ($id: ID!, $on: Date) { contract(id: $id) { usage(on: $on) {
  startsOn endsOn includedHours rolledOverHours usedHours coveredHours remainingHours overtimeHours expected { amount currency }
  includedTickets resolvedTickets remainingTickets
  lines { kind quantity unit givenAway description unitPrice { amount } amount { amount }
    sources { timeEntry { id } ticket { id } creditOf minutes band overtime unitPrice { amount } amount { amount } } } } } }`

interface Told {
  startsOn: string
  endsOn: string
  expected: { amount: string; currency: string }
  lines: {
    kind: string
    quantity: string
    description: string
    unitPrice: { amount: string }
    amount: { amount: string }
    sources: { minutes: number | null; amount: { amount: string } }[]
  }[]
  [more: string]: unknown
}
async function usage(contract: { id: string }, on?: string, who: Who = admin): Promise<Told> {
  const { data, errors } = await house.ask(who, query, { id: contract.id, on })
  expect(errors).toBeUndefined()
  return data.contract.usage
}
/** A line in short: kind, quantity × price = amount. */
const short = ({ lines }: Told) =>
  lines.map(({ kind, quantity, unitPrice, amount }) => `${kind} ${quantity} × ${unitPrice.amount} = ${amount.amount}`)

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
const rates = (...amounts: string[]) =>
  JSON.stringify(
    ['OPERATIONAL', 'NON_OPERATIONAL', 'WEEKEND', 'HOLIDAY'].map((band, i) => ({ band, amount: amounts[i] })),
  )
const planB = {
  ...planA,
  fixed_fee: null,
  included_hours: null,
  hourly_rate: null,
  cost_bases: ['DIFFERENTIAL'],
  band_rates: rates('1000', '1500', '2000', '2500'),
}

async function agreed(terms: Record<string, unknown>, days: { startsOn?: string; endsOn?: string } = {}) {
  const customer = await house.seed.customer()
  const plan = await house.seed.plan({ terms })
  const contract = await house.seed.contract(customer, { plan, ...days })
  return { ...contract, customer, plan }
}
/** Hours of a month, two a day from its first day on, so that no day is too long. */
async function worked(contract: { id: string }, month: string, hours: number) {
  for (let day = 1, left = hours * 60; left > 0; day += 1, left -= 120)
    await house.seed.entry(worker, {
      contract,
      workedOn: `${month}-${String(day).padStart(2, '0')}`,
      minutes: Math.min(120, left),
    })
}
/** From a time of a day in Istanbul, for so many minutes. */
const from = (day: string, time: string, minutes: number) => ({
  workedOn: day,
  startedAt: `${day}T${time}:00+03:00`,
  minutes,
})
// A Friday.
const friday = '2026-06-05'

describe('the examples of the specification', () => {
  test('1: 26 h in January', async () => {
    const contract = await agreed(planA)
    await worked(contract, '2026-01', 26)
    const told = await usage(contract, '2026-01-20')
    expect(short(told)).toEqual([
      'FIXED_FEE 1 × 20000.00 = 20000.00',
      'CREDIT 20 × 0.00 = 0.00',
      'WORK 6 × 1200.00 = 7200.00',
    ])
    expect(told).toMatchObject({
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      includedHours: '20',
      rolledOverHours: '0',
      usedHours: '26',
      coveredHours: '20',
      remainingHours: '0',
      overtimeHours: '0',
      expected: { amount: '27200.00', currency: 'TRY' },
    })
  })

  test('2 and 3: unused credit rolls over, up to the cap', async () => {
    const open = await agreed({ ...planA, roll_over_unused: true })
    const capped = await agreed({ ...planA, roll_over_unused: true, roll_over_cap: '4' })
    for (const contract of [open, capped]) {
      await worked(contract, '2026-01', 14)
      await worked(contract, '2026-02', 26)
      expect((await usage(contract, '2026-01-01')).expected.amount).toBe('20000.00')
    }
    const february = await usage(open, '2026-02-28')
    expect(february).toMatchObject({ rolledOverHours: '6', remainingHours: '0', expected: { amount: '20000.00' } })
    expect(february.lines.flatMap(({ sources }) => sources)).toContainEqual(
      expect.objectContaining({ creditOf: '2026-01-01' }),
    )
    const less = await usage(capped, '2026-02-28')
    expect(less).toMatchObject({ rolledOverHours: '4', expected: { amount: '22400.00' } })
    expect(short(less)).toContain('WORK 2 × 1200.00 = 2400.00')
  })

  test('4: what lapses first is used first', async () => {
    const contract = await agreed({ ...planA, roll_over_unused: true, roll_over_periods: 1 })
    for (const [month, hours] of [
      ['2026-01', 14],
      ['2026-02', 20],
      ['2026-03', 26],
    ] as const)
      await worked(contract, month, hours)
    expect((await usage(contract, '2026-03-15')).expected.amount).toBe('20000.00')
  })

  test('5: overtime at its multiplier', async () => {
    const contract = await agreed({
      ...planA,
      weekly_hour_limit: '10',
      overtime: 'BILLED_AT_OVERTIME_RATE',
      overtime_multiplier: '1.5',
    })
    for (const [day, minutes] of [
      ['01', 400],
      ['02', 380],
    ] as const)
      await house.seed.entry(worker, { contract, workedOn: `2026-06-${day}`, minutes })
    const told = await usage(contract)
    expect(told).toMatchObject({ usedHours: '13', overtimeHours: '3', expected: { amount: '25400.00' } })
    expect(short(told)).toContain('OVERTIME 3 × 1800.00 = 5400.00')
  })

  test('7: what the plan gives away is shown at 0', async () => {
    const contract = await agreed({ ...planA, overage: 'NOT_BILLED' })
    await worked(contract, '2026-06', 26)
    const told = await usage(contract)
    expect(told.expected.amount).toBe('20000.00')
    expect(told.lines).toContainEqual(
      expect.objectContaining({ kind: 'WORK', quantity: '6', givenAway: true, description: 'Work, free of charge' }),
    )
  })

  test('8: thirds of an hour', async () => {
    const contract = await agreed({ ...planA, fixed_fee: null, included_hours: null })
    await house.seed.entry(worker, { contract, workedOn: '2026-06-01', minutes: 440 })
    const told = await usage(contract)
    expect(short(told)).toEqual(['WORK 7.3333 × 1200.00 = 8800.00'])
    expect(told).toMatchObject({ includedHours: null, remainingHours: null, usedHours: '7.3333' })
  })

  test('9: a period that the term cuts short is prorated', async () => {
    const contract = await agreed(planA, { startsOn: '2026-01-01', endsOn: '2026-02-15' })
    await worked(contract, '2026-01', 22)
    await worked(contract, '2026-02', 12)
    expect((await usage(contract, '2026-01-01')).expected.amount).toBe('22400.00')
    const february = await usage(contract, '2026-02-15')
    expect(february).toMatchObject({ endsOn: '2026-02-15', includedHours: '10.7143', expected: { amount: '12257.15' } })
    expect(short(february)).toEqual([
      'FIXED_FEE 1 × 10714.2857 = 10714.29',
      'CREDIT 10.7143 × 0.00 = 0.00',
      'WORK 1.2857 × 1200.00 = 1542.86',
    ])
    // Credit ends within a minute; what is told of the entries adds up to them.
    const minutes = february.lines.flatMap(({ sources }) => sources.flatMap((source) => source.minutes ?? []))
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(720)
  })

  test('10: an extra cost with its reason', async () => {
    const contract = await agreed(planA)
    await house.seed.entry(worker, {
      contract,
      workedOn: '2026-06-01',
      cost: { amount: '850.50', currency: 'TRY', reason: 'yedek parça' },
    })
    const told = await usage(contract)
    expect(told.expected.amount).toBe('20850.50')
    expect(told.lines).toContainEqual(
      expect.objectContaining({
        kind: 'EXTRA_COST',
        unit: 'PIECE',
        description: 'Extra cost: yedek parça',
        amount: { amount: '850.50' },
      }),
    )
  })

  test('11: in advance, usage is about the period, whenever it is billed', async () => {
    const contract = await agreed({ ...planA, billing_method: 'IN_ADVANCE' })
    await worked(contract, '2026-01', 26)
    expect((await usage(contract, '2026-01-31')).expected.amount).toBe('27200.00')
  })

  test.each<[string, Record<string, unknown>, ReturnType<typeof from>, string[], string]>([
    [
      '13: into the evening',
      planB,
      from(friday, '17:00', 210),
      ['WORK 1 × 1000.00 = 1000.00', 'WORK 2.5 × 1500.00 = 3750.00'],
      '4750.00',
    ],
    [
      '14: rate and surcharge',
      {
        ...planB,
        cost_bases: ['FIXED', 'DIFFERENTIAL'],
        hourly_rate: '1000',
        band_rates: rates('0', '500', '1000', '1500'),
      },
      from(friday, '17:00', 210),
      ['WORK 1 × 1000.00 = 1000.00', 'WORK 2.5 × 1500.00 = 3750.00'],
      '4750.00',
    ],
    [
      '15: credit in working hours only',
      { ...planB, included_hours: '2', credit_covers_operational_only: true },
      from(friday, '17:00', 210),
      ['CREDIT 1 × 0.00 = 0.00', 'WORK 2.5 × 1500.00 = 3750.00'],
      '3750.00',
    ],
    [
      '16: over midnight',
      planB,
      from(friday, '23:00', 180),
      ['WORK 1 × 1500.00 = 1500.00', 'WORK 2 × 2000.00 = 4000.00'],
      '5500.00',
    ],
    [
      '17: overtime in bands',
      { ...planB, weekly_hour_limit: '2', overtime: 'BILLED_AT_OVERTIME_RATE', overtime_multiplier: '1.5' },
      from(friday, '17:00', 210),
      ['WORK 1 × 1000.00 = 1000.00', 'WORK 1 × 1500.00 = 1500.00', 'OVERTIME 1.5 × 2250.00 = 3375.00'],
      '5875.00',
    ],
  ])('%s', async (_title, terms, entry, lines, total) => {
    const contract = await agreed(terms)
    await house.seed.entry(await house.seed.technician(), { contract, ...entry })
    const told = await usage(contract)
    expect(short(told)).toEqual(lines)
    expect(told.expected.amount).toBe(total)
    for (const { amount, sources } of told.lines)
      expect(sources.reduce((sum, source) => sum + Number(source.amount.amount), 0).toFixed(2)).toBe(amount.amount)
  })
})

describe('periods', () => {
  test('the day names the period; none outside of the terms, without a plan or before it', async () => {
    const contract = await agreed(planA, { startsOn: '2026-01-31', endsOn: '2026-05-30' })
    expect(await usage(contract, '2026-02-28')).toMatchObject({ startsOn: '2026-02-28', endsOn: '2026-03-30' })
    expect(await usage(contract, '2026-01-31')).toMatchObject({ startsOn: '2026-01-31', endsOn: '2026-02-27' })
    expect(await usage(contract, '2026-01-30')).toBeNull()
    expect(await usage(contract, '2026-05-31')).toBeNull()
    expect(await usage(contract)).toBeNull()
    const plain = await house.seed.contract(contract.customer)
    expect(await usage(plain, '2026-03-01')).toBeNull()
  })

  test('a plan that changes within a term ends its period there, and takes its credit along', async () => {
    const contract = await agreed({ ...planA, roll_over_unused: true })
    const next = await house.seed.plan({ terms: { ...planA, included_hours: '5', fixed_fee: '9000' } })
    await house.seed.insert('contract_plan', {
      contract_id: contract.id,
      customer_id: contract.customer.id,
      from_on: '2026-03-11',
      plan_id: next.id,
      revision: 1,
      created_at: new Date(),
    })
    expect(await usage(contract, '2026-03-10')).toMatchObject({
      startsOn: '2026-03-01',
      endsOn: '2026-03-10',
      rolledOverHours: '40',
    })
    expect(await usage(contract, '2026-03-11')).toMatchObject({
      startsOn: '2026-03-11',
      endsOn: '2026-03-31',
      rolledOverHours: '0',
      includedHours: '3.3871',
    })
    expect(await usage(contract, '2026-04-01')).toMatchObject({
      startsOn: '2026-04-01',
      endsOn: '2026-04-30',
      includedHours: '5',
    })
  })

  test('a late entry changes an open period as if it had been there all along', async () => {
    const contract = await agreed({ ...planA, roll_over_unused: true })
    await worked(contract, '2026-02', 26)
    expect(await usage(contract, '2026-02-01')).toMatchObject({
      rolledOverHours: '20',
      expected: { amount: '20000.00' },
    })
    await worked(contract, '2026-01', 17)
    expect(await usage(contract, '2026-02-01')).toMatchObject({
      rolledOverHours: '3',
      expected: { amount: '23600.00' },
    })
  })

  test('what was added goes on into the next period, however long', async () => {
    const contract = await agreed(planB)
    // From Saturday evening, 30 May, to Monday, 1 June.
    await house.seed.entry(await house.seed.technician(), {
      contract,
      ...from('2026-05-30', '20:00', 1_440),
      addedMinutes: 840,
    })
    expect(short(await usage(contract, '2026-05-30'))).toEqual(['WORK 28 × 2000.00 = 56000.00'])
    expect(short(await usage(contract, '2026-06-01'))).toEqual([
      'WORK 9 × 1500.00 = 13500.00',
      'WORK 1 × 1000.00 = 1000.00',
    ])
  })

  test('several days and contracts are computed in one go', async () => {
    const contract = await agreed({ ...planA, roll_over_unused: true })
    const other = await agreed(planB)
    await worked(contract, '2026-01', 14)
    const { data, errors } = await house.ask(
      admin,
      `query ($a: ID!, $b: ID!) { a: contract(id: $a) { january: usage(on: "2026-01-05") { remainingHours } february: usage(on: "2026-02-05") { rolledOverHours } } b: contract(id: $b) { usage { startsOn } } }`,
      { a: contract.id, b: other.id },
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      a: { january: { remainingHours: '6' }, february: { rolledOverHours: '6' } },
      b: { usage: { startsOn: '2026-06-01' } },
    })
  })

  test('tickets count once, at their first resolution', async () => {
    const contract = await agreed({
      ...planA,
      pricing_method: 'PER_TICKET',
      included_hours: null,
      included_tickets: 1,
      ticket_rate: '500',
      hourly_rate: null,
    })
    const contact = await house.seed.contact(contract.customer)
    const resolved = (day: string) =>
      house.seed.ticket(contract.customer, contact, {
        contract,
        status: 'RESOLVED',
        resolvedAt: new Date(`${day}T10:00:00Z`),
      })
    await resolved('2026-06-02')
    const twice = await resolved('2026-06-03')
    await resolved('2026-05-31')
    await house.sql(`update ticket set status = 'OPEN', resolved_at = null where id = $1`, [twice.id])
    await house.sql(`update ticket set status = 'RESOLVED', resolved_at = '2026-07-04T10:00:00Z' where id = $1`, [
      twice.id,
    ])
    const june = await usage(contract)
    expect(june).toMatchObject({
      includedTickets: '1',
      resolvedTickets: 2,
      remainingTickets: '0',
      includedHours: null,
      expected: { amount: '20500.00' },
    })
    expect(short(june)).toEqual([
      'FIXED_FEE 1 × 20000.00 = 20000.00',
      'CREDIT 1 × 0.00 = 0.00',
      'TICKETS 1 × 500.00 = 500.00',
    ])
    expect(june.lines[2]).toMatchObject({ sources: [{ ticket: { id: twice.id }, timeEntry: null }] })
    expect((await usage(contract, '2026-07-04')).expected.amount).toBe('20000.00')
  })
})

describe('who is told what', () => {
  const plain = `query ($id: ID!) { contract(id: $id) { usage { usedHours remainingHours lines { kind quantity description sources { minutes } } } } }`
  const priced = `query ($id: ID!) { contract(id: $id) { usage { expected { amount } lines { amount { amount } sources { ticket { id } } } } } }`
  const sourced = `query ($id: ID!) { contract(id: $id) { usage { lines { sources { timeEntry { id minutes } } } } } }`

  test('hours by CONTRACTS_READ, amounts by BILLING_READ, entries by staff with TICKETS_READ', async () => {
    const contract = await agreed(planA)
    const entry = await house.seed.entry(worker, { contract, workedOn: '2026-06-01', minutes: 60 })
    const customers = [contract.customer]
    const variables = { id: contract.id }
    const reader = await house.seed.technician({ permissions: ['CONTRACTS_READ'], restricted: true, customers })
    expect((await house.ask(reader, plain, variables)).data.contract.usage).toMatchObject({
      usedHours: '1',
      remainingHours: '19',
    })
    expect((await house.ask(reader, priced, variables)).errors?.[0]).toMatchObject({
      path: ['contract', 'usage', 'expected'],
      extensions: { code: 'FORBIDDEN', permission: 'BILLING_READ' },
    })
    expect((await house.ask(reader, sourced, variables)).errors?.[0]).toMatchObject({
      path: ['contract', 'usage', 'lines', 'sources', 'timeEntry'],
      extensions: { code: 'FORBIDDEN', permission: 'TICKETS_READ' },
    })
    const all = await house.seed.technician({ permissions: ['CONTRACTS_READ', 'TICKETS_READ', 'BILLING_READ'] })
    expect((await house.ask(all, sourced, variables)).data.contract.usage.lines[1].sources).toEqual([
      { timeEntry: { id: entry.id, minutes: 60 } },
    ])
    const far = await house.seed.technician({ permissions: ['CONTRACTS_READ'], restricted: true })
    expect((await house.ask(far, plain, variables)).data.contract).toBeNull()
    const key = await house.seed.key(admin, {
      permissions: ['CONTRACTS_READ', 'BILLING_READ', 'TICKETS_READ'],
      customers,
    })
    expect((await house.ask(key, priced, variables)).data.contract.usage.expected.amount).toBe('20000.00')
    expect((await house.ask(key, sourced, variables)).errors?.[0]?.extensions['permission']).toBe('STAFF')
    const narrow = await house.seed.key(admin, { permissions: ['CONTRACTS_READ'], customers: [] })
    expect((await house.ask(narrow, plain, variables)).data.contract).toBeNull()
  })

  test('the customer’s people with the company-records right, and nobody else of them', async () => {
    const contract = await agreed(planA)
    await house.seed.entry(worker, { contract, workedOn: '2026-06-01', minutes: 60, note: 'Gizli not' })
    const boss = await house.seed.contact(contract.customer, { company: true })
    const one = await house.seed.contact(contract.customer)
    const stranger = await house.seed.contact(await house.seed.customer(), { company: true })
    const variables = { id: contract.id }
    const answer = await house.ask(boss, priced, variables)
    expect(answer.data.contract.usage.expected.amount).toBe('20000.00')
    expect(answer.text).not.toContain('Gizli')
    expect((await house.ask(boss, sourced, variables)).errors?.[0]?.extensions['permission']).toBe('STAFF')
    for (const who of [one, stranger]) expect((await house.ask(who, plain, variables)).data.contract).toBeNull()
  })

  test('the database tells nobody else what contracts are made of', async () => {
    const contract = await agreed(planA)
    const { data } = await house.ask(admin, plain, { id: contract.id })
    expect(data.contract.usage).not.toBeNull()
    const one = await house.seed.contact(contract.customer)
    const role = async (name: string, principal: string) => {
      const [row] = await asRole<{ pricing: object; work: object }>(
        house.database.appUrl,
        name,
        principal,
        `select app_contract_pricing(array[$1::uuid]) as pricing,
           app_contract_work(jsonb_build_array(jsonb_build_object('contract', $1::uuid, 'from', '2026-01-01', 'to', '2026-12-31')), 'UTC') as work`,
        [contract.id],
      )
      return row
    }
    expect(await role('accord_contact', one.id)).toEqual({ pricing: {}, work: {} })
    const far = await house.seed.technician({ permissions: ['CONTRACTS_READ'], restricted: true })
    expect(await role('accord_restricted', far.id)).toEqual({ pricing: {}, work: {} })
    expect(Object.keys((await role('accord_staff', worker.id))!.pricing)).toEqual([contract.id])
  })
})

test('a month of 500 entries is computed in a moment', async () => {
  const contract = await agreed({ ...planB, weekly_hour_limit: '40', included_hours: '20', roll_over_unused: true })
  const day = Temporal.PlainDate.from('2026-06-01')
  for (let n = 0; n < 500; n += 1)
    await house.seed.entry(worker, {
      contract,
      workedOn: day.add({ days: n % 30 }).toString(),
      minutes: 15 + (n % 7) * 10,
    })
  await usage(contract)
  const started = performance.now()
  const told = await usage(contract)
  expect(performance.now() - started).toBeLessThan(1_500)
  expect(told.lines.flatMap(({ sources }) => sources).length).toBeGreaterThanOrEqual(500)
})
