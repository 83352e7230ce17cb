/**
 * The program beside the model. A failure tells its seed; `ORACLE_SEED=… pnpm oracle` brings the same worlds and the same
 * questions again, `ORACLE_CASES=…` how many random ones there are.
 */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openHouse, type House } from '../test/house.ts'
import { Answerer } from './answer.ts'
import { gapsOf } from './coverage.ts'
import { Examiner } from './examine.ts'
import { model } from './model/index.ts'
import { Oracle } from './oracle.ts'
import { tables } from './writes/tables.ts'

declare module 'vitest' {
  interface ProvidedContext {
    oracle: { seed: number; cases: number; mutants: string }
  }
}

const { seed, cases } = inject('oracle')
/** In the test command the first of two worlds is looked at from everywhere; `pnpm oracle` does so with each. */
const isLarge = cases > 1_000
const worlds = isLarge ? Math.ceil(cases / 1_000) : 2
const timeout = isLarge ? 300_000 : 120_000

let house: House
let answerer: Answerer
let asked = 0

beforeAll(async () => {
  house = await openHouse()
  answerer = new Answerer(house.app.schema, model)
})
afterAll(async () => {
  process.stdout.write(`oracle: seed ${seed}, ${worlds} worlds, ${asked} operations\n`)
  await house.close()
})

test('the model has a case for all that the schema shows, and for nothing else', () => {
  expect(gapsOf(answerer.schema, model)).toEqual([])
})

test('every table with row policies has a case', async () => {
  const rows = await house.sql<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort())
})

describe.each(Array.from({ length: worlds }, (_, index) => seed * 1_000 + index))('world %i', (number) => {
  let examiner: Examiner
  const thorough = isLarge || number === seed * 1_000

  beforeAll(async () => {
    examiner = new Examiner(await Oracle.open(house, answerer, number), number)
  })
  afterAll(() => {
    asked += examiner.asked
  })

  test('random operations of random people', { timeout }, async () => {
    expect(await examiner.random(Math.ceil(cases / worlds))).toBeNull()
  })
  if (!thorough) return

  test('every field, argument, filter and order, by who may and who may not', { timeout }, async () => {
    expect(await examiner.everything(1, 1)).toBeNull()
  })
  test('lists walked forwards and backwards, and their cursors elsewhere', { timeout }, async () => {
    expect(await examiner.walks(isLarge ? 60 : 30)).toBeNull()
  })
  test('D1, D2, E7: ids of others are answered like ids of nothing', { timeout }, async () => {
    expect(await examiner.hidden(isLarge ? 12 : 6)).toBeNull()
  })
  test('C2, E8, F1, F2: writes through closed doors and with ids of others change nothing', { timeout }, async () => {
    expect(await examiner.writes(isLarge ? 12 : 8)).toBeNull()
  })
  test('G2, G3: what is listened to is told to whom it is there for, and to nobody else', { timeout }, async () => {
    expect(await examiner.listening(isLarge ? 12 : 4)).toBeNull()
  })
  test('row policies, deed by deed, in SQL', { timeout }, async () => {
    expect(await examiner.policies(99)).toBeNull()
  })
})
