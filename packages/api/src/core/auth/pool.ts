import pg from 'pg'
import { SIGN_IN } from '../db/roles.ts'
import type { Run } from './links.ts'

/**
 * Connections that act as `role` from their first moment, so that a statement without it cannot happen.
 * The login must be a member of the role with `set`.
 */
export function createRolePool(connectionString: string, role: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    options: `-c role=${role}`,
    application_name: role,
    connectionTimeoutMillis: 2000,
    query_timeout: 8000,
    ...options,
  })
  // A connection that breaks while nobody uses it is replaced; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** For better-auth, the limits and the session lists: these can reach nothing but the sign-in tables. */
export function createSignInPool(connectionString: string, max = 6): pg.Pool {
  return createRolePool(connectionString, SIGN_IN, { max, options: `-c role=${SIGN_IN} -c search_path=sign_in` })
}

export const runOn = (client: pg.Pool | pg.PoolClient): Run => {
  return async <Row>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as Row[]
}

const names = new Map<string, string>()

/** The same for statements that come again and again: PostgreSQL keeps their plans. Their texts are few and fixed. */
export const runKept = (client: pg.PoolClient): Run => {
  return async <Row>(text: string, values: unknown[]) => {
    const name = names.get(text) ?? `kept_${names.size}`
    names.set(text, name)
    return (await client.query({ name, text, values })).rows as Row[]
  }
}

/** Runs `work` in one transaction; what it throws rolls back. `runBy`: how its statements are run. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (run: Run) => Promise<T>,
  runBy: (client: pg.PoolClient) => Run = runOn,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    const result = await work(runBy(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}
