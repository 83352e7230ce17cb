/**
 * Renewals and notices while workers are killed, connections are cut, clocks jump, and the mail server does what mail
 * servers do: once in the test command, at length with `pnpm test:faults`.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runContract, sweep } from '../../src/features/contracts/renewal/sweep.ts'
import { sweepParts, systemPool } from '../contracts.ts'
import { kill, manyContracts, later, patience, startDoor, startSink, faultsWithWorkers } from './tools.ts'

const faults = faultsWithWorkers()
const { rounds, many } = faults

test('R3, R6: two workers, one killed at random moments: each contract is renewed once, each notice written once', async () => {
  await manyContracts(faults.house, many)
  faults.start()
  for (let round = 0; round < rounds; round += 1) {
    const victim = faults.start()
    await victim.ready
    const before = await faults.renewed()
    // In the middle of it, as long as there is something to be in the middle of.
    if (before < many) await expect.poll(faults.renewed, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before)
    await sleep(randomInt(60))
    await kill(victim)
  }
  await faults.settled()
}, 240_000)

test('R28: SIGTERM in the middle: what runs ends, nothing is counted as failed, and the next worker goes on', async () => {
  await manyContracts(faults.house, many)
  const worker = faults.start()
  await expect.poll(faults.renewed, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
  expect(await kill(worker, 'SIGTERM')).toBe(0)
  const [jobs] = await faults.house.sql(
    `select max(retry_count)::int as retries, count(*) filter (where state = 'active')::int as active from pgboss.job`,
  )
  expect(jobs).toEqual({ retries: 0, active: 0 })
  faults.start()
  await faults.settled()
}, 120_000)

test('R2: connections cut in the middle, commits among them', async () => {
  const port = Number(new URL(faults.house.database.workerUrl).port)
  const door = await startDoor(() => port)
  try {
    await manyContracts(faults.house, many)
    const worker = faults.start(door.url(faults.house.database.workerUrl))
    await worker.ready
    for (let round = 0; round < rounds * 3; round += 1) {
      await sleep(randomInt(50, 400))
      door.cut()
    }
    await faults.settled()
  } finally {
    for (const worker of faults.workers) await kill(worker)
    await door.close()
  }
}, 240_000)

test('R7: everything of the day done again changes nothing', async () => {
  await manyContracts(faults.house, 50)
  const pool = systemPool(faults.house)
  try {
    faults.house.setClock(later)
    const parts = sweepParts(faults.house, pool)
    await sweep(parts)
    const all = async () =>
      JSON.stringify([
        await faults.house.sql('select * from contract order by id'),
        await faults.house.sql('select * from contract_term order by id'),
        await faults.house.sql('select * from notice_delivery order by id'),
        await faults.house.sql('select * from outgoing_mail order by id'),
      ])
    const before = await all()
    for (let round = 0; round < 2; round += 1)
      for (const { id } of await faults.house.sql<{ id: string }>('select id from contract'))
        expect(await runContract(parts, id)).toEqual({ renewed: 0, queued: 0, skipped: 0 })
    expect(await all()).toBe(before)
  } finally {
    await pool.end()
  }
})

test('R8: a clock that goes 45 days on, two hours back and on again loses nothing and sends nothing twice', async () => {
  await manyContracts(faults.house, 20)
  const pool = systemPool(faults.house)
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
      faults.house.setClock(at)
      expect((await sweep(sweepParts(faults.house, pool))).failed).toEqual([])
    }
    const rows = await faults.house.sql(
      `select side, days, ends_on::text as ends, coalesce(skip_reason, status) as what, count(*)::int as n
       from notice_delivery group by 1, 2, 3, 4 order by 3, 1 desc, 4`,
    )
    expect(rows).toEqual([
      { side: 'BEFORE_END', days: 5, ends: '2026-01-31', what: 'QUEUED', n: 20 },
      { side: 'BEFORE_END', days: 5, ends: '2026-02-28', what: 'RENEWED', n: 20 },
      { side: 'BEFORE_END', days: 5, ends: '2026-03-31', what: 'PLANNED', n: 20 },
      { side: 'AFTER_END', days: 1, ends: '2026-03-31', what: 'PLANNED', n: 20 },
    ])
    const [mails] = await faults.house.sql('select count(*)::int as n from outgoing_mail')
    expect(mails).toEqual({ n: 20 })
  } finally {
    await pool.end()
  }
})

test('R10: a mail server that is full for a while, and one that knows the recipient not', async () => {
  const sink = (faults.sink = await startSink())
  await manyContracts(faults.house, 1)
  const [{ email }] = (await faults.house.sql<{ email: string }>(
    'select z.email from contract_notice_user n join technician z on z.id = n.technician_id',
  )) as [{ email: string }]
  sink.refuse = () => ({ code: 452, text: 'full for now' })
  faults.start()
  const state = async () =>
    (await faults.house.sql(`select status, attempts, failure from outgoing_mail where to_address = $1`, [email]))[0]
  await expect.poll(state, patience).toMatchObject({ status: 'QUEUED', failure: expect.stringContaining('452') })
  sink.refuse = () => ({ code: 550, text: 'no such user' })
  await faults.house.sql(`update outgoing_mail set next_attempt_at = now()`)
  await expect.poll(state, patience).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('550') })
  const admin = await faults.house.seed.technician({ administrator: true })
  const shown = await faults.house.ask(
    admin,
    '{ contracts { nodes { noticeDeliveries { nodes { id status failure } } } } systemHealth { queues { name failed } } }',
  )
  const failed = shown.data.contracts.nodes[0].noticeDeliveries.nodes.find(
    ({ status }: { status: string }) => status === 'FAILED',
  )
  expect(failed.failure).toContain('550')
  expect(shown.data.systemHealth.queues).toContainEqual({ name: 'MAILS', failed: 1 })
  sink.refuse = undefined
  const again = await faults.house.ask(
    admin,
    'mutation ($id: ID!) { sendNoticeAgain(input: { id: $id }) { errors { code } } }',
    { id: failed.id },
  )
  expect(again.data.sendNoticeAgain.errors).toEqual([])
  await expect.poll(state, patience).toMatchObject({ status: 'SENT', failure: null })
}, 120_000)
