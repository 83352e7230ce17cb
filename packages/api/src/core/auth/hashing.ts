import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Thrown when more passwords wait to be hashed than a person would wait for. */
export class HashingBusy extends Error {
  override name = 'HashingBusy'
}

/**
 * Hashing runs on libuv's four threads, which files and name look-ups need too: two of them at most are taken,
 * and who comes when forty wait is turned away.
 */
const AT_ONCE = 2
const MAY_WAIT = 40
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAY_WAIT) throw new HashingBusy('too many passwords wait to be hashed')
    await new Promise<void>((start) => waiting.push(start))
  } else {
    running++
  }
  try {
    return await work()
  } finally {
    // The place goes straight to the next in line, so nobody can slip in between.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** scrypt with N = 2^15, r = 8, p = 3: OWASP's password storage cheat sheet. The costs stand in the hash. */
const COST = { log2N: 15, r: 8, p: 3 }

/** Hashes a password: `scrypt$15$8$3$<salt>$<hash>`, both in base64url. Another cost is for tests only. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await inTurn(() => derive(password, salt, cost))
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Is this the password that was hashed? False also for a hash of an unknown form. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [scheme, log2N, r, p, salt, stored, ...more] = hash.split('$')
  if (scheme !== 'scrypt' || !salt || !stored || more.length > 0) return false
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  const key = await inTurn(() => derive(password, Buffer.from(salt, 'base64url'), cost))
  const expected = Buffer.from(stored, 'base64url')
  return key.length === expected.length && timingSafeEqual(key, expected)
}

function derive(password: string, salt: Buffer, { log2N, r, p }: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r }
    // Keyboards send one letter in several forms: composed, decomposed, full-width.
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
