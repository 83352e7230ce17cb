import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD, startWorld, type World } from './world.ts'
import { createLimits } from '../../src/core/auth/limits.ts'
import { createSignInPool } from '../../src/core/auth/pool.ts'

let world: World
let pool: pg.Pool
beforeAll(async () => {
  world = await startWorld()
  pool = createSignInPool(world.database.appUrl)
})
afterAll(async () => {
  await pool?.end()
  await world?.stop()
})

const log = { warn: () => {} }
const make = (more = {}) => createLimits({ pool, rateLimit: true, log, ...more })
const waits = async (work: () => Promise<number>, times: number) => {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push(await work())
  return all
}
const zeros = (count: number) => new Array<number>(count).fill(0)
/** Lets the time of a limit pass. */
const later = () =>
  world.sql(`update sign_in.rate_limit set expire = 0 where key like 'person:%' or key like 'address:%'`)

test('L1: ten bad tries of a person from one address in 15 minutes, then a delay that grows', async () => {
  const limits = make()
  const attempt = () => limits.tryPassword('l1@ege.demo', '198.51.100.1')
  const seen: number[] = []
  for (let round = 0; round < 6; round++) {
    const all = await waits(attempt, 12)
    expect(all.slice(0, 10)).toEqual(zeros(10))
    expect(Math.abs(all[11]! - all[10]!)).toBeLessThanOrEqual(1)
    seen.push(all[10]! / 60)
    await later()
  }
  expect(seen).toEqual([15, 30, 60, 120, 240, 240])
})

test('L1: the person can sign in from elsewhere, and a good sign-in forgets the bad ones', async () => {
  const limits = make()
  await waits(() => limits.tryPassword('l1b@ege.demo', '198.51.100.2'), 11)
  expect(await limits.tryPassword('l1b@ege.demo', '198.51.100.2')).toBeGreaterThan(0)
  expect(await limits.tryPassword('l1b@ege.demo', '198.51.100.3')).toBe(0)
  await waits(() => limits.tryPassword('l1c@ege.demo', '198.51.100.4'), 9)
  await limits.good('l1c@ege.demo', '198.51.100.4')
  expect(await waits(() => limits.tryPassword('l1c@ege.demo', '198.51.100.4'), 10)).toEqual(zeros(10))
})

test('L1: fifty bad tries from one address, whoever they are for; good ones do not count', async () => {
  const limits = make()
  let who = 0
  const attempt = () => limits.tryPassword(`p${who++}@ege.demo`, '198.51.100.5')
  expect(await waits(attempt, 49)).toEqual(zeros(49))
  for (let i = 0; i < 5; i++) {
    expect(await limits.tryPassword('good@ege.demo', '198.51.100.5')).toBe(0)
    await limits.good('good@ege.demo', '198.51.100.5')
  }
  const [last, over] = await waits(attempt, 2)
  expect(last).toBe(0)
  expect(over).toBeGreaterThan(14 * 60)
})

test('L1: a hundred tries at the same moment are no way around', async () => {
  const limits = make()
  const all = await Promise.all(Array.from({ length: 40 }, () => limits.tryPassword('l1d@ege.demo', '198.51.100.6')))
  expect(all.filter((wait) => wait === 0)).toHaveLength(10)
})

test('L2: three nodes count together', async () => {
  const nodes = [make(), make(), make()]
  let turn = 0
  const all = await waits(() => nodes[turn++ % 3]!.tryPassword('l2@ege.demo', '198.51.100.7'), 12)
  expect(all.slice(0, 10)).toEqual(zeros(10))
  expect(all[10]).toBe(900)
  expect(all[11]).toBeGreaterThan(800)
})

test('L5: while the store is down each node counts for itself, says so, and is never without limits', async () => {
  const said: string[] = []
  const down = new pg.Pool({ connectionString: 'postgresql://nobody:x@127.0.0.1:1/none', connectionTimeoutMillis: 500 })
  const limits = make({ pool: down, log: { warn: (_details: object, text: string) => said.push(text) } })
  const all = await waits(() => limits.tryPassword('l5@ege.demo', '198.51.100.8'), 12)
  expect(all.slice(0, 10)).toEqual(zeros(10))
  expect(all.slice(10).every((wait) => wait > 0)).toBe(true)
  expect(said).toEqual(['rate limits are counted in memory'])
  await down.end()
})

test('L6: all of a /64 counts as one address', async () => {
  const limits = make()
  let host = 1
  const all = await waits(() => limits.tryPassword('l6@ege.demo', `2001:db8:5:6::${(host++).toString(16)}`), 11)
  expect(all[10]).toBe(900)
  expect(await limits.tryPassword('l6@ege.demo', '2001:db8:5:7::1')).toBe(0)
})

test('RATE_LIMIT=off turns them off', async () => {
  const limits = make({ rateLimit: false })
  expect(await waits(() => limits.tryPassword('off@ege.demo', '198.51.100.9'), 60)).toEqual(zeros(60))
})

test('no address and no e-mail stands readable in the store, save the bucket', async () => {
  const rows = await world.sql<{ key: string }>('select key from sign_in.rate_limit')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((row) => row.key.includes('@'))).toEqual([])
})

test('L1, L6: over HTTP it is 429 with Retry-After, and a forwarded address is no way around', async () => {
  const node = await world.startNode()
  const { email } = await world.contact()
  const codes: number[] = []
  let last
  for (let i = 0; i < 11; i++) {
    last = await node.post(
      'sign-in/email',
      { email, password: 'not the password' },
      { remoteAddress: '192.0.2.77', headers: { 'x-forwarded-for': `203.0.113.${i}` } },
    )
    codes.push(last.statusCode)
  }
  expect(codes).toEqual([...new Array<number>(10).fill(401), 429])
  expect(last?.headers['retry-after']).toBe('900')
  expect(last?.json()).toMatchObject({ code: 'RATE_LIMITED' })
  const right = await node.post('sign-in/email', { email, password: PASSWORD }, { remoteAddress: '192.0.2.77' })
  expect(right.statusCode).toBe(429)
  const elsewhere = await node.post('sign-in/email', { email, password: PASSWORD }, { remoteAddress: '192.0.2.78' })
  expect(elsewhere.statusCode).toBe(200)
})

test('A9: a try that was not judged does not count', async () => {
  const limits = make()
  for (let i = 0; i < 30; i++) {
    expect(await limits.tryPassword('a9@ege.demo', '198.51.100.10')).toBe(0)
    await limits.undo('a9@ege.demo', '198.51.100.10')
  }
})
