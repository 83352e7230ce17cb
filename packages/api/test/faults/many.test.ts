/** The sweep over many contracts: what nothing is due on costs one statement, and a thousand renewals are not long. */
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dueContracts, sweep } from '../../src/features/contracts/renewal/sweep.ts'
import { sweepParts, systemPool } from '../contracts.ts'
import { openHouse, type House } from '../house.ts'
import { faultsOf, later, manyContracts } from './tools.ts'

const all = 20_000
const due = 1_000
/** What is promised; a busy machine may take its time, the number of statements may not. */
const slack = 5

let house: House
let pool: pg.Pool
let statements = 0
beforeAll(async () => {
  house = await openHouse()
  pool = systemPool(house)
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
  Object.assign(pool, { query: (...args: unknown[]) => ((statements += 1), query(...args)) })
  await manyContracts(house, all - due, { endsOn: '2026-12-31' })
  await house.sql('analyze contract, notice_delivery, customer')
})
afterAll(async () => {
  await pool?.end()
  await house?.close()
})

test('20 000 contracts with nothing to do: one statement, within two seconds', async () => {
  house.setClock(later)
  statements = 0
  const begun = performance.now()
  expect(await sweep(sweepParts(house, pool))).toEqual({ renewed: 0, queued: 0, skipped: 0, failed: [] })
  expect(performance.now() - begun).toBeLessThan(2_000 * slack)
  expect(statements).toBe(1)
})

test('a thousand renewals within twenty seconds, among the others', async () => {
  await house.sql('truncate contract, contract_term, notice_delivery, outgoing_mail cascade')
  await manyContracts(house, due)
  house.setClock(later)
  expect(await dueContracts(sweepParts(house, pool))).toHaveLength(due)
  const begun = performance.now()
  expect(await sweep(sweepParts(house, pool))).toEqual({ renewed: due, queued: due, skipped: due, failed: [] })
  expect(performance.now() - begun).toBeLessThan(20_000 * slack)
  expect(await faultsOf(house, due)).toEqual([])
})
