import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House, type Who } from '../house.ts'
import { dial, eventually, listen, quiet } from './live-client.ts'

let house: House
let admin: Who & { id: string }
let customer: { id: string }
let requester: Who & { id: string }
beforeAll(async () => {
  house = await openHouse({ worker: true })
  admin = await house.seed.technician({ administrator: true })
  customer = await house.seed.customer()
  requester = await house.seed.contact(customer)
})
afterAll(() => house?.close())

const bulk = `mutation ($input: BulkUpdateTicketsInput!) { bulkUpdateTickets(input: $input) { job { id kind status total } errors { code path message } } }`
const look = `query ($id: ID!) { job(id: $id) { id kind status done total errors { code path message } createdAt startedAt finishedAt } }`
const cancel = `mutation ($input: CancelJobInput!) { cancelJob(input: $input) { job { id status } errors { code path } } }`
const permissions = ['CUSTOMERS_READ', 'TICKETS_READ', 'TICKETS_WRITE']
const none = '00000000-0000-4000-8000-000000000000'

const tickets = async (count: number, of = customer, by = requester) => {
  const made = []
  for (let i = 0; i < count; i += 1) made.push((await house.seed.ticket(of, by)).id)
  return made
}
async function start(who: Who, input: object): Promise<string> {
  const { data } = await house.ask(who, bulk, { input })
  expect(data.bulkUpdateTickets.errors).toEqual([])
  return data.bulkUpdateTickets.job.id
}
/** Looked at behind the program's back: a job that goes on between the two lanes of a query would tell two states. */
async function until(id: string, good: (state: { status: string; done: number }) => boolean) {
  await expect
    .poll(
      async () => {
        const [state] = await house.sql<{ status: string; done: number }>(
          `select status, (select count(*)::int from job_row where job_id = $1) as done from job where id = $1`,
          [id],
        )
        return good(state!)
      },
      { timeout: 10_000, interval: 25 },
    )
    .toBe(true)
}
async function ended(who: Who, id: string) {
  await until(id, ({ status }) => !['QUEUED', 'RUNNING'].includes(status))
  return (await house.ask(who, look, { id })).data.job
}
const priorities = (ids: string[]) =>
  house.sql<{ priority: string; version: number }>('select priority, version from ticket where id = any ($1)', [ids])

describe('one change of many tickets', () => {
  test('every row is changed once, as the one who asked, with an event of its own', async () => {
    const who = await house.seed.technician({ permissions, name: 'Toplu Değiştiren' })
    const ids = await tickets(5)
    const job = await ended(who, await start(who, { ids: [...ids, ids[0]], priority: 'URGENT', status: 'IN_PROGRESS' }))
    expect(job).toMatchObject({ kind: 'BULK_CHANGE', status: 'DONE', done: 5, total: 5, errors: [] })
    expect(job.finishedAt >= job.startedAt && job.startedAt >= job.createdAt).toBe(true)
    expect(await priorities(ids)).toEqual(ids.map(() => ({ priority: 'URGENT', version: 2 })))
    const events = await house.sql(`select actor_name, action from audit_event where subject_id = any ($1)`, [ids])
    expect(events).toEqual(ids.map(() => ({ actor_name: 'Toplu Değiştiren', action: 'UPDATED' })))
    expect(await house.sql(`select action from audit_event where subject_id = $1`, [job.id])).toEqual([
      { action: 'CREATED' },
    ])
  })

  test('by a filter: what it finds when it is asked, and no more', async () => {
    const mine = await house.seed.customer()
    const contact = await house.seed.contact(mine)
    const found = await tickets(3, mine, contact)
    await house.sql(`update ticket set priority = 'HIGH' where id = any ($1)`, [found.slice(0, 2)])
    const who = await house.seed.technician({ permissions, restricted: true, customers: [mine] })
    const id = await start(who, { filter: { priority: ['HIGH', 'URGENT'], customerId: mine.id }, priority: 'LOW' })
    expect(await ended(who, id)).toMatchObject({ status: 'DONE', done: 2, total: 2, errors: [] })
    expect((await priorities(found)).map(({ priority }) => priority).toSorted()).toEqual(['LOW', 'LOW', 'NORMAL'])
    const text = await start(who, { filter: { text: 'KAYIT', unassigned: true }, assigneeId: who.id })
    expect(await ended(who, text)).toMatchObject({ status: 'DONE', total: 3 })
    const nothing = await start(who, { filter: { customerId: customer.id }, priority: 'LOW' })
    expect(await ended(who, nothing)).toMatchObject({ status: 'DONE', done: 0, total: 0 })
  })

  test('what stands against a row is told with its id, and the others are changed', async () => {
    const foreign = await house.seed.customer()
    const [theirs] = await tickets(1, foreign, await house.seed.contact(foreign))
    const who = await house.seed.technician({ permissions, restricted: true, customers: [customer] })
    const [good, closed, last] = await tickets(3)
    await house.sql(`update ticket set status = 'CLOSED' where id = $1`, [closed])
    const missing = '00000000-0000-4000-8000-000000000000'
    const job = await ended(
      who,
      await start(who, { ids: [good, theirs, closed, missing, last], status: 'IN_PROGRESS' }),
    )
    expect(job).toMatchObject({
      status: 'DONE',
      done: 5,
      errors: [
        { code: 'NOT_FOUND', path: ['ids', theirs] },
        { code: 'NOT_ALLOWED', path: ['ids', closed], message: 'The ticket cannot go from CLOSED to IN_PROGRESS.' },
        { code: 'NOT_FOUND', path: ['ids', missing] },
      ],
    })
    // The foreign one and the missing one are told alike.
    expect(job.errors[0].message).toBe(job.errors[2].message)
    const states = await house.sql('select status from ticket where id = any ($1) order by id', [[good, last]])
    expect(states).toEqual([{ status: 'IN_PROGRESS' }, { status: 'IN_PROGRESS' }])
  })

  test('a ticket that somebody has changed since it was seen stays as it is, and is told', async () => {
    const [first, changed, last] = await tickets(3)
    const input = {
      tickets: [first, changed, last].map((id) => ({ id, version: 1 })),
      priority: 'URGENT',
    }
    await house.sql(`update ticket set priority = 'LOW', version = 2 where id = $1`, [changed])
    const job = await ended(admin, await start(admin, input))
    expect(job).toMatchObject({ status: 'DONE', done: 3, errors: [{ code: 'CONFLICT', path: ['tickets', changed] }] })
    expect(await priorities([changed!])).toEqual([{ priority: 'LOW', version: 2 }])
    expect(await priorities([first!, last!])).toEqual([
      { priority: 'URGENT', version: 2 },
      { priority: 'URGENT', version: 2 },
    ])
  })

  test.each<[string, object, string, string[]]>([
    ['neither ids nor a filter', { priority: 'LOW' }, 'REQUIRED', ['ids']],
    ['no ids', { ids: [], priority: 'LOW' }, 'REQUIRED', ['ids']],
    ['both', { ids: [none], filter: {}, priority: 'LOW' }, 'INVALID', ['filter']],
    ['ids and versions', { ids: [none], tickets: [{ id: none, version: 1 }], priority: 'LOW' }, 'INVALID', ['tickets']],
    ['no tickets', { tickets: [], priority: 'LOW' }, 'REQUIRED', ['tickets']],
    ['a version of no id', { tickets: [{ id: 'x', version: 1 }], priority: 'LOW' }, 'NOT_FOUND', ['tickets']],
    ['nothing to change', { ids: [none] }, 'REQUIRED', ['status']],
    ['no status', { ids: [none], status: null }, 'REQUIRED', ['status']],
    ['no id at all', { ids: ["x' or 1=1"], priority: 'LOW' }, 'NOT_FOUND', ['ids']],
  ])('%s is refused in words', async (_title, input, code, path) => {
    const { data } = await house.ask(admin, bulk, { input })
    expect(data.bulkUpdateTickets).toMatchObject({ job: null, errors: [{ code, path }] })
  })

  test('more than 1 000 tickets are refused, by ids and by filter', async () => {
    const ids = Array.from({ length: 1_001 }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`)
    expect((await house.ask(admin, bulk, { input: { ids, priority: 'LOW' } })).errors?.[0]?.extensions['code']).toBe(
      'BAD_USER_INPUT',
    )
    const many = await house.seed.customer()
    await house.sql(
      `insert into ticket (id, number, kind, subject, description, customer_id, requester_id, opened_at, updated_at)
       select gen_random_uuid(), 'T-1998-' || n, 'INCIDENT', 'Çok', 'x', $1, $2, now(), now() from generate_series(1, 1001) n`,
      [many.id, (await house.seed.contact(many)).id],
    )
    const { data } = await house.ask(admin, bulk, { input: { filter: { customerId: many.id }, priority: 'LOW' } })
    expect(data.bulkUpdateTickets.errors).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['filter'] }])
  })

  test('the same key asks once', async () => {
    const input = { ids: await tickets(1), priority: 'HIGH', idempotencyKey: 'toplu-1' }
    expect(await start(admin, input)).toBe(await start(admin, input))
  })
})

describe('whose job it is', () => {
  test('G10: a job of somebody else is not there, for an administrator neither', async () => {
    const who = await house.seed.technician({ permissions })
    const id = await start(who, { ids: await tickets(1), priority: 'LOW' })
    await ended(who, id)
    const key = await house.seed.key(admin, { permissions })
    const contact = await house.seed.contact(customer, { company: true })
    const node = 'query ($id: ID!) { node(id: $id) { id } }'
    const list = '{ jobs { totalCount nodes { id } } }'
    for (const other of [admin, key, contact]) {
      expect((await house.ask(other, look, { id })).data.job).toBeNull()
      expect((await house.ask(other, node, { id })).data.node).toBeNull()
      expect((await house.ask(other, list)).text).not.toContain(id)
      const missing = '00000000-0000-4000-8000-000000000000'
      const answers = await Promise.all(
        [id, missing, 'x'].map(async (each) => (await house.ask(other, cancel, { input: { id: each } })).text),
      )
      expect(answers[0]).toContain('NOT_FOUND')
      expect(answers[1]).toBe(answers[0])
    }
    expect((await house.ask(who, list)).data.jobs).toEqual({ totalCount: 1, nodes: [{ id }] })
    expect((await house.ask(who, node, { id })).data.node).toEqual({ id })
  })

  test('a contact changes nothing in bulk', async () => {
    const contact = await house.seed.contact(customer, { company: true })
    const { errors } = await house.ask(contact, bulk, { input: { ids: [], priority: 'LOW' } })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'TICKETS_WRITE' })
  })

  test('a key’s job runs as the key', async () => {
    const other = await house.seed.customer()
    const [theirs] = await tickets(1, other, await house.seed.contact(other))
    const [mine] = await tickets(1)
    const key = await house.seed.key(admin, { permissions, customers: [customer] })
    const job = await ended(key, await start(key, { ids: [mine, theirs], priority: 'LOW' }))
    expect(job).toMatchObject({ status: 'DONE', errors: [{ code: 'NOT_FOUND', path: ['ids', theirs] }] })
  })
})

/** Keeps a ticket locked, so that the job that comes to it stands still. */
async function locked(id: string): Promise<{ let: () => Promise<void> }> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: house.database.ownerUrl })
  await client.connect()
  await client.query('begin')
  await client.query('select from ticket where id = $1 for update', [id])
  return {
    async let() {
      await client.query('rollback')
      await client.end()
    },
  }
}
async function running(who: Who, id: string, done: number) {
  await until(id, (state) => state.status === 'RUNNING' && state.done === done)
  return (await house.ask(who, look, { id })).data.job
}

describe('on the way', () => {
  test('progress is told, one job of a person runs at a time, and another person’s runs beside it', async () => {
    const who = await house.seed.technician({ permissions })
    const ids = await tickets(3)
    const lock = await locked(ids[1]!)
    const first = await start(who, { ids, priority: 'LOW' })
    expect(await running(who, first, 1)).toMatchObject({ done: 1, total: 3, finishedAt: null })
    const second = await start(who, { ids: await tickets(1), priority: 'LOW' })
    const others = await start(admin, { ids: await tickets(1), priority: 'LOW' })
    expect(await ended(admin, others)).toMatchObject({ status: 'DONE' })
    expect((await house.ask(who, look, { id: second })).data.job).toMatchObject({ status: 'QUEUED', startedAt: null })
    await lock.let()
    const [one, two] = [await ended(who, first), await ended(who, second)]
    expect([one.status, two.status]).toEqual(['DONE', 'DONE'])
    expect(two.startedAt >= one.finishedAt).toBe(true)
  })

  test('cancelling: what is done stays, the rest is not begun; what has ended cannot be cancelled', async () => {
    const who = await house.seed.technician({ permissions })
    const ids = await tickets(4)
    const lock = await locked(ids[1]!)
    const id = await start(who, { ids, priority: 'URGENT' })
    await running(who, id, 1)
    const waiting = await start(who, { ids, priority: 'LOW' })
    expect((await house.ask(who, cancel, { input: { id: waiting } })).data.cancelJob).toEqual({
      job: { id: waiting, status: 'CANCELLED' },
      errors: [],
    })
    expect((await house.ask(who, cancel, { input: { id } })).data.cancelJob.errors).toEqual([])
    await lock.let()
    expect(await ended(who, id)).toMatchObject({ status: 'CANCELLED', done: 2, total: 4 })
    expect((await priorities(ids)).filter(({ priority }) => priority === 'URGENT')).toHaveLength(2)
    expect((await house.ask(who, cancel, { input: { id } })).data.cancelJob).toEqual({
      job: null,
      errors: [{ code: 'NOT_ALLOWED', path: ['id'] }],
    })
  })

  test.each<[string, (who: { id: string; roleId: string }) => Promise<unknown>]>([
    ['is passivated', ({ id }) => house.sql('update technician set active = false where id = $1', [id])],
    [
      'loses the permission',
      ({ roleId }) => house.sql(`update role set permissions = '{TICKETS_READ}' where id = $1`, [roleId]),
    ],
  ])('who %s loses the rest of the job', async (_title, lose) => {
    const who = await house.seed.technician({ permissions })
    const ids = await tickets(4)
    const lock = await locked(ids[1]!)
    const id = await start(who, { ids, priority: 'URGENT' })
    await running(who, id, 1)
    await lose(who)
    await lock.let()
    await expect
      .poll(() => house.sql('select status, failure from job where id = $1', [id]), { timeout: 8_000 })
      .toEqual([{ status: 'FAILED', failure: expect.stringContaining('may not do this any more') }])
    expect((await priorities(ids)).filter(({ priority }) => priority === 'URGENT')).toHaveLength(2)
  })

  test('who loses a customer on the way changes no more tickets of it', async () => {
    const other = await house.seed.customer()
    const theirs = await tickets(3, other, await house.seed.contact(other))
    const who = await house.seed.technician({ permissions, restricted: true, customers: [other] })
    const lock = await locked(theirs[1]!)
    const id = await start(who, { ids: theirs, priority: 'URGENT' })
    await running(who, id, 1)
    await house.sql('delete from technician_customer where technician_id = $1', [who.id])
    await lock.let()
    const job = await ended(who, id)
    expect(job.errors.at(-1)).toMatchObject({ code: 'NOT_FOUND', path: ['ids', theirs[2]] })
  })

  test('20 jobs wait at most', async () => {
    const who = await house.seed.technician({ permissions })
    const ids = await tickets(1)
    const lock = await locked(ids[0]!)
    const jobs = []
    for (let i = 0; i < 20; i += 1) jobs.push(await start(who, { ids, priority: 'LOW' }))
    const { data } = await house.ask(who, bulk, { input: { ids, priority: 'LOW' } })
    expect(data.bulkUpdateTickets.errors[0].code).toBe('LIMIT_EXCEEDED')
    await lock.let()
    for (const id of jobs) expect((await ended(who, id)).status).toBe('DONE')
  })
})

describe('jobProgress', () => {
  const watch = 'subscription ($id: ID!) { jobProgress(id: $id) { id status done total errors { code } } }'
  const call = async (who: Who) => dial(await listen(house), who)

  test('tells where the job stands, goes on not at every row, and ends with it', async () => {
    const who = await house.seed.technician({ permissions })
    const id = await start(who, { ids: await tickets(60), priority: 'HIGH' })
    const line = await call(who)
    const job = await line.subscribe(watch, { id })
    await job.over()
    const told = job.told().map(({ jobProgress }) => jobProgress)
    expect(told.at(-1)).toEqual({ id, status: 'DONE', done: 60, total: 60, errors: [] })
    expect(told.length).toBeLessThan(12)
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b))
    // Who comes late is told the end.
    const late = await line.subscribe(watch, { id: id.toUpperCase() })
    await late.over()
    expect(late.told()).toHaveLength(1)
    await eventually(() => house.app.jobFeed.size === 0)
    line.hangUp()
  })

  test('a cancelled job that waits is over', async () => {
    const who = await house.seed.technician({ permissions })
    const id = await start(who, { ids: await tickets(40), priority: 'HIGH' })
    const waiting = await start(who, { ids: await tickets(1), priority: 'LOW' })
    const line = await call(who)
    const [first, second] = [await line.subscribe(watch, { id }), await line.subscribe(watch, { id: waiting })]
    await house.ask(who, cancel, { input: { id: waiting } })
    await house.ask(who, cancel, { input: { id } })
    await Promise.all([first.over(), second.over()])
    expect(['CANCELLED', 'DONE']).toContain(second.told().at(-1).jobProgress.status)
    line.hangUp()
  })

  test('G10 a foreign job and a missing one are refused with the same bytes, and nothing stays open', async () => {
    const who = await house.seed.technician({ permissions })
    const id = await start(who, { ids: await tickets(1), priority: 'HIGH' })
    const maker = await house.seed.technician({ permissions: [...permissions, 'API_KEYS_WRITE'] })
    const { key } = await house.seed.key(maker, { permissions })
    for (const other of [admin, requester, { key }]) {
      const line = await call(other)
      const refusals = []
      for (const asked of [id, '00000000-0000-4000-8000-000000000000', 'x'])
        refusals.push(JSON.stringify(await (await line.subscribe(watch, { id: asked })).error()))
      expect(new Set(refusals.map((each) => each.replace(/"requestId":"[^"]*"/, ''))).size).toBe(1)
      expect(refusals[0]).toContain('BAD_USER_INPUT')
      line.hangUp()
    }
    await quiet(100)
    expect(house.app.jobFeed.size).toBe(0)
  })
})
