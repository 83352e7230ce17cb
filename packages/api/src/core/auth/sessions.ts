import type { Pool } from 'pg'

export interface SessionInfo {
  id: string
  /** Such as `Firefox · Windows`; null when the browser does not say. */
  device: string | null
  ipAddress: string | null
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  current: boolean
}

/** The living sessions of one sign-in, the latest seen first. `pool` is the sign-in pool. */
export async function listSessions(pool: Pool, accountId: string, currentId: string | null): Promise<SessionInfo[]> {
  const { rows } = await pool.query<Omit<SessionInfo, 'device'> & { userAgent: string | null }>(
    `select id, ip_address as "ipAddress", user_agent as "userAgent", created_at as "createdAt",
       last_seen_at as "lastSeenAt", expires_at as "expiresAt", id is not distinct from $2::uuid as current
     from sign_in.session where account_id = $1 and expires_at > now() order by last_seen_at desc, id`,
    [accountId, currentId],
  )
  return rows.map(({ userAgent, ...session }) => ({ ...session, device: deviceOf(userAgent ?? '') }))
}

/** Ends one session of this sign-in; false when it has none such. */
export async function revokeSession(pool: Pool, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from sign_in.session where account_id = $1 and id = $2', [
    accountId,
    id,
  ])
  return rowCount === 1
}

/** Ends all sessions of this sign-in. */
export async function revokeAllSessions(pool: Pool, accountId: string): Promise<void> {
  await pool.query('delete from sign_in.session where account_id = $1', [accountId])
}

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
  ['curl/', 'curl'],
] as const
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** A browser's and a system's name: enough to recognise one's own device by. The first that fits, since Edge says Chrome too. */
function deviceOf(userAgent: string): string | null {
  const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1]
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1]
  return [browser, system].filter(Boolean).join(' · ') || null
}
