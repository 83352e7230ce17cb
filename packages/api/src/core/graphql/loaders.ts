/** What code answers beside `core/read`, batched once for each request. */
import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import type { AppContext } from './app-context.ts'
import type { CodeField } from './executor.ts'

export interface Loaders {
  /** By the id of a sign-in: when it was last seen, in UTC; null for never. */
  lastSeen: DataLoader<string, string | null>
}

/** Made anew for every request. `pool` is the sign-in pool: no other role may read sign-ins. */
export function makeLoaders(pool: Pool): Loaders {
  return {
    lastSeen: new DataLoader(async (ids: readonly string[]) => {
      const { rows } = await pool.query<{ id: string; at: Date | null }>(
        'select id, last_seen_at as at from sign_in.account where id = any ($1::uuid[])',
        [ids],
      )
      const seen = new Map(rows.map(({ id, at }) => [id, at?.toISOString() ?? null]))
      return ids.map((id) => seen.get(id) ?? null)
    }),
  }
}

/** `lastSeenAt` of a type whose table has `account_id`; its model says `needs: ['account_id']`. */
export const lastSeenField: CodeField = (row, context) => {
  const account = row['@account_id']
  return typeof account === 'string' ? (context as unknown as AppContext).loaders.lastSeen.load(account) : null
}
