/** What runs by itself: its health, and a contract that is laid aside and tried again. */
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQueue } from '../../src/core/jobs/queue.ts'
import { startContractWorker } from '../../src/features/contracts/index.ts'
import { entered, systemPool, terms } from '../contracts.ts'
import { openHouse, publicUrl, type House } from '../house.ts'

let house: House
let pool: pg.Pool
let admin: { cookie: string }
let worker: { stop: () => Promise<void> }
const log = { warn: () => undefined, error: () => undefined }
beforeAll(async () => {
  house = await openHouse()
  pool = systemPool(house)
  admin = await house.seed.technician({ administrator: true })
  house.setClock('2026-02-10')
})
afterAll(async () => {
  await worker?.stop()
  await pool?.end()
  await house?.close()
})

const start = async () =>
  startContractWorker({
    boss: await openQueue({
      connectionString: house.database.workerUrl,
      log,
      times: { superviseIntervalSeconds: 1, monitorIntervalSeconds: 1, cronMonitorIntervalSeconds: 1 },
    }),
    connectionString: house.database.workerUrl,
    clock: house.clock,
    publicUrl,
    log,
    times: { poll: 0.5, retry: 0, tries: 1 },
  })
const health = async () => {
  const answer = await house.ask(
    admin,
    `{ systemHealth { now today timeZone nodeVersion databaseVersion databaseBytes queues { name waiting running failed waitingSince }
       lastSweep { startedAt finishedAt contracts } lastDay { renewed queued skipped } laidAside { id contractId reference at failure } } }`,
  )
  expect(answer.errors).toBeUndefined()
  return answer.data.systemHealth
}

test('R24: a contract that cannot be renewed is laid aside, the others flow, and it is tried again when somebody says so', async () => {
  expect(await health()).toMatchObject({ today: '2026-02-10', lastSweep: null, laidAside: [] })
  const customer = await house.seed.customer()
  const given = { startsOn: '2026-01-01', endsOn: '2026-01-31', renewal: { count: 1, unit: 'MONTH' as const } }
  const poison = await entered(house, pool, customer, given)
  const fine = await entered(house, pool, customer, given)
  // No length leads anywhere from here: the day after it is beyond the calendar.
  await house.sql(`update contract set renewal_unit = 'YEAR', renewal_count = 2000000 where id = $1`, [poison.id])
  worker = await start()
  await expect.poll(() => terms(house, fine.id), { timeout: 20_000 }).toHaveLength(2)
  await expect.poll(async () => (await health()).laidAside, { timeout: 40_000 }).toHaveLength(1)
  const told = await health()
  expect(told.laidAside[0]).toMatchObject({ contractId: poison.id, failure: expect.stringContaining('RangeError') })
  expect(told.queues).toContainEqual({ name: 'CONTRACTS', waiting: 0, running: 0, failed: 1, waitingSince: null })
  expect(told.lastSweep.contracts).toBeGreaterThanOrEqual(0)
  expect(told.lastDay).toEqual({ renewed: 1, queued: 0, skipped: 0 })
  expect(Number(told.databaseBytes)).toBeGreaterThan(1_000_000)

  const again = `mutation ($input: TryContractAgainInput!) { tryContractAgain(input: $input) { contractId errors { code path } } }`
  const restricted = await house.seed.technician({ permissions: ['ORGANIZATION_WRITE'], restricted: true })
  const input = { input: { id: told.laidAside[0].id } }
  expect((await house.ask(restricted, again, input)).data.tryContractAgain).toEqual({
    contractId: null,
    errors: [{ code: 'NOT_FOUND', path: ['id'] }],
  })
  const clerk = await house.seed.technician({ permissions: ['CONTRACTS_WRITE', 'AUDIT_READ'] })
  expect((await house.ask(clerk, again, input)).errors![0]!.extensions['code']).toBe('FORBIDDEN')
  expect((await house.ask(clerk, '{ systemHealth { today } }')).errors![0]!.extensions['code']).toBe('FORBIDDEN')
  await house.sql(`update contract set renewal_unit = 'MONTH', renewal_count = 1 where id = $1`, [poison.id])
  expect((await house.ask(admin, again, input)).data.tryContractAgain).toEqual({ contractId: poison.id, errors: [] })
  expect((await health()).laidAside).toEqual([])
  await worker.stop()
  worker = await start()
  await expect.poll(() => terms(house, poison.id), { timeout: 20_000 }).toHaveLength(2)
})
