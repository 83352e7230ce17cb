import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { turkishHolidays } from '../../src/features/plans/public-holidays.ts'
import { openHouse, type House, type Who } from '../house.ts'

let house: House
let admin: Who & { id: string }

beforeAll(async () => {
  house = await openHouse()
  admin = await house.seed.technician({ administrator: true })
})
afterAll(() => house.close())

const money = (amount: string, currency = 'TRY') => ({ amount, currency })
const prepaid = {
  title: 'Bakım 20 saat',
  pricingMethod: 'HOURLY',
  billingMethod: 'IN_ARREARS',
  billingPeriod: 'MONTHLY',
  fixedFee: money('20000.00'),
  includedHours: '20',
  hourlyRate: money('1200'),
  overtime: 'BILLED_AT_RATE',
  overage: 'BILLED',
  costBases: ['FIXED'],
}
const bandRates = [
  { band: 'WEEKEND', rate: money('2000') },
  { band: 'OPERATIONAL', rate: money('1000') },
  { band: 'HOLIDAY', rate: money('2500') },
  { band: 'NON_OPERATIONAL', rate: money('1500') },
]
const create = `mutation ($input: CreateServicePlanInput!) { createServicePlan(input: $input) { servicePlan { id version revision title active
  pricingMethod billingPeriod fixedFee { amount currency } includedHours hourlyRate { amount } costBases bandRates { band rate { amount } } rollOverUnused calendar { name } } errors { code path message } } }`
const update = `mutation ($input: UpdateServicePlanInput!) { updateServicePlan(input: $input) { servicePlan { id version revision title active includedHours } errors { code path } } }`
const preview = `query ($plan: CreateServicePlanInput!, $usage: PlanUsageInput!) { planPreview(plan: $plan, usage: $usage) {
  startsOn endsOn total { amount currency } carriedOver lines { kind quantity unit unitPrice { amount } sum: amount { amount } givenAway } } }`
const createCalendar = `mutation ($input: CreateWorkingCalendarInput!) { createWorkingCalendar(input: $input) { workingCalendar { id version name timeZone standard workingHours { weekday from to } holidays { on name from } } errors { code path } } }`

const made = async (input: object) => (await house.ask(admin, create, { input })).data.createServicePlan

describe('plans', () => {
  test('one is entered with its pricing as revision 1', async () => {
    const { servicePlan, errors } = await made(prepaid)
    expect(errors).toEqual([])
    expect(servicePlan).toMatchObject({
      revision: 1,
      active: true,
      fixedFee: { amount: '20000.00', currency: 'TRY' },
      includedHours: '20',
      hourlyRate: { amount: '1200.00' },
      costBases: ['FIXED'],
      bandRates: [],
      rollOverUnused: false,
      calendar: null,
    })
  })

  test('a changed pricing is a new revision, and the old one stays what it was', async () => {
    const { servicePlan } = await made({ ...prepaid, title: 'Gelişen' })
    const change = async (input: object) =>
      (await house.ask(admin, update, { input: { id: servicePlan.id, ...input } })).data.updateServicePlan
    expect(await change({ version: 1, title: 'Gelişmiş' })).toMatchObject({
      servicePlan: { version: 2, revision: 1, title: 'Gelişmiş' },
    })
    expect(await change({ version: 2, includedHours: '20.0000' })).toMatchObject({ servicePlan: { revision: 1 } })
    expect(await change({ version: 2, includedHours: '25' })).toMatchObject({
      servicePlan: { version: 3, revision: 2, includedHours: '25' },
    })
    expect(await change({ version: 2, includedHours: '30' })).toMatchObject({
      servicePlan: { includedHours: '25' },
      errors: [{ code: 'CONFLICT', path: ['version'] }],
    })
    const rows = await house.sql(
      'select revision, trim_scale(included_hours)::text as hours from service_plan_revision where plan_id = $1 order by revision',
      [servicePlan.id],
    )
    expect(rows).toEqual([
      { revision: 1, hours: '20' },
      { revision: 2, hours: '25' },
    ])
    await expect(house.sql('update service_plan_revision set included_hours = 1')).rejects.toThrow('never changed')
    const events = await house.ask(
      admin,
      `query ($id: ID!) { auditEvents(filter: { subjectId: $id }, first: 1) { nodes { changes { field from to } } } }`,
      { id: servicePlan.id },
    )
    expect(events.data.auditEvents.nodes[0].changes).toEqual([{ field: 'includedHours', from: '20', to: '25' }])
  })

  test.for<[string, object, string[]]>([
    ['a rate for the fixed basis', { hourlyRate: null }, ['hourlyRate']],
    ['rates of all bands', { costBases: ['DIFFERENTIAL'], bandRates: bandRates.slice(1) }, ['bandRates']],
    ['a rate of a ticket', { pricingMethod: 'PER_TICKET' }, ['ticketRate']],
    ['a multiplier for overtime', { overtime: 'BILLED_AT_OVERTIME_RATE' }, ['overtimeMultiplier']],
    ['an amount, for the currency', { fixedFee: null, hourlyRate: null, costBases: [] }, ['fixedFee']],
  ])('asks for %s', async ([, more, path]) => {
    expect((await made({ ...prepaid, ...more })).errors).toMatchObject([{ code: 'REQUIRED', path }])
  })

  test.for<[object, string[]]>([
    [{ hourlyRate: money('1200', 'EUR') }, ['hourlyRate', 'currency']],
    [{ fixedFee: money('10.123') }, ['fixedFee', 'amount']],
    [{ fixedFee: money('-1') }, ['fixedFee', 'amount']],
    [{ includedHours: '-1' }, ['includedHours']],
    [{ overtimeMultiplier: '0.5' }, ['overtimeMultiplier']],
    [{ rollOverPeriods: -1 }, ['rollOverPeriods']],
    [{ bandRates: [bandRates[0], bandRates[0]] }, ['bandRates']],
  ])('F14: refuses %j', async ([more, path]) => {
    expect((await made({ ...prepaid, ...more })).errors).toMatchObject([{ code: 'INVALID', path }])
  })

  test('a calendar that is not there is not found', async () => {
    const { errors } = await made({ ...prepaid, calendarId: admin.id })
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: ['calendarId'] }])
  })

  test('whoever may not read plans is refused, contacts too', async () => {
    const contact = await house.seed.contact(await house.seed.customer(), { company: true })
    const technician = await house.seed.technician({ permissions: ['CUSTOMERS_READ'] })
    for (const who of [contact, technician]) {
      const { errors } = await house.ask(who, '{ servicePlans { nodes { id } } }')
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'PLANS_READ' })
    }
    const restricted = await house.seed.technician({ permissions: ['PLANS_READ'], restricted: true })
    expect(
      (await house.ask(restricted, '{ servicePlans { totalCount } }')).data.servicePlans.totalCount,
    ).toBeGreaterThan(0)
  })
})

describe('the live example', () => {
  const total = async (plan: object, usage: object) => {
    const { data, errors } = await house.ask(admin, preview, { plan: { ...prepaid, ...plan }, usage })
    expect(errors).toBeUndefined()
    return data.planPreview
  }

  test('26 hours in a month cost what the specification says', async () => {
    expect(await total({}, { hours: '26' })).toMatchObject({
      startsOn: '2026-06-01',
      endsOn: '2026-06-30',
      total: { amount: '27200.00', currency: 'TRY' },
      carriedOver: '0',
      lines: [
        { kind: 'FIXED_FEE', quantity: '1', unit: 'PERIOD', sum: { amount: '20000.00' } },
        { kind: 'CREDIT', quantity: '20', unit: 'HOUR', sum: { amount: '0.00' } },
        { kind: 'WORK', quantity: '6', unit: 'HOUR', unitPrice: { amount: '1200.00' }, sum: { amount: '7200.00' } },
      ],
    })
  })

  test('unused hours are told', async () => {
    expect(await total({ rollOverUnused: true }, { hours: '14' })).toMatchObject({
      total: { amount: '20000.00' },
      carriedOver: '6',
    })
  })

  test('every band has its price', async () => {
    const plan = { fixedFee: null, includedHours: null, hourlyRate: null, costBases: ['DIFFERENTIAL'], bandRates }
    const usage = { hours: '1', nonOperationalHours: '1', weekendHours: '1', holidayHours: '1' }
    expect(await total(plan, usage)).toMatchObject({ total: { amount: '7000.00' } })
  })

  test('a plan that could not be entered is told at its field', async () => {
    const { errors } = await house.ask(admin, preview, {
      plan: { ...prepaid, hourlyRate: null },
      usage: { hours: '1' },
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['hourlyRate'] })
    const wild = await house.ask(admin, preview, { plan: prepaid, usage: { hours: '745' } })
    expect(wild.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['usage', 'hours'] })
  })
})

describe('calendars', () => {
  const office = {
    name: 'Ofis',
    timeZone: 'Europe/Istanbul',
    workingHours: [{ weekday: 1, from: '09:00', to: '18:00' }],
    holidays: [],
  }
  const entered = async (more: object) =>
    (await house.ask(admin, createCalendar, { input: { ...office, ...more } })).data.createWorkingCalendar

  test('one is entered, in order, and there is one of the organization', async () => {
    const first = await entered({
      standard: true,
      workingHours: [
        { weekday: 2, from: '13:00', to: '24:00' },
        { weekday: 2, from: '09:00', to: '12:00' },
      ],
      holidays: [
        { on: '2026-10-29', name: 'Cumhuriyet Bayramı' },
        { on: '2026-10-28', name: 'Arife', from: '13:00' },
      ],
    })
    expect(first).toMatchObject({
      workingCalendar: {
        standard: true,
        workingHours: [
          { weekday: 2, from: '09:00', to: '12:00' },
          { weekday: 2, from: '13:00', to: '24:00' },
        ],
        holidays: [
          { on: '2026-10-28', name: 'Arife', from: '13:00' },
          { on: '2026-10-29', name: 'Cumhuriyet Bayramı', from: null },
        ],
      },
      errors: [],
    })
    await entered({ name: 'Vardiya', standard: true })
    const { data } = await house.ask(admin, '{ workingCalendars { name standard } }')
    expect(data.workingCalendars).toEqual([
      { name: 'Ofis', standard: false },
      { name: 'Vardiya', standard: true },
    ])
    expect((await entered({ name: 'OFİS' })).errors).toEqual([{ code: 'TAKEN', path: ['name'] }])
  })

  test.for<[object, string[]]>([
    [{ timeZone: 'Türkiye' }, ['timeZone']],
    [{ workingHours: [{ weekday: 8, from: '09:00', to: '18:00' }] }, ['workingHours', '0', 'weekday']],
    [{ workingHours: [{ weekday: 1, from: '9:00', to: '18:00' }] }, ['workingHours', '0', 'from']],
    [{ workingHours: [{ weekday: 1, from: '18:00', to: '09:00' }] }, ['workingHours', '0', 'to']],
    [
      {
        workingHours: [
          { weekday: 1, from: '09:00', to: '13:00' },
          { weekday: 1, from: '12:00', to: '18:00' },
        ],
      },
      ['workingHours'],
    ],
    [
      {
        holidays: [
          { on: '2026-01-01', name: 'Yılbaşı' },
          { on: '2026-01-01', name: 'Yılbaşı' },
        ],
      },
      ['holidays'],
    ],
  ])('refuses %j', async ([more, path]) => {
    expect((await entered({ name: 'Yanlış', ...more })).errors).toEqual([{ code: 'INVALID', path }])
  })

  test('the holidays of a year start a calendar', async () => {
    const { data } = await house.ask(admin, '{ publicHolidays(year: 2026) { on name from } }')
    expect(data.publicHolidays).toEqual(turkishHolidays(2026))
    expect(data.publicHolidays).toContainEqual({ on: '2026-10-28', name: 'Cumhuriyet Bayramı arifesi', from: '13:00' })
    expect(data.publicHolidays).toContainEqual({ on: '2026-03-20', name: 'Ramazan Bayramı 1. gün', from: null })
    expect(turkishHolidays(2031)).toHaveLength(8)
  })
})
