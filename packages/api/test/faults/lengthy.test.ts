/** Faults that are over only when somebody has been missed for long enough: for `pnpm test:faults`, not for the test command. */
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../src/core/db/embedded.ts'
import { migrate } from '../../src/core/db/migrate.ts'
import { seeder, type House } from '../house.ts'
import { faultsOf, kill, manyContracts, patience, startDoor, startSink, faultsWithWorkers } from './tools.ts'

const faults = faultsWithWorkers()
const { rounds, many } = faults

test('R17: a worker that sleeps for a while and wakes does nothing twice', async () => {
  await manyContracts(faults.house, many)
  const sleeper = faults.start()
  await expect.poll(faults.renewed, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
  sleeper.child.kill('SIGSTOP')
  faults.start()
  await faults.settled()
  sleeper.child.kill('SIGCONT')
  await sleep(3_000)
  expect(await faultsOf(faults.house, many)).toEqual([])
}, 180_000)

test('R4: killed while it sends: every notice arrives, and twice only with the same Message-ID, one a kill', async () => {
  const count = 30
  const sink = (faults.sink = await startSink())
  sink.slow = 150
  await manyContracts(faults.house, count)
  for (let round = 0; round < rounds; round += 1) {
    const worker = faults.start()
    const before = sink.arrived.length
    await expect.poll(() => sink.arrived.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before)
    await sleep(randomInt(100))
    await kill(worker)
    // The lease that the dead one holds is over.
    await faults.house.sql(`update outgoing_mail set next_attempt_at = now() where status = 'QUEUED'`)
  }
  sink.slow = 0
  faults.start()
  const unsent = async () =>
    (await faults.house.sql<{ n: number }>(`select count(*)::int as n from outgoing_mail where status <> 'SENT'`))[0]!.n
  await expect.poll(async () => [await faultsOf(faults.house, count), await unsent()], patience).toEqual([[], 0])
  const ids = sink.arrived.map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(count)
  // One mail of a recipient is on its way at a time.
  expect(ids.length - count).toBeLessThanOrEqual(rounds)
}, 240_000)

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
    const worker = faults.start(door.url(server.workerUrl))
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
    for (const worker of faults.workers) await kill(worker)
    await owner.end()
    await door.close()
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}, 240_000)
