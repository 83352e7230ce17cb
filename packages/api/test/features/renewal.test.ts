/** Terms that follow by the calendar: once, without a gap, and just as the forecast says. */
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dueOn, type Length, type Notice } from '../../src/features/contracts/calendar/index.ts'
import { foresee } from '../../src/features/contracts/renewal/foresight.ts'
import { dueContracts, momentNow, runContract, sweep } from '../../src/features/contracts/renewal/sweep.ts'
import { afterEnd, before, day, entered, loaded, notices, sweepParts, systemPool, terms } from '../contracts.ts'
import { openHouse, type House } from '../house.ts'

let house: House
let pool: pg.Pool
beforeAll(async () => {
  house = await openHouse()
  pool = systemPool(house)
})
afterAll(async () => {
  await pool?.end()
  await house?.close()
})

const months = (count: number): Length => ({ count, unit: 'MONTH' })
const swept = async (...at: string[]) => {
  for (const each of at) {
    house.setClock(each)
    expect((await sweep(sweepParts(house, pool))).failed).toEqual([])
  }
}

describe('renewal by the calendar', () => {
  test('a month at a time from 31 January, each on the day after the end', async () => {
    const { id } = await entered(house, pool, await house.seed.customer(), {
      startsOn: '2026-01-31',
      endsOn: '2026-02-27',
      renewal: months(1),
    })
    await swept('2026-02-27T23:59:00+03:00')
    expect(await terms(house, id)).toEqual(['2026-01-31 2026-02-27'])
    await swept('2026-02-28T00:00:30+03:00', '2026-02-28', '2026-03-30T23:59:00+03:00')
    expect(await terms(house, id)).toEqual(['2026-01-31 2026-02-27', '2026-02-28 2026-03-30'])
    await swept('2026-03-31', '2026-04-30', '2026-05-30')
    expect((await terms(house, id)).slice(2)).toEqual(['2026-03-31 2026-04-29', '2026-04-30 2026-05-30'])
  })

  test('R9: missed days are made up for in order, and the chain has no gap', async () => {
    const { id } = await entered(house, pool, await house.seed.customer(), {
      startsOn: '2026-01-01',
      endsOn: '2026-01-07',
      renewal: { count: 1, unit: 'WEEK' },
    })
    await swept('2026-02-21')
    expect(await terms(house, id)).toEqual([
      '2026-01-01 2026-01-07',
      '2026-01-08 2026-01-14',
      '2026-01-15 2026-01-21',
      '2026-01-22 2026-01-28',
      '2026-01-29 2026-02-04',
      '2026-02-05 2026-02-11',
      '2026-02-12 2026-02-18',
      '2026-02-19 2026-02-25',
    ])
    const [event] = await house.sql<{ changes: unknown; actor_kind: null }>(
      `select changes, actor_kind from audit_event where subject_id = $1 and action = 'RENEWED'`,
      [id],
    )
    expect(event).toEqual({ actor_kind: null, changes: [{ field: 'endsOn', from: '2026-01-07', to: '2026-02-25' }] })
  })

  test('R8: years ahead are caught up with step by step', async () => {
    const { id } = await entered(house, pool, await house.seed.customer(), {
      startsOn: '2026-01-01',
      endsOn: '2026-01-01',
      renewal: { count: 1, unit: 'DAY' },
    })
    house.setClock('2028-03-01')
    await runContract(sweepParts(house, pool), id)
    const all = await terms(house, id)
    expect([all.length, all.at(-1)]).toEqual([791, '2028-03-01 2028-03-01'])
    await house.sql('update contract set auto_renew = false where id = $1', [id])
  })

  test('drafts, terminated ones, passive customers and those without renewal stay', async () => {
    const passive = await house.seed.customer({ active: false })
    const customer = await house.seed.customer()
    const span = { startsOn: '2026-01-01', endsOn: '2026-01-31' }
    const all = [
      await entered(house, pool, passive, { ...span, renewal: months(1) }),
      await entered(house, pool, customer, { ...span, renewal: months(1), draft: true }),
      await entered(house, pool, customer, span),
      await entered(house, pool, customer, { ...span, renewal: months(1) }),
    ]
    await house.sql(`update contract set terminated_on = '2026-01-20', termination_reason = 'Bitti' where id = $1`, [
      all[3]!.id,
    ])
    await swept('2026-03-15')
    for (const { id } of all) expect(await terms(house, id)).toEqual(['2026-01-01 2026-01-31'])
  })

  test('a new term takes the newest revision of the plan, a running one keeps its own', async () => {
    const plan = await house.seed.plan()
    const { id } = await entered(house, pool, await house.seed.customer(), {
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      renewal: months(1),
      plan,
    })
    await house.sql(
      `insert into service_plan_revision select plan_id, 2, created_at, pricing_method, billing_method, billing_period, currency,
         2000, included_hours, included_tickets, weekly_hour_limit, hourly_rate, ticket_rate, overtime, overtime_multiplier, overage,
         credit_covers_operational_only, roll_over_unused, roll_over_cap, roll_over_periods, technician_may_add_cost,
         technician_may_add_time, cost_bases, band_rates, calendar_id
       from service_plan_revision where plan_id = $1 and revision = 1`,
      [plan.id],
    )
    await house.sql('update service_plan set revision = 2 where id = $1', [plan.id])
    await swept('2026-03-01')
    const rows = await house.sql(
      'select from_on::text as day, revision from contract_plan where contract_id = $1 order by from_on',
      [id],
    )
    expect(rows).toEqual([
      { day: '2026-01-01', revision: 1 },
      { day: '2026-02-01', revision: 2 },
    ])
  })

  test('R6: many at once renew once', async () => {
    const { id } = await entered(house, pool, await house.seed.customer(), {
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      renewal: months(1),
      notices: [before(5), afterEnd(3)],
      users: [await house.seed.technician()],
    })
    house.setClock('2026-02-26')
    const done = await Promise.all(Array.from({ length: 6 }, () => runContract(sweepParts(house, pool), id)))
    expect(done.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(1)
    expect(done.reduce((sum, { queued }) => sum + queued, 0)).toBe(1)
    expect(await terms(house, id)).toHaveLength(2)
    expect(await notices(house, id)).toEqual(['2026-01-26 -5 RENEWED', '2026-02-23 -5 QUEUED', '2026-03-03 +3 PLANNED'])
  })
})

describe('the forecast', () => {
  const notice: fc.Arbitrary<Notice> = fc.oneof(
    fc.integer({ min: 0, max: 70 }).map(before),
    fc.integer({ min: 1, max: 50 }).map(afterEnd),
  )
  const length: fc.Arbitrary<Length> = fc.oneof(
    fc.record({ count: fc.integer({ min: 3, max: 60 }), unit: fc.constant('DAY' as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 6 }), unit: fc.constant('WEEK' as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 5 }), unit: fc.constant('MONTH' as const) }),
  )
  const contract = fc.record({
    start: fc.integer({ min: 0, max: 150 }),
    length: fc.oneof(
      fc.integer({ min: 0, max: 200 }).map((days) => ({ days })),
      fc.integer({ min: 1, max: 4 }).map((count) => ({ months: count })),
    ),
    renewal: fc.option(length),
    notices: fc.uniqueArray(notice, { maxLength: 5, selector: ({ side, days }) => side + String(days) }),
    users: fc.boolean(),
    contacts: fc.subarray([0, 1, 2]),
    active: fc.boolean(),
  })

  test('is what the sweep does, for random contracts, day by day over a leap day and month ends', async () => {
    const { seed } = house
    const technician = await seed.technician()
    const first = day('2027-11-03')
    const today = first.add({ days: 100 })
    const until = day('2028-08-15')
    const all: { id: string; expected: string[]; chain: string[] }[] = []
    house.setClock(`${today.toString()}T15:00:00+03:00`)
    for (const given of fc.sample(contract, { numRuns: 50, seed: 7 })) {
      const customer = await seed.customer({ active: given.active || given.renewal === null })
      const people = [
        await seed.contact(customer),
        await seed.contact(customer, { active: false }),
        await seed.contact(customer, { email: null }),
      ]
      const startsOn = first.add({ days: given.start })
      const endsOn = startsOn.add('months' in given.length ? given.length : given.length)
      const { id } = await entered(house, pool, customer, {
        startsOn: startsOn.toString(),
        endsOn: ('months' in given.length ? endsOn.subtract({ days: 1 }) : endsOn).toString(),
        renewal: given.renewal,
        notices: given.notices,
        users: given.users ? [technician] : [],
        contacts: given.contacts.map((each) => people[each]!),
        setOn: today.toString(),
      })
      const foreseen = foresee(await loaded(pool, id), momentNow(house), until, 100_000)!
      const skippedAlready = await house.sql<{ line: string }>(
        `select due_on || ' ' || side || ' ' || days || ' ' || recipient_id || ' ' || skip_reason as line
         from notice_delivery where contract_id = $1 and status = 'SKIPPED'`,
        [id],
      )
      all.push({
        id,
        chain: foreseen.terms.map((term) => `${term.startsOn.toString()} ${term.endsOn.toString()}`),
        expected: [
          ...skippedAlready.map(({ line }) => line),
          ...foreseen.notices.map(
            ({ notice: { side, days, recipientId, endsOn: of }, skipped }) =>
              `${dueOn(of, { side, days }).toString()} ${side} ${days} ${recipientId} ${skipped ?? 'QUEUED'}`,
          ),
        ].toSorted(),
      })
    }
    for (let at = today; at.until(until).sign >= 0; at = at.add({ days: 1 }))
      await swept(`${at.toString()}T15:00:30+03:00`)
    for (const { id, expected, chain } of all) {
      expect(await terms(house, id)).toEqual(chain)
      const rows = await house.sql<{ line: string }>(
        `select due_on || ' ' || side || ' ' || days || ' ' || recipient_id || ' ' || coalesce(skip_reason, status) as line
         from notice_delivery where contract_id = $1 and status <> 'PLANNED'`,
        [id],
      )
      expect(rows.map(({ line }) => line).toSorted()).toEqual(expected)
    }
    expect(await dueContracts(sweepParts(house, pool))).toEqual([])
    const sent = all.flatMap(({ expected }) => expected.filter((line) => line.endsWith('QUEUED')))
    expect(sent.length).toBeGreaterThan(50)
    expect(all.flatMap(({ chain }) => chain).length).toBeGreaterThan(100)
  })
})

describe('the forecast through the front door', () => {
  const forecast = `query ($id: ID!, $until: Date!) { contract(id: $id) { forecast(until: $until) { terms { startsOn endsOn origin }
    notices { dueOn endsOn side days status skipReason email recipient { __typename name } } periods { startsOn endsOn expected { amount currency } } } } }`
  const actual = `query ($id: ID!) { contract(id: $id) { terms { startsOn endsOn origin }
    noticeDeliveries(first: 100) { nodes { dueOn endsOn side days status skipReason email recipient { __typename name } } } } }`

  test('tells terms, notices and amounts, and a clock that goes there gives the same', async () => {
    const { seed } = house
    const admin = await seed.technician({ administrator: true })
    const customer = await seed.customer()
    const contact = await seed.contact(customer)
    house.setClock('2026-01-10')
    const { id } = await entered(house, pool, customer, {
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      renewal: months(1),
      notices: [before(7), afterEnd(2)],
      users: [admin],
      contacts: [contact],
      plan: await seed.plan(),
    })
    const ask = async (query: string, variables: object) => {
      const answer = await house.ask(admin, query, { id, ...variables })
      expect(answer.errors).toBeUndefined()
      return answer.data.contract
    }
    const foreseen = (await ask(forecast, { until: '2026-04-15' })).forecast
    expect(foreseen.terms).toEqual([
      { startsOn: '2026-01-01', endsOn: '2026-01-31', origin: 'INITIAL' },
      { startsOn: '2026-02-01', endsOn: '2026-02-28', origin: 'AUTOMATIC' },
      { startsOn: '2026-03-01', endsOn: '2026-03-31', origin: 'AUTOMATIC' },
      { startsOn: '2026-04-01', endsOn: '2026-04-30', origin: 'AUTOMATIC' },
    ])
    expect(foreseen.periods).toEqual(
      foreseen.terms.map(({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => ({
        startsOn,
        endsOn,
        expected: { amount: '1000.00', currency: 'TRY' },
      })),
    )
    expect(foreseen.notices).toHaveLength(6)
    expect(foreseen.notices[0]).toEqual({
      dueOn: '2026-01-24',
      endsOn: '2026-01-31',
      side: 'BEFORE_END',
      days: 7,
      status: 'PLANNED',
      skipReason: null,
      email: expect.any(String),
      recipient: { __typename: expect.stringMatching(/Technician|Contact/), name: expect.any(String) },
    })
    // Nothing was written.
    expect((await ask(actual, {})).terms).toHaveLength(1)
    for (let at = day('2026-01-10'); at.until(day('2026-04-15')).sign >= 0; at = at.add({ days: 1 }))
      await swept(at.toString())
    const now = await ask(actual, {})
    expect(now.terms).toEqual(foreseen.terms)
    const line = (notice: Record<string, unknown>) => JSON.stringify({ ...notice, status: undefined })
    expect(
      now.noticeDeliveries.nodes
        .filter(({ status }: { status: string }) => status === 'QUEUED')
        .map(line)
        .toSorted(),
    ).toEqual(foreseen.notices.map(line).toSorted())
  })

  test('reaches five years, is for whoever reads contracts, and its notices and amounts are behind their doors', async () => {
    const { seed } = house
    const customer = await seed.customer()
    const person = await seed.contact(customer, { company: true })
    house.setClock('2026-01-10')
    const { id } = await entered(house, pool, customer, {
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      renewal: { count: 1, unit: 'DAY' },
      notices: Array.from({ length: 20 }, (_, i) => before(i)),
      contacts: [person, await seed.contact(customer)],
    })
    const quiet = await entered(house, pool, customer, {
      startsOn: '2026-01-01',
      endsOn: '2026-01-31',
      renewal: { count: 1, unit: 'DAY' },
    })
    const reader = await seed.technician({ permissions: ['CONTRACTS_READ'] })
    const code = async (who: { cookie: string } | { key: string }, below: string, until = '2026-03-01', of = id) =>
      (await house.ask(who, `query { contract(id: "${of}") { forecast(until: "${until}") { ${below} } } }`)).errors?.[0]
        ?.extensions['code']
    expect(await code(reader, 'terms { endsOn }', '2031-01-10', quiet.id)).toBeUndefined()
    expect(await code(reader, 'terms { endsOn }', '2031-01-11', quiet.id)).toBe('BAD_USER_INPUT')
    expect(await code(reader, 'terms { endsOn }', '2026-01-09')).toBe('BAD_USER_INPUT')
    expect(await code(reader, 'notices { dueOn }')).toBeUndefined()
    expect(await code(reader, 'notices { dueOn }', '2030-12-01')).toBe('BAD_USER_INPUT')
    expect(await code(reader, 'notices { recipient { name } }')).toBe('FORBIDDEN')
    expect(await code(reader, 'periods { expected { amount } }')).toBe('FORBIDDEN')
    expect(await code(person, 'terms { endsOn }')).toBe('FORBIDDEN')
    const owner = await seed.technician({ permissions: ['CONTRACTS_READ', 'API_KEYS_WRITE'] })
    const { key } = await seed.key(owner, { permissions: ['CONTRACTS_READ'] })
    expect(await code({ key }, 'terms { endsOn }')).toBeUndefined()
    expect(await code({ key }, 'notices { dueOn }')).toBe('FORBIDDEN')
  })
})
