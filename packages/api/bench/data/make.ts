/** Makes the large data set in an empty, migrated database: a few set-based statements, then statistics. */
import pg from 'pg'
import { hashPassword } from '../../src/core/auth/hashing.ts'
import { steps, tools, type Size } from './steps.ts'

/** Of everybody in the large data set. */
const password = 'Bench-Parola-1'

/** Fills the database that `ownerUrl` leads to; `say` hears of each step and its seconds. */
export async function makeData(ownerUrl: string, size: Size, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(tools)
    await client.query(`set maintenance_work_mem = '256MB'`)
    await client.query(`select set_config('bench.password_hash', $1, false)`, [await hashPassword(password)])
    await client.query('begin')
    for (const { what, sql, indicesAfter } of steps) {
      const since = performance.now()
      const afterwards = indicesAfter ? await dropIndices(client, indicesAfter) : []
      const { rowCount } = await client.query(sql(size))
      for (const statement of afterwards) await client.query(statement)
      say(`  ${String(rowCount).padStart(9)} ${what} in ${((performance.now() - since) / 1000).toFixed(1)} s`)
    }
    await client.query('commit')
    // Plans of a fresh table would be guesses, and the first readers would mark its rows.
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

/** Drops a table's indices and references, which are faster made at once; answers with the statements that make them. */
async function dropIndices(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ gone: string; made: string }>(
    `select 'drop index ' || i.indexrelid::regclass as gone, pg_get_indexdef(i.indexrelid) as made
     from pg_index i where i.indrelid = $1::regclass and not i.indisunique and not i.indisexclusion
     union all
     select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
     from pg_constraint c where c.conrelid = $1::regclass and c.contype = 'f'`,
    [table],
  )
  // A table whose rows wait to be compared cannot be altered.
  await client.query('set constraints all immediate')
  for (const { gone } of rows) await client.query(gone)
  await client.query('set constraints all deferred')
  return rows.map(({ made }) => made)
}
