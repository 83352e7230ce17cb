/** The whole program on a database of its own, without a port, and a flat builder of people and rows. */
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readEnv } from '../src/app/env.ts'
import { createLogger } from '../src/app/http.ts'
import { makeApp } from '../src/app/server.ts'
import { clockOf } from '../src/core/clock.ts'
import { newKey } from '../src/core/auth/keys.ts'
import { newId } from '../src/core/db/ids.ts'
import type { SocketLimits } from '../src/core/live/sockets.ts'
import { createDatabase } from './database.ts'

const secret = 'a-secret-of-tests-that-signs-nothing-real-5fA1'
export const publicUrl = 'http://127.0.0.1:4000'

/** How somebody proves who he or she is; null is nobody. */
export type Who = { cookie: string } | { key: string } | null

// oxlint-disable-next-line no-explicit-any -- tests look into answers of any shape; a wrong path fails the test
type Data = any

export interface Answer {
  status: number
  data: Data
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[]
  extensions?: Record<string, unknown>
  text: string
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** Opens a house. Every query of every test runs through both lanes, which must agree. */
export async function openHouse(
  options: { rateLimit?: boolean; worker?: boolean; sockets?: Partial<SocketLimits>; silent?: boolean } = {},
) {
  const database = await createDatabase()
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 3 })
  // When the database is dropped at the end, a connection that is just closing may still hear of it.
  owner.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
  // PostgreSQL keeps a plan for all values from the sixth time on; tests begin with it. It holds what values close too.
  await owner.query(
    `alter database ${new URL(database.ownerUrl).pathname.slice(1)} set plan_cache_mode = force_generic_plan`,
  )
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-house-'))
  const env = readEnv({
    DATA_DIR: dataDir,
    DATABASE_URL: database.appUrl,
    DATABASE_WORKER_URL: database.workerUrl,
    SECRET: secret,
    LOG_LEVEL: 'error',
    ...(options.rateLimit ? {} : { RATE_LIMIT: 'off' }),
  })
  let ahead = 0
  const clock = clockOf(env.timeZone, () => Date.now() + ahead)
  const app = await makeApp({ ...env, role: options.worker ? 'all' : 'api' }, database, {
    bothLanes: true,
    // Where faults are made on purpose nobody reads of them.
    log: createLogger(options.silent ? 'silent' : 'error'),
    jobTimes: { poll: 20, lease: 2_000, heartbeat: 500 },
    sockets: options.sockets,
    clock,
  })
  await app.http.ready()
  const sql = async <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await owner.query<Row>(text, values)).rows

  /** Sends one operation as somebody. Without `errors` in the answer the data is all there. */
  async function ask(
    who: Who,
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        origin: publicUrl,
        'accept-language': 'en',
        ...credentials(who),
        ...headers,
      },
      payload: JSON.stringify({ query, variables }),
    })
    return { status: response.statusCode, text: response.body, ...response.json<Omit<Answer, 'status' | 'text'>>() }
  }

  return {
    app,
    clock,
    /** Sets the house's clock, from where it ticks on: to noon of a day, or to an instant. */
    setClock(to: string) {
      ahead = Date.parse(to.includes('T') ? to : `${to}T12:00:00+03:00`) - Date.now()
    },
    sql,
    ask,
    database,
    dataDir,
    seed: seeder(sql),
    async close() {
      await app.close()
      await owner.end()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const credentials = (who: Who): Record<string, string> =>
  who === null ? {} : 'cookie' in who ? { cookie: who.cookie } : { authorization: `Bearer ${who.key}` }

/** The cookie that a browser sends for the session with this token. */
export function cookieOf(token: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `accord_session=${encodeURIComponent(`${token}.${signature}`)}`
}

export type Sql = House['sql']

/** Rows made behind the program's back, as the owner: what a test starts from. Every maker answers with ids. */
export function seeder(
  sql: <Row extends object = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>,
) {
  const insert = async (table: string, row: Record<string, unknown>) => {
    const given = Object.entries(row).filter(([, value]) => value !== undefined)
    await sql(
      `insert into ${table} (${given.map(([name]) => name).join(', ')}) values (${given.map((_, i) => `$${i + 1}`).join(', ')})`,
      given.map(([, value]) => value),
    )
  }
  const now = () => ({ created_at: new Date(), updated_at: new Date() })
  let number = 0
  const next = () => (number += 1)

  /** A sign-in with a session that is good now. */
  async function account(name: string, email = `kisi${next()}-${randomBytes(3).toString('hex')}@example.com`) {
    const id = newId()
    await insert('sign_in.account', { id, email, name, locale: 'tr' })
    return { accountId: id, email, ...(await session(id)) }
  }
  async function session(accountId: string) {
    const token = randomBytes(24).toString('base64url')
    await insert('sign_in.session', {
      token,
      account_id: accountId,
      expires_at: new Date(Date.now() + 3.6e6),
      ends_at: new Date(Date.now() + 7.2e6),
    })
    return { cookie: cookieOf(token) }
  }
  async function customer(
    given: { name?: string; kind?: string; active?: boolean; code?: string; notes?: string; tax_number?: string } = {},
  ) {
    const id = newId()
    await insert('customer', { id, name: given.name ?? `Müşteri ${next()}`, ...given, ...now() })
    return { id }
  }
  async function group(of: { id: string }, name = `Grup ${next()}`) {
    const id = newId()
    await insert('customer_group', { id, customer_id: of.id, name, ...now() })
    return { id }
  }
  async function contact(
    of: { id: string },
    given: {
      name?: string
      email?: string | null
      group?: { id: string }
      company?: boolean
      groupRight?: boolean
      active?: boolean
      phone?: string
      accountId?: string
    } = {},
  ) {
    const id = newId()
    const name = given.name ?? `Kişi ${next()}`
    const signIn =
      given.email === null
        ? { accountId: null, email: null, cookie: '' }
        : given.accountId
          ? { accountId: given.accountId, email: given.email ?? null, cookie: '' }
          : await account(name, given.email)
    await insert('contact', {
      id,
      customer_id: of.id,
      group_id: given.group?.id,
      account_id: signIn.accountId,
      name,
      email: signIn.email,
      phone: given.phone,
      active: given.active ?? true,
      sees_company_records: given.company ?? false,
      sees_group_records: given.groupRight ?? false,
      ...now(),
    })
    return { id, ...signIn }
  }
  async function role(
    given: { name?: string; permissions?: string[]; restricted?: boolean; administrator?: boolean } = {},
  ) {
    if (given.administrator) {
      const [known] = await sql<{ id: string }>('select id from role where administrator')
      if (known) return known
    }
    const id = newId()
    await insert('role', {
      id,
      name: given.name ?? `Rol ${next()}`,
      permissions: given.permissions ?? ['CUSTOMERS_READ'],
      only_authorized_customers: given.restricted ?? false,
      administrator: given.administrator ?? false,
      ...now(),
    })
    return { id }
  }
  async function technician(
    given: {
      name?: string
      email?: string
      role?: { id: string }
      permissions?: string[]
      restricted?: boolean
      administrator?: boolean
      customers?: { id: string }[]
      active?: boolean
    } = {},
  ) {
    const id = newId()
    const name = given.name ?? `Teknisyen ${next()}`
    const signIn = await account(name, given.email)
    const { id: roleId } = given.role ?? (await role(given.name ? { ...given, name: `Rol ${next()}` } : given))
    await insert('technician', {
      id,
      account_id: signIn.accountId,
      role_id: roleId,
      name,
      email: signIn.email,
      active: given.active ?? true,
      ...now(),
    })
    for (const each of given.customers ?? []) await authorize({ id }, each)
    return { id, roleId, ...signIn }
  }
  const authorize = (technician: { id: string }, to: { id: string }) =>
    insert('technician_customer', { technician_id: technician.id, customer_id: to.id, created_at: new Date() })
  async function key(
    maker: { id: string },
    given: { permissions?: string[]; customers?: { id: string }[]; expiresAt?: Date; revokedAt?: Date } = {},
  ) {
    const id = newId()
    const { prefix, secret: text, hash } = newKey()
    await insert('api_key', {
      id,
      name: `Anahtar ${next()}`,
      prefix,
      secret_hash: hash,
      permissions: given.permissions ?? ['CUSTOMERS_READ'],
      all_customers: !given.customers,
      created_by: maker.id,
      created_at: new Date(),
      expires_at: given.expiresAt,
      revoked_at: given.revokedAt,
    })
    for (const each of given.customers ?? []) await insert('api_key_customer', { api_key_id: id, customer_id: each.id })
    return { id, key: text }
  }
  let tickets = 0
  async function ticket(
    of: { id: string },
    requester: { id: string },
    given: {
      kind?: string
      subject?: string
      status?: string
      approval?: string
      priority?: string
      group?: { id: string } | null
      assignee?: { id: string }
      contract?: { id: string }
      resolvedAt?: Date
      openedAt?: Date
    } = {},
  ) {
    const id = newId()
    tickets += 1
    const openedAt = given.openedAt ?? new Date()
    await insert('ticket', {
      id,
      number: `T-1999-${String(tickets).padStart(6, '0')}`,
      kind: given.kind ?? 'INCIDENT',
      subject: given.subject ?? `Kayıt ${next()}`,
      description: 'Açıklama',
      status: given.status ?? 'OPEN',
      approval: given.approval,
      priority: given.priority,
      customer_id: of.id,
      requester_id: requester.id,
      group_id: given.group?.id,
      assignee_id: given.assignee?.id,
      contract_id: given.contract?.id,
      opened_at: openedAt,
      updated_at: openedAt,
      resolved_at: given.resolvedAt,
    })
    return { id, version: 1 }
  }
  async function comment(
    on: { id: string },
    author: { id: string; kind?: string; name?: string },
    given: { internal?: boolean; body?: string } = {},
  ) {
    const id = newId()
    await sql(
      `insert into ticket_comment (id, customer_id, ticket_id, body, internal, author_kind, author_id, author_name, created_at)
       select $1, customer_id, id, $3, $4, $5, $6, $7, now() from ticket where id = $2`,
      [
        id,
        on.id,
        given.body ?? 'Yazıldı',
        given.internal ?? false,
        author.kind ?? 'TECHNICIAN',
        author.id,
        author.name ?? 'Yazan',
      ],
    )
    return { id }
  }
  async function asked(on: { id: string }, contact: { id: string }) {
    const id = newId()
    await sql(
      `insert into ticket_approval (id, customer_id, ticket_id, contact_id, contact_name, asked_at)
       select $1, k.customer_id, k.id, c.id, c.name, now() from ticket k, contact c where k.id = $2 and c.id = $3`,
      [id, on.id, contact.id],
    )
    await sql(`update ticket set approval = 'PENDING' where id = $1`, [on.id])
    return { id }
  }
  /** A file of a ticket or of a comment, or an upload that hangs on nothing; its bytes are nowhere. */
  async function attachment(
    uploader: { id: string; kind?: string; name?: string },
    given: { ticket?: { id: string }; comment?: { id: string }; internal?: boolean; name?: string } = {},
  ) {
    const id = newId()
    await sql(
      `insert into attachment (id, customer_id, ticket_id, comment_id, internal, uploader_kind, uploader_id, uploader_name, name, content_type, size, storage_key, created_at)
       values ($1, (select customer_id from ticket where id = $2), $2, $3, $4, $5, $6, $7, $8, 'text/plain', 1, $9, now())`,
      [
        id,
        given.ticket?.id,
        given.comment?.id,
        given.internal ?? false,
        uploader.kind ?? 'TECHNICIAN',
        uploader.id,
        uploader.name ?? 'Yükleyen',
        given.name ?? 'ek.txt',
        randomBytes(24).toString('hex'),
      ],
    )
    return { id }
  }
  async function asset(of: { id: string }, given: { kind?: string; name?: string } = {}) {
    const id = newId()
    await insert('asset', {
      id,
      customer_id: of.id,
      kind: given.kind ?? 'ASSET',
      name: given.name ?? `Varlık ${next()}`,
      ...now(),
    })
    return { id }
  }
  async function calendar(given: { standard?: boolean; workingHours?: object[] } = {}) {
    const id = newId()
    await insert('working_calendar', {
      id,
      name: `Takvim ${next()}`,
      time_zone: 'Europe/Istanbul',
      working_hours: JSON.stringify(given.workingHours ?? [{ weekday: 1, from: '09:00', to: '18:00' }]),
      holidays: '[]',
      standard: given.standard ?? false,
      ...now(),
    })
    return { id }
  }
  /** A plan in its first revision: flat, or with the columns that are given. */
  async function plan(given: { title?: string; calendar?: { id: string }; terms?: Record<string, unknown> } = {}) {
    const id = newId()
    await insert('service_plan', { id, revision: 1, title: given.title ?? `Plan ${next()}`, ...now() })
    await insert('service_plan_revision', {
      plan_id: id,
      revision: 1,
      created_at: new Date(),
      pricing_method: 'FLAT',
      billing_method: 'IN_ADVANCE',
      billing_period: 'MONTHLY',
      currency: 'TRY',
      fixed_fee: '1000',
      overtime: 'NOT_BILLED',
      overage: 'NOT_BILLED',
      credit_covers_operational_only: false,
      roll_over_unused: false,
      technician_may_add_cost: false,
      technician_may_add_time: false,
      cost_bases: [],
      band_rates: '[]',
      calendar_id: given.calendar?.id,
      ...given.terms,
    })
    return { id }
  }
  /** A kind of contract. */
  async function contractType(given: { name?: string; requestsNeedApproval?: boolean; active?: boolean } = {}) {
    const id = newId()
    await insert('contract_type', {
      id,
      name: given.name ?? `Tür ${next()}`,
      active: given.active ?? true,
      requests_need_approval: given.requestsNeedApproval ?? false,
      ...now(),
    })
    return { id }
  }
  let contracts = 0
  /** A contract with its first term, 2026 when no days are given; a notice is 30 days before the end. */
  async function contract(
    of: { id: string },
    given: {
      type?: { id: string }
      name?: string
      startsOn?: string
      endsOn?: string
      draft?: boolean
      plan?: { id: string }
      autoRenew?: boolean
      terminatedOn?: string
      notice?: { users?: { id: string }[]; contacts?: { id: string }[] }
    } = {},
  ) {
    const id = newId()
    contracts += 1
    const [starts_on, ends_on] = [given.startsOn ?? '2026-01-01', given.endsOn ?? '2026-12-31']
    const part = { customer_id: of.id, contract_id: id }
    const type = given.type ?? (await contractType())
    // In one statement, for the days of both are compared when it ends.
    await sql(
      `with made as (
         insert into contract (id, reference, customer_id, type_id, name, starts_on, ends_on, draft, auto_renew,
           renewal_count, renewal_unit, terminated_on, termination_reason, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, 'YEAR', $10, case when $10::date is not null then 'Bitti' end, now(), now()))
       insert into contract_term (id, customer_id, contract_id, starts_on, ends_on, origin, created_at)
       values ($11, $3, $1, $6, $7, 'INITIAL', now())`,
      [
        id,
        `C-1999-${String(contracts).padStart(4, '0')}`,
        of.id,
        type.id,
        given.name ?? `Sözleşme ${next()}`,
        starts_on,
        ends_on,
        given.draft ?? false,
        given.autoRenew ?? false,
        given.terminatedOn,
        newId(),
      ],
    )
    if (given.plan)
      await insert('contract_plan', {
        ...part,
        from_on: starts_on,
        plan_id: given.plan.id,
        revision: 1,
        created_at: new Date(),
      })
    if (given.notice) await insert('contract_notice', { ...part, side: 'BEFORE_END', days: 30 })
    for (const { id: user } of given.notice?.users ?? [])
      await insert('contract_notice_user', { ...part, technician_id: user })
    for (const { id: contact } of given.notice?.contacts ?? [])
      await insert('contract_notice_contact', { ...part, contact_id: contact })
    return { id, typeId: type.id, version: 1 }
  }
  /** Time of a technician on a ticket, under a contract, or both. */
  async function entry(
    technician: { id: string },
    given: {
      ticket?: { id: string }
      contract?: { id: string }
      workedOn?: string
      startedAt?: string
      minutes?: number
      addedMinutes?: number
      cost?: { amount: string; currency: string; reason: string }
      note?: string
      billable?: boolean
    },
  ) {
    const id = newId()
    const minutes = given.minutes ?? 30
    await sql(
      `insert into time_entry (id, customer_id, technician_id, ticket_id, contract_id, worked_on, started_at, ended_at, minutes,
         added_minutes, extra_cost, currency, extra_cost_reason, note, billable, created_at, updated_at)
       values ($1, coalesce((select customer_id from ticket where id = $3), (select customer_id from contract where id = $4)),
         $2, $3, $4, $5, $6, $6::timestamptz + make_interval(mins => $7), $7, $8, $9, $10, $11, $12, $13, now(), now())`,
      [
        id,
        technician.id,
        given.ticket?.id,
        given.contract?.id,
        given.workedOn ?? '2026-01-05',
        given.startedAt,
        minutes,
        given.addedMinutes ?? 0,
        given.cost?.amount,
        given.cost?.currency,
        given.cost?.reason,
        given.note,
        given.billable ?? true,
      ],
    )
    return { id, version: 1 }
  }
  /** The timer that runs for a technician. */
  async function timer(technician: { id: string }, ticket: { id: string }) {
    const id = newId()
    await sql(
      `insert into running_timer (id, customer_id, technician_id, ticket_id, started_at)
       select $1, customer_id, $2, id, now() - interval '5 minutes' from ticket where id = $3`,
      [id, technician.id, ticket.id],
    )
    return { id }
  }
  return {
    entry,
    timer,
    ticket,
    contract,
    contractType,
    comment,
    calendar,
    plan,
    attachment,
    asked,
    asset,
    account,
    session,
    customer,
    group,
    contact,
    role,
    technician,
    authorize,
    key,
    insert,
  }
}
