import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { ipBucket } from './ip.ts'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/** Seconds to wait; 0: go on. */
type Wait = Promise<number>

export interface SignInLimits {
  /** Before a password is looked at. Every try counts as a bad one until `good` says otherwise. */
  tryPassword(email: string, ip: string): Wait
  good(email: string, ip: string): Promise<void>
  /** The try was never judged. */
  undo(email: string, ip: string): Promise<void>
  /** The owner of the address proved to be there in another way. */
  forgive(email: string, ip: string): Promise<void>
  /** A link was followed, a reset was asked for. */
  tryLink(ip: string): Wait
  tryReset(ip: string): Wait
  /** False: this address was sent enough mails. */
  mayMail(email: string): Promise<boolean>
}

const none: SignInLimits = {
  tryPassword: async () => 0,
  good: async () => {},
  undo: async () => {},
  forgive: async () => {},
  tryLink: async () => 0,
  tryReset: async () => 0,
  mayMail: async () => true,
}

/**
 * The limits of signing in, counted in PostgreSQL for all nodes together; while the database does not answer, each node
 * counts for itself. A person is held by e-mail and address together, so a stranger elsewhere cannot lock anybody out.
 */
export function createLimits(options: {
  pool: Pool
  rateLimit: boolean
  log: { warn: (details: object, message: string) => void }
}): SignInLimits {
  if (!options.rateLimit) return none
  let warnedAt = 0
  const storeClient = {
    query: (query: object) =>
      options.pool.query(query as { text: string }).catch((error: unknown) => {
        if (Date.now() - warnedAt > 10_000) options.log.warn({ error }, 'rate limits are counted in memory')
        warnedAt = Date.now()
        throw error
      }),
  }
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'pool',
      schemaName: 'sign_in',
      tableName: 'rate_limit',
      tableCreated: true,
      // One of them sweeps for all.
      clearExpiredByTimeout: keyPrefix === 'person',
      keyPrefix,
      points,
      duration,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
    })
  const person = limiter('person', 10, QUARTER)
  const strikes = limiter('strikes', 1_000_000, 24 * HOUR)
  const address = limiter('address', 50, QUARTER)
  const links = limiter('links', 50, QUARTER)
  const resets = limiter('resets', 30, HOUR)
  const mails = limiter('mails', 5, HOUR)

  const personKey = (email: string, ip: string) => digest(`${email} ${ipBucket(ip)}`)
  const forgive = async (email: string, ip: string) => {
    const key = personKey(email, ip)
    await Promise.all([person.delete(key), strikes.delete(key)])
  }

  return {
    async tryPassword(email, ip) {
      const wait = await take(address, ipBucket(ip))
      if (wait) return wait.seconds
      const key = personKey(email, ip)
      const full = await take(person, key)
      if (!full) return 0
      // Whoever runs into the limit waits longer each time: 15 minutes, 30, an hour, up to four.
      if (full.consumed !== person.points + 1) return full.seconds
      const { consumedPoints } = await strikes.penalty(key)
      const seconds = Math.min(QUARTER * 2 ** (consumedPoints - 1), 4 * HOUR)
      await person.block(key, seconds)
      return seconds
    },
    async good(email, ip) {
      await Promise.all([forgive(email, ip), address.reward(ipBucket(ip))])
    },
    async undo(email, ip) {
      await Promise.all([person.reward(personKey(email, ip)), address.reward(ipBucket(ip))])
    },
    forgive,
    tryLink: async (ip) => (await take(links, ipBucket(ip)))?.seconds ?? 0,
    tryReset: async (ip) => (await take(resets, ipBucket(ip)))?.seconds ?? 0,
    mayMail: async (email) => (await take(mails, digest(email))) === null,
  }
}

async function take(limiter: RateLimiterPostgres, key: string): Promise<{ seconds: number; consumed: number } | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full
    return { seconds: Math.max(1, Math.ceil(full.msBeforeNext / 1000)), consumed: full.consumedPoints }
  }
}

/** Keys are stored hashed: the table tells nobody who tried to sign in, and no address is too long for it. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
