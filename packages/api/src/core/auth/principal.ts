import { timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { clearedCookie } from './cookie.ts'
import { credentialsOf, type AskingRequest, type Credentials } from './credentials.ts'
import { ipBucket } from './ip.ts'
import { isDenial, deny, type Denial } from './denial.ts'

export type PrincipalKind = 'ADMIN' | 'TECHNICIAN' | 'CONTACT' | 'PARTNER'
export type DatabaseRole = 'accord_staff' | 'accord_restricted' | 'accord_contact' | 'accord_partner'

/** Who is asking, as the database says at this moment. Nothing of it comes from the client. */
export interface Principal {
  kind: PrincipalKind
  /** Id of the technician, of the contact or of the API key. */
  id: string
  /** The sign-in; null for a partner's key. */
  accountId: string | null
  sessionId: string | null
  name: string
  locale: 'tr' | 'en'
  /** Names of permissions; empty for contacts. Of an administrator: all of them. */
  permissions: ReadonlySet<string>
  /** Sees only the customers that he or she (for a key: its maker) is authorized for. */
  restricted: boolean
  databaseRole: DatabaseRole
  /** Of a contact: the customer, the group, and the two rights. */
  customerId: string | null
  groupId: string | null
  seesCompanyRecords: boolean
  seesGroupRecords: boolean
  /** How many customers are within reach; null: all. */
  customerCount: number | null
}

/** What `app_principal_of_session` and `app_principal_of_key` of the first migration answer; null for what is not there. */
interface PrincipalRow {
  kind: PrincipalKind
  id: string
  accountId?: string
  sessionId?: string
  name: string
  locale: 'tr' | 'en'
  permissions: string[]
  administrator?: boolean
  restricted: boolean
  customerId?: string
  groupId?: string | null
  seesCompanyRecords?: boolean
  seesGroupRecords?: boolean
  customerCount: number | null
  /** Last seen more than a minute ago. */
  due: boolean
  /** Of a key: SHA-256 of the whole key, in hex. */
  secretHash?: string
}
/** A session or key that exists and does not hold (any more). */
type RefusedRow = { refused: 'EXPIRED' | 'REVOKED' | 'PASSIVE'; sessionId?: string; secretHash?: string }

/** Somebody who stays. */
export interface Followed {
  principal: Principal
  /** The session's token, or the key's hash: never told to anybody. */
  proof: string
  again: () => Promise<Principal | Denial>
}

export interface GateOptions {
  /** Connections of the program's login, as they are: without a role. Always the primary. */
  pool: Pool
  secret: string
  publicUrl: string
  /** Names of every permission there is: what an administrator has. */
  allPermissions: Iterable<string>
  rateLimit: boolean
  log: { warn: (details: object, message: string) => void }
}

export type Gate = ReturnType<typeof createGate>

/** Wrong API keys that one address may send in a minute before its keys are not even looked up. */
const BAD_KEYS_A_MINUTE = 30
/** Stands in for a key that does not exist, so that the comparison is made all the same. */
const NO_HASH = Buffer.alloc(32)

/** Makes the function that every request passes first: `whoAsks`. */
export function createGate({ pool, secret, publicUrl, allPermissions, rateLimit, log }: GateOptions) {
  const everyPermission: ReadonlySet<string> = new Set(allPermissions)
  const badKeys = new RateLimiterMemory({ points: BAD_KEYS_A_MINUTE, duration: 60 })
  // Keys that were good lately pass even while others behind the same address are shut out.
  const goodKeys = new Set<string>()
  const touching = new Set<string>()

  /** Who is asking? Null: nobody says so (anonymous). One SQL; none for what is malformed, forged or flooding. */
  async function whoAsks(request: AskingRequest): Promise<Principal | null | Denial> {
    const by = credentialsOf(request, { secret, publicUrl })
    if (by === null || isDenial(by)) return by
    if ('sessionToken' in by || !rateLimit) return readPrincipal(by)
    const fingerprint = by.keyHash.toString('hex')
    const bucket = ipBucket(request.ip)
    if (!goodKeys.has(fingerprint)) {
      // Paid before the look-up and given back after a good one, so that a burst in parallel counts in full.
      const wait = await badKeys.consume(bucket).then(
        () => 0,
        (full: { msBeforeNext: number }) => full.msBeforeNext,
      )
      if (wait > 0) return deny.tooMany(Math.ceil(wait / 1000))
    }
    const principal = await readPrincipal(by)
    if (isDenial(principal)) {
      goodKeys.delete(fingerprint)
    } else if (!goodKeys.has(fingerprint)) {
      await badKeys.reward(bucket)
      if (goodKeys.size >= 1000) goodKeys.clear()
      goodKeys.add(fingerprint)
    }
    return principal
  }

  /**
   * Who asks, for as long as a connection lasts. `again` reads it anew, and does not count as being seen: a page that
   * stands open keeps no session alive.
   */
  async function follow(request: AskingRequest): Promise<Followed | null | Denial> {
    const principal = await whoAsks(request)
    if (principal === null || isDenial(principal)) return principal
    const by = credentialsOf(request, { secret, publicUrl }) as Credentials
    const proof = 'sessionToken' in by ? by.sessionToken : by.keyHash.toString('hex')
    return { principal, proof, again: () => readPrincipal(by, false) }
  }

  async function readPrincipal(by: Credentials, seen = true): Promise<Principal | Denial> {
    const row = await lookUp(by)
    if ('keyHash' in by) {
      const stored = row?.secretHash ? Buffer.from(row.secretHash, 'hex') : NO_HASH
      const same = stored.length === by.keyHash.length && timingSafeEqual(stored, by.keyHash)
      if (!same || row === null || 'refused' in row) return deny.badKey()
    } else if (row === null || 'refused' in row) {
      if (row?.refused === 'EXPIRED' && row.sessionId) touch('SESSION', row.sessionId)
      return deny.endedSession(clearedCookie(publicUrl))
    }
    if (seen && row.due) touch(row.sessionId ? 'SESSION' : 'KEY', row.sessionId ?? row.id)
    return principalFrom(row, everyPermission)
  }

  async function lookUp(by: Credentials): Promise<PrincipalRow | RefusedRow | null> {
    const query =
      'sessionToken' in by
        ? {
            name: 'principal_of_session',
            text: 'select public.app_principal_of_session($1) as who',
            values: [by.sessionToken],
          }
        : { name: 'principal_of_key', text: 'select public.app_principal_of_key($1) as who', values: [by.keyPrefix] }
    const { rows } = await pool.query<{ who: PrincipalRow | RefusedRow | null }>(query)
    return rows[0]?.who ?? null
  }

  /** Nobody waits for this; a failure costs a minute of "last seen" and is tried again by the next request. */
  function touch(kind: 'SESSION' | 'KEY', id: string): void {
    if (touching.has(id)) return
    touching.add(id)
    pool
      .query('select public.app_touch($1, $2)', [kind, id])
      .catch((error: unknown) => log.warn({ error }, 'last seen could not be written'))
      .finally(() => touching.delete(id))
  }

  return { whoAsks, readPrincipal, follow }
}

/** What `app_principal_of` answers about somebody who does not ask just now. */
export type PrincipalAnswer = PrincipalRow | RefusedRow

/** The principal that the database tells of; null when there is none any more, or when he, she or it may do nothing. */
export const principalOf = (row: PrincipalAnswer | null, everyPermission: ReadonlySet<string>): Principal | null =>
  row === null || 'refused' in row ? null : principalFrom(row, everyPermission)

function principalFrom(row: PrincipalRow, everyPermission: ReadonlySet<string>): Principal {
  return {
    kind: row.kind,
    id: row.id,
    accountId: row.accountId ?? null,
    sessionId: row.sessionId ?? null,
    name: row.name,
    locale: row.locale,
    permissions: row.administrator ? everyPermission : new Set(row.permissions),
    restricted: row.restricted,
    databaseRole: databaseRoleOf(row),
    customerId: row.customerId ?? null,
    groupId: row.groupId ?? null,
    seesCompanyRecords: row.seesCompanyRecords ?? false,
    seesGroupRecords: row.seesGroupRecords ?? false,
    customerCount: row.customerCount,
  }
}

function databaseRoleOf(row: PrincipalRow): DatabaseRole {
  if (row.kind === 'CONTACT') return 'accord_contact'
  if (row.kind === 'PARTNER') return 'accord_partner'
  return row.restricted ? 'accord_restricted' : 'accord_staff'
}
