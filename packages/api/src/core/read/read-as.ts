import type { Pool } from 'pg'
import type { Principal } from '../auth/principal.ts'

/** Runs one statement as a principal, under the row policies, beside what the plans read. */
export async function readAs<Row extends object>(
  pool: Pool,
  { databaseRole, id, accountId }: Principal,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // Sent in one go where the pool can; a failed step fails the ones after it.
    const [, , found] = await Promise.all([
      client.query('begin read only'),
      client.query(
        `select set_config('role', $1, true), set_config('app.principal', $2, true), set_config('app.account', $3, true)`,
        [databaseRole, id, accountId ?? ''],
      ),
      client.query<Row>(sql, values),
      client.query('commit'),
    ])
    return found.rows
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken && !('severity' in broken) ? broken : undefined)
  }
}
