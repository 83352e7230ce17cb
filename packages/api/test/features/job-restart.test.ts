/** R3, R17: workers that are killed or sleep. Whole processes on one database. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '../../src/core/db/embedded/server.ts'
import { openHouse, type House, type Who } from '../house.ts'

vi.setConfig({ testTimeout: 120_000 })
const api = resolve(import.meta.dirname, '../..')

let house: House
let who: Who & { id: string }
let tickets: string[]
const directory = mkdtempSync(join(tmpdir(), 'accord-jobs-'))
const children: ChildProcess[] = []

beforeAll(async () => {
  house = await openHouse()
  const customer = await house.seed.customer()
  const requester = await house.seed.contact(customer)
  who = await house.seed.technician({ permissions: ['TICKETS_READ', 'TICKETS_WRITE'] })
  tickets = []
  for (let i = 0; i < 60; i += 1) tickets.push((await house.seed.ticket(customer, requester)).id)
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(directory, { recursive: true, force: true })
  await house?.close()
})

async function worker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
    cwd: api,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      ROLE: 'worker',
      PORT: String(await freePort()),
      DATA_DIR: directory,
      DATABASE_URL: house.database.appUrl,
      DATABASE_WORKER_URL: house.database.workerUrl,
      SECRET: 'Yk3vQ9pL0sWf7bTz1xGd5hRm8nCj2aEu',
      LOG_LEVEL: 'fatal',
    },
  })
  children.push(child)
  return child
}

const state = async (id: string) =>
  (
    await house.sql<{ status: string; done: number; attempt: number }>(
      `select status, attempt, (select count(*)::int from job_row where job_id = $1) as done from job where id = $1`,
      [id],
    )
  )[0]!

test('a job goes on behind the last row when its worker is killed, and no row is done twice', async () => {
  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  await owner.query('begin')
  await owner.query('select from ticket where id = $1 for update', [tickets[30]])
  const { data } = await house.ask(
    who,
    'mutation ($input: BulkUpdateTicketsInput!) { bulkUpdateTickets(input: $input) { job { id } errors { code } } }',
    { input: { ids: tickets, priority: 'URGENT' } },
  )
  const id: string = data.bulkUpdateTickets.job.id
  const first = await worker()
  await expect.poll(async () => (await state(id)).done, { timeout: 60_000 }).toBe(30)
  first.kill('SIGKILL')
  await once(first, 'exit')
  await owner.query('rollback')
  await owner.end()
  expect(await state(id)).toMatchObject({ status: 'RUNNING', attempt: 1 })
  await Promise.all([worker(), worker()])
  await expect.poll(async () => (await state(id)).status, { timeout: 60_000 }).toBe('DONE')
  expect(await state(id)).toEqual({ status: 'DONE', done: 60, attempt: 2 })
  const changed = await house.sql(
    `select t.version, t.priority, count(e.id)::int as events from ticket t
     join audit_event e on e.subject_id = t.id group by 1, 2, t.id`,
  )
  expect(changed).toEqual(tickets.map(() => ({ version: 2, priority: 'URGENT', events: 1 })))
})

test('a worker that slept through its lease finds that the job is somebody else’s', async () => {
  // Two workers run from the test before: one of them stays, takes it, and falls asleep in the middle of a row.
  const [asleep, other] = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  other!.kill('SIGKILL')
  await once(other!, 'exit')
  const { data } = await house.ask(
    who,
    'mutation ($input: BulkUpdateTicketsInput!) { bulkUpdateTickets(input: $input) { job { id } errors { code } } }',
    { input: { ids: tickets, priority: 'LOW' } },
  )
  const id: string = data.bulkUpdateTickets.job.id
  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  await owner.query('begin')
  await owner.query('select from ticket where id = $1 for update', [tickets[40]])
  await expect.poll(async () => (await state(id)).done, { timeout: 60_000 }).toBe(40)
  asleep!.kill('SIGSTOP')
  await house.sql(`update job set lease_until = now() - interval '1 second' where id = $1`, [id])
  await owner.query('rollback')
  await owner.end()
  const awake = await worker()
  await expect.poll(async () => (await state(id)).status, { timeout: 60_000 }).toBe('DONE')
  asleep!.kill('SIGCONT')
  awake.kill('SIGTERM')
  await once(awake, 'exit')
  expect(await state(id)).toMatchObject({ status: 'DONE', done: 60 })
  const events = await house.sql(
    `select count(*)::int as events from audit_event where subject_id = any ($1::uuid[]) group by subject_id`,
    [tickets],
  )
  expect(events).toEqual(tickets.map(() => ({ events: 2 })))
})
