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
    // References hold by construction: no row asks for the rows it names.
    await client.query(`set session_replication_role = replica`)
    await client.query('begin')
    for (const { what, sql, indicesAfter } of steps) {
      const since = performance.now()
      const indices = indicesAfter ? await dropIndices(client, indicesAfter) : []
      const { rowCount } = await client.query(sql(size))
      for (const index of indices) await client.query(index)
      say(`  ${String(rowCount).padStart(9)} ${what} in ${((performance.now() - since) / 1000).toFixed(1)} s`)
    }
    await client.query('commit')
    // Plans of a fresh table would be guesses, and the first readers would mark its rows.
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

/** Drops what only serves reading; answers with the statements that make it anew. */
async function dropIndices(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
     from pg_index i where i.indrelid = $1::regclass and not i.indisunique`,
    [table],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ made }) => made)
}
