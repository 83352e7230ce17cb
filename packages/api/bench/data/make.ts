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
    await client.query(`select set_config('bench.password_hash', $1, false)`, [await hashPassword(password)])
    await client.query('begin')
    for (const { what, sql } of steps) {
      const since = performance.now()
      const { rowCount } = await client.query(sql(size))
      say(`  ${String(rowCount).padStart(9)} ${what} in ${((performance.now() - since) / 1000).toFixed(1)} s`)
    }
    await client.query('commit')
    // Plans of a fresh table would be guesses, and the first readers would mark its rows.
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}
