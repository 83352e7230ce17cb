/** How `core/read` goes to PostgreSQL: as whom, and what stays behind on the connection. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptOnAConnection, Trip } from '../../src/core/read/trip.ts'
import { createDatabase, type TestDatabase } from '../database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createDatabase()
  client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

const session = {
  name: 'as',
  text: `select set_config('transaction_read_only', 'on', true), set_config('role', $1, true)`,
  values: ['accord_staff'],
}
const read = (text: string, values: readonly unknown[] = [], name = text.slice(0, 60)) =>
  client.query(new Trip(session, { name, text: `select (${text})::text`, values })).answer
const settings = `current_setting('role') || ' ' || current_setting('transaction_read_only')`
const statements = async () =>
  (await client.query<{ name: string }>('select name from pg_prepared_statements order by prepare_time')).rows.map(
    ({ name }) => name,
  )

test('role and read-only hold for the read, and for nothing after it', async () => {
  expect(await read(settings)).toBe('accord_staff on')
  expect((await client.query<{ now: string }>(`select ${settings} as now`)).rows[0]!.now).toBe('none off')
  await expect(read('1 / 0')).rejects.toThrow('division by zero')
  expect((await client.query<{ now: string }>(`select ${settings} as now`)).rows[0]!.now).toBe('none off')
})

test('without a role nothing is read', async () => {
  const nobody = { ...session, name: 'nobody', values: ['no_such_role'] }
  const trip = new Trip(nobody, { name: 'x', text: 'select count(*)::text from customer', values: [] })
  await expect(client.query(trip).answer).rejects.toThrow('role "no_such_role" does not exist')
  await expect(client.query('select count(*) from customer')).rejects.toThrow('permission denied')
})

test('every value arrives as it was', async () => {
  const texts = ['plain', 'with "quotes", commas and \\', '', '{}', 'null', null]
  expect(JSON.parse((await read('to_json($1::text[])', [texts]))!)).toEqual(texts)
  expect(await read('$1::text[]', [[]])).toBe('{}')
  expect(await read('$1::text is null and $2::int is null', [null, undefined])).toBe('true')
  expect(await read('$1::timestamptz = $2::timestamptz', [new Date(0), '1970-01-01T00:00:00Z'])).toBe('true')
  expect(await read('$1::boolean and $2::int = 7', [true, 7])).toBe('true')
  expect(await read(`$1::json ->> 'a'`, [{ a: 'b' }])).toBe('b')
  expect(await read('$1::text', [null], 'null')).toBeNull()
})

test('a statement that failed, at first or later, is as good as any afterwards', async () => {
  const divided = (by: number) => read('6 / $1::int', [by])
  await expect(divided(0)).rejects.toThrow('division by zero')
  expect(await divided(2)).toBe('3')
  await expect(divided(0)).rejects.toThrow('division by zero')
  expect(await divided(3)).toBe('2')
  await expect(read('no_such_column')).rejects.toThrow('does not exist')
  await expect(read('no_such_column')).rejects.toThrow('does not exist')
})

test('a connection keeps what was used last, and no more', async () => {
  for (let i = 0; i < keptOnAConnection + 20; i += 1) {
    await read(`${i} + 0`)
    expect(await read('0 + 0')).toBe('0')
  }
  const kept = await statements()
  expect(kept).toHaveLength(keptOnAConnection)
  expect(kept).toEqual(expect.arrayContaining(['as', '0 + 0', `${keptOnAConnection + 19} + 0`]))
  expect(kept).not.toContain('1 + 0')
  expect(await read('1 + 0')).toBe('1')
})
