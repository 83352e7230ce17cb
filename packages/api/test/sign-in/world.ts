/** A server with nothing but `/api/auth` and `/whoami`, on a database of its own: for the tests of sign-in. */
import Fastify, { type InjectOptions } from 'fastify'
import pg from 'pg'
import { createDatabase } from '../database.ts'
import { newId } from '../../src/core/db/ids.ts'
import { isDenial } from '../../src/core/auth/denial.ts'
import { hashPassword } from '../../src/core/auth/hashing.ts'
import { newKey } from '../../src/core/auth/keys.ts'
import { createSignInPool } from '../../src/core/auth/pool.ts'
import { createGate } from '../../src/core/auth/principal.ts'
import { authRoutes } from '../../src/core/auth/routes.ts'

export const PASSWORD = 'Kestane-Kebap-Yemesi-Sevap'
export const PUBLIC_URL = 'https://accord.example.com'
const SECRET = 'k3V9x-test-secret-that-signs-nothing-real-7Qp2'

export type World = Awaited<ReturnType<typeof startWorld>>

export interface NodeOptions {
  publicUrl?: string
  rateLimit?: boolean
  trustProxy?: string[]
}

export async function startWorld() {
  const database = await createDatabase()
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  owner.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
  const sql = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await owner.query(text, values)).rows as Row[]
  const closers: (() => Promise<unknown>)[] = []
  const logs: string[] = []
  const note = (details: object, message: string) =>
    void logs.push(JSON.stringify([message, details], (_key, value) => (value instanceof Error ? value.stack : value)))
  const cheap = await hashPassword(PASSWORD, { log2N: 4, r: 8, p: 1 })
  const strong = await hashPassword(PASSWORD)

  /** One node of the program: its own pools, limits and gate. */
  async function startNode({ publicUrl = PUBLIC_URL, rateLimit = true, trustProxy }: NodeOptions = {}) {
    const pool = createSignInPool(database.appUrl)
    const program = new pg.Pool({ connectionString: database.appUrl, max: 4 })
    program.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
    const log = { warn: note, error: note }
    const options = { secret: SECRET, publicUrl, rateLimit, log }
    const queries = { count: 0 }
    const counted = program.query.bind(program)
    Object.assign(program, { query: (...all: Parameters<typeof counted>) => (queries.count++, counted(...all)) })
    const gate = createGate({ ...options, pool: program, allPermissions: ['CUSTOMERS_READ', 'API_KEYS_WRITE'] })
    const app = Fastify({ trustProxy: trustProxy ?? false })
    await app.register(authRoutes, { prefix: '/api/auth', pool, gate, origins: new Set([publicUrl]), ...options })
    app.get('/whoami', async (request, reply) => {
      const who = await gate.whoAsks({ headers: request.headers, url: request.url, ip: request.ip })
      if (isDenial(who))
        return reply.code(who.status).headers(who.headers).send({ code: who.code, message: who.message })
      return who && { ...who, permissions: [...who.permissions] }
    })
    let closed = false
    const close = async () => {
      if (closed) return
      closed = true
      await app.close()
      await Promise.all([pool.end(), program.end()])
    }
    closers.push(close)
    return {
      app,
      gate,
      pool,
      queries,
      close,
      post: (path: string, body: unknown, more: InjectOptions = {}) =>
        app.inject({
          method: 'POST',
          url: `/api/auth/${path}`,
          remoteAddress: nextAddress(),
          ...more,
          headers: { 'content-type': 'application/json', origin: publicUrl, ...more.headers },
          payload: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      whoami: (headers: Record<string, string> = {}, more: InjectOptions = {}) =>
        app.inject({ url: '/whoami', ...more, headers }),
    }
  }

  // An address of its own for every request that names none, so that limits do not meet where they are not meant.
  let address = 0
  const nextAddress = () => `10.${(++address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`

  async function role(more: { permissions?: string[]; restricted?: boolean; administrator?: boolean } = {}) {
    const id = newId()
    await sql(
      `insert into role (id, name, permissions, only_authorized_customers, administrator, created_at, updated_at)
       values ($1, $2, $3, $4, $5, now(), now()) on conflict do nothing`,
      [id, id, more.permissions ?? ['CUSTOMERS_READ'], more.restricted ?? false, more.administrator ?? false],
    )
    if (!more.administrator) return id
    return (await sql<{ id: string }>('select id from role where administrator'))[0]!.id
  }

  async function account(email = `${newId()}@example.com`, password: boolean | 'strong' = true) {
    const [row] = await sql<{ id: string }>(
      `insert into sign_in.account (email, name, locale) values ($1, 'Ayşe Demir', 'tr') returning id`,
      [email],
    )
    const id = row!.id
    if (password) {
      await sql(
        `insert into sign_in.credential (account_id, provider_id, provider_account_id, password)
         values ($1, 'credential', $2, $3)`,
        [id, id, password === 'strong' ? strong : cheap],
      )
    }
    return { accountId: id, email }
  }

  async function customer(active = true) {
    const id = newId()
    await sql('insert into customer (id, name, active, created_at, updated_at) values ($1, $2, $3, now(), now())', [
      id,
      id,
      active,
    ])
    return id
  }

  async function contact(
    more: { email?: string; active?: boolean; customerId?: string; password?: boolean | 'strong' } = {},
  ) {
    const sign = await account(more.email, more.password)
    const id = newId()
    const customerId = more.customerId ?? (await customer())
    await sql(
      `insert into contact (id, customer_id, account_id, name, email, active, created_at, updated_at)
       values ($1, $2, $3, 'Ayşe Demir', $4, $5, now(), now())`,
      [id, customerId, sign.accountId, sign.email, more.active ?? true],
    )
    return { id, customerId, ...sign }
  }

  async function technician(
    more: { roleId?: string; active?: boolean; customers?: string[]; accountId?: string } = {},
  ) {
    const sign = more.accountId ? { accountId: more.accountId, email: '' } : await account()
    const id = newId()
    const roleId = more.roleId ?? (await role())
    await sql(
      `insert into technician (id, account_id, role_id, name, email, active, created_at, updated_at)
       values ($1, $2, $3, 'Mehmet Kaya', $4, $5, now(), now())`,
      [id, sign.accountId, roleId, sign.email, more.active ?? true],
    )
    for (const customerId of more.customers ?? []) {
      await sql('insert into technician_customer values ($1, $2, now())', [id, customerId])
    }
    return { id, roleId, ...sign }
  }

  async function key(more: { maker: string; permissions?: string[]; customers?: string[] | 'all'; expires?: string }) {
    const made = newKey()
    const id = newId()
    const customers = more.customers ?? 'all'
    await sql(
      `insert into api_key (id, name, prefix, secret_hash, permissions, all_customers, created_by, created_at, expires_at)
       values ($1, 'ERP', $2, $3, $4, $5, $6, now(), $7::timestamptz)`,
      [
        id,
        made.prefix,
        made.hash,
        more.permissions ?? ['CUSTOMERS_READ'],
        customers === 'all',
        more.maker,
        more.expires ?? null,
      ],
    )
    for (const customerId of customers === 'all' ? [] : customers) {
      await sql('insert into api_key_customer values ($1, $2)', [id, customerId])
    }
    return { id, ...made }
  }

  return {
    database,
    sql,
    logs,
    startNode,
    role,
    account,
    customer,
    contact,
    technician,
    key,
    mails: (address: string) =>
      sql<{ subject: string; body_text: string; to_name: string }>(
        'select * from outgoing_mail where to_address = $1 order by created_at, id',
        [address],
      ),
    audits: (actorId: string) =>
      sql<{ action: string; ip_address: string }>(
        'select action, ip_address from audit_event where actor_id = $1 order by at, id',
        [actorId],
      ),
    async stop() {
      for (const close of closers) await close()
      await owner.end()
      await database.drop()
    },
  }
}

/** The session cookie of an answer, as a browser would send it back. */
export function cookieOf(answer: { headers: Record<string, unknown> }): string {
  const lines = [answer.headers['set-cookie'] ?? []].flat() as string[]
  return lines.map((line) => line.split(';')[0]!).join('; ')
}

/** Waits until `look` finds something, at most five seconds. */
export async function eventually<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not happen within five seconds')
}
