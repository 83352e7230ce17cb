/**
 * Renewals and notices while workers are killed, connections are cut, the database is stopped hard, and the mail server
 * does what mail servers do. The test command runs each once; `pnpm test:faults` runs them at length.
 */
import { randomInt } from 'node:crypto'
import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { startEmbedded } from '../../src/core/db/embedded.ts'
import { migrate } from '../../src/core/db/migrate.ts'
import { runContract, sweep } from '../../src/features/contracts/renewal/sweep.ts'
import { sweepParts, systemPool } from '../contracts.ts'
import { openHouse, seeder, type House } from '../house.ts'
import {
  faultsOf,
  kill,
  later,
  manyContracts,
  startDoor,
  startSink,
  startWorker,
  type Sink,
  type Worker,
} from './tools.ts'

const rounds = inject('faults')
const many = rounds > 1 ? 1_000 : 150
/** A killed worker is missed after 15 seconds, and found missing within another one. */
const patience = { timeout: 90_000, interval: 250 }

let house: House
let workers: Worker[] = []
let sink: Sink | undefined
beforeAll(async () => {
  house = await openHouse()
})
afterEach(async () => {
  for (const worker of workers) await kill(worker)
  workers = []
  await sink?.close()
  sink = undefined
  await house.sql('truncate contract, contract_term, notice_delivery, outgoing_mail cascade')
  await house.sql('truncate pgboss.job_common')
})
afterAll(() => house?.close())

const start = (url = house.database.workerUrl) => {
  const worker = startWorker(url, later, sink?.url)
  workers.push(worker)
  return worker
}
const renewed = async () =>
  (await house.sql<{ n: number }>(`select count(*)::int as n from contract_term where origin = 'AUTOMATIC'`))[0]!.n
const settled = () => expect.poll(() => faultsOf(house, many), patience).toEqual([])

test('R3, R6: two workers, one killed at random moments: each contract is renewed once, each notice written once', async () => {
  await manyContracts(house, many)
  start()
  for (let round = 0; round < rounds; round += 1) {
    const victim = start()
    await victim.ready
    const before = await renewed()
    // In the middle of it, as long as there is something to be in the middle of.
    if (before < many) await expect.poll(renewed, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before)
    await sleep(randomInt(60))
    await kill(victim)
  }
  await settled()
}, 240_000)

test('R28: SIGTERM in the middle: what runs ends, nothing is counted as failed, and the next worker goes on', async () => {
  await manyContracts(house, many)
  const worker = start()
  await expect.poll(renewed, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
  expect(await kill(worker, 'SIGTERM')).toBe(0)
  const [jobs] = await house.sql(
    `select max(retry_count)::int as retries, count(*) filter (where state = 'active')::int as active from pgboss.job`,
  )
  expect(jobs).toEqual({ retries: 0, active: 0 })
  start()
  await settled()
}, 120_000)

test('R17: a worker that sleeps for a while and wakes does nothing twice', async () => {
  await manyContracts(house, many)
  const sleeper = start()
  await expect.poll(renewed, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
  sleeper.child.kill('SIGSTOP')
  start()
  await settled()
  sleeper.child.kill('SIGCONT')
  await sleep(3_000)
  expect(await faultsOf(house, many)).toEqual([])
}, 180_000)

test('R2: connections cut in the middle, commits among them', async () => {
  const port = Number(new URL(house.database.workerUrl).port)
  const door = await startDoor(() => port)
  try {
    await manyContracts(house, many)
    const worker = start(door.url(house.database.workerUrl))
    await worker.ready
    for (let round = 0; round < rounds * 3; round += 1) {
      await sleep(randomInt(50, 400))
      door.cut()
    }
    await settled()
  } finally {
    for (const worker of workers) await kill(worker)
    await door.close()
  }
}, 240_000)

test('R7: everything of the day done again changes nothing', async () => {
  await manyContracts(house, 50)
  const pool = systemPool(house)
  try {
    house.setClock(later)
    const parts = sweepParts(house, pool)
    await sweep(parts)
    const all = async () =>
      JSON.stringify([
        await house.sql('select * from contract order by id'),
        await house.sql('select * from contract_term order by id'),
        await house.sql('select * from notice_delivery order by id'),
        await house.sql('select * from outgoing_mail order by id'),
      ])
    const before = await all()
    for (let round = 0; round < 2; round += 1)
      for (const { id } of await house.sql<{ id: string }>('select id from contract'))
        expect(await runContract(parts, id)).toEqual({ renewed: 0, queued: 0, skipped: 0 })
    expect(await all()).toBe(before)
  } finally {
    await pool.end()
  }
})

test('R8: a clock that goes 45 days on, two hours back and on again loses nothing and sends nothing twice', async () => {
  await manyContracts(house, 20)
  const pool = systemPool(house)
  try {
    for (const at of [
      '2026-01-26T09:00:30+03:00',
      '2026-01-26T07:00:00+03:00',
      '2026-01-26T09:01:00+03:00',
      '2026-01-31T23:59:59+03:00',
      '2026-02-01T00:00:01+03:00',
      '2026-01-31T22:00:00+03:00',
      '2026-03-12T12:00:00+03:00',
      '2026-03-12T10:00:00+03:00',
    ]) {
      house.setClock(at)
      expect((await sweep(sweepParts(house, pool))).failed).toEqual([])
    }
    const rows = await house.sql(
      `select side, days, ends_on::text as ends, coalesce(skip_reason, status) as what, count(*)::int as n
       from notice_delivery group by 1, 2, 3, 4 order by 3, 1 desc, 4`,
    )
    expect(rows).toEqual([
      { side: 'BEFORE_END', days: 5, ends: '2026-01-31', what: 'QUEUED', n: 20 },
      { side: 'BEFORE_END', days: 5, ends: '2026-02-28', what: 'RENEWED', n: 20 },
      { side: 'BEFORE_END', days: 5, ends: '2026-03-31', what: 'PLANNED', n: 20 },
      { side: 'AFTER_END', days: 1, ends: '2026-03-31', what: 'PLANNED', n: 20 },
    ])
    const [mails] = await house.sql('select count(*)::int as n from outgoing_mail')
    expect(mails).toEqual({ n: 20 })
  } finally {
    await pool.end()
  }
})

test('R4: killed while it sends: every notice arrives, and twice only with the same Message-ID, one a kill', async () => {
  const count = 30
  sink = await startSink()
  sink.slow = 150
  await manyContracts(house, count)
  for (let round = 0; round < rounds; round += 1) {
    const worker = start()
    const before = sink.arrived.length
    await expect.poll(() => sink!.arrived.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before)
    await sleep(randomInt(100))
    await kill(worker)
    // The lease that the dead one holds is over.
    await house.sql(`update outgoing_mail set next_attempt_at = now() where status = 'QUEUED'`)
  }
  sink.slow = 0
  start()
  const unsent = async () =>
    (await house.sql<{ n: number }>(`select count(*)::int as n from outgoing_mail where status <> 'SENT'`))[0]!.n
  await expect.poll(async () => [await faultsOf(house, count), await unsent()], patience).toEqual([[], 0])
  const ids = sink.arrived.map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(count)
  // One mail of a recipient is on its way at a time.
  expect(ids.length - count).toBeLessThanOrEqual(rounds)
}, 240_000)

test('R10: a mail server that is full for a while, and one that knows the recipient not', async () => {
  sink = await startSink()
  await manyContracts(house, 1)
  const [{ email }] = (await house.sql<{ email: string }>(
    'select z.email from contract_notice_user n join technician z on z.id = n.technician_id',
  )) as [{ email: string }]
  sink.refuse = () => ({ code: 452, text: 'full for now' })
  start()
  const state = async () =>
    (await house.sql(`select status, attempts, failure from outgoing_mail where to_address = $1`, [email]))[0]
  await expect.poll(state, patience).toMatchObject({ status: 'QUEUED', failure: expect.stringContaining('452') })
  sink.refuse = () => ({ code: 550, text: 'no such user' })
  await house.sql(`update outgoing_mail set next_attempt_at = now()`)
  await expect.poll(state, patience).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('550') })
  const admin = await house.seed.technician({ administrator: true })
  const shown = await house.ask(
    admin,
    '{ contracts { nodes { noticeDeliveries { nodes { id status failure } } } } systemHealth { queues { name failed } } }',
  )
  const failed = shown.data.contracts.nodes[0].noticeDeliveries.nodes.find(
    ({ status }: { status: string }) => status === 'FAILED',
  )
  expect(failed.failure).toContain('550')
  expect(shown.data.systemHealth.queues).toContainEqual({ name: 'MAILS', failed: 1 })
  sink.refuse = undefined
  const again = await house.ask(
    admin,
    'mutation ($id: ID!) { sendNoticeAgain(input: { id: $id }) { errors { code } } }',
    { id: failed.id },
  )
  expect(again.data.sendNoticeAgain.errors).toEqual([])
  await expect.poll(state, patience).toMatchObject({ status: 'SENT', failure: null })
}, 120_000)

test('R1: PostgreSQL stopped hard in the middle and started again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'accord-faults-'))
  let server = await startEmbedded(directory)
  const door = await startDoor(() => Number(new URL(server.ownerUrl).port))
  const owner = new pg.Pool({ connectionString: door.url(server.ownerUrl), max: 2 })
  owner.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
  const sql: House['sql'] = async (text, values) => (await owner.query(text, values)).rows
  const own = { sql, seed: seeder(sql) }
  try {
    await migrate(server.ownerUrl, { program: 'accord_app', worker: 'accord_worker' })
    await manyContracts(own, many)
    const worker = start(door.url(server.workerUrl))
    for (let round = 0; round < rounds; round += 1) {
      await expect
        .poll(() => sql(`select 1 from contract_term where origin = 'AUTOMATIC' limit 1`), {
          timeout: 30_000,
          interval: 5,
        })
        .toHaveLength(1)
      await sleep(randomInt(200))
      process.kill(Number(readFileSync(join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
      await server.ended
      await server.stop()
      server = await startEmbedded(directory)
    }
    await expect.poll(() => faultsOf(own, many).catch((error: Error) => [error.message]), patience).toEqual([])
    expect(worker.child.exitCode).toBeNull()
  } finally {
    for (const worker of workers) await kill(worker)
    await owner.end()
    await door.close()
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}, 240_000)
