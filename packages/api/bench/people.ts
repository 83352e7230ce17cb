/** Whom the bench asks as: sessions and a key made for this run. */
import { createHmac, randomBytes } from 'node:crypto'
import pg from 'pg'
import { sessionCookieName } from '../src/core/auth/cookie.ts'
import { isDenial } from '../src/core/auth/denial.ts'
import { newKey } from '../src/core/auth/keys.ts'
import { createGate, type Principal } from '../src/core/auth/principal.ts'
import { newId } from '../src/core/db/ids.ts'
import { allPermissions } from '../src/features/organization/index.ts'
import type { DataSet } from './database.ts'
import { firstOrdinary, firstOtherReach } from './data/steps.ts'

/** Cookies are signed with it; the servers of this run get it too. */
export const secret = randomBytes(32).toString('base64url')
/** Only its scheme matters: it gives the cookie its name. */
export const publicUrl = 'http://127.0.0.1'

export interface Person {
  what: string
  headers: Readonly<Record<string, string>>
  /** As the program reads it from the database. */
  principal: Principal
}

export interface People {
  admin: Person
  /** The restricted technician whom the figures are about. */
  technician: Person
  contact: Person
  partner: Person
  /** Restricted technicians by how many customers they have, few to many. */
  byReach: readonly [reach: number, person: Person][]
}

/** Signs them all in. */
export async function signInPeople(data: DataSet): Promise<People> {
  const owner = new pg.Client({ connectionString: data.ownerUrl })
  const program = new pg.Pool({ connectionString: data.appUrl, max: 1 })
  // A connection may still be ending when the server does.
  program.on('connect', (client) => client.on('error', () => undefined))
  await owner.connect()
  const gate = createGate({
    pool: program,
    secret,
    publicUrl,
    allPermissions,
    rateLimit: false,
    log: { warn: () => undefined },
  })
  const person = async (what: string, headers: Record<string, string>): Promise<Person> => {
    const principal = await gate.whoAsks({ headers, url: '/graphql', ip: '127.0.0.1' })
    if (principal === null || isDenial(principal)) throw new Error(`${what} could not be signed in`)
    return { what, headers, principal }
  }
  const session = async (what: string, account: string) => {
    const token = randomBytes(24).toString('base64url')
    await owner.query(
      `insert into sign_in.session (token, account_id, remember, expires_at, ends_at, user_agent) values ($1, $2, true, now(), now(), 'bench')`,
      [token, account],
    )
    const signed = `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`
    return person(what, { cookie: `${sessionCookieName(publicUrl)}=${encodeURIComponent(signed)}` })
  }
  const technician = async (number: number, what: string) => {
    const { rows } = await owner.query<{ account_id: string }>('select account_id from technician where email = $1', [
      `teknisyen${number}@bench.accord`,
    ])
    return session(what, rows[0]!.account_id)
  }
  try {
    await owner.query(`delete from sign_in.session where user_agent = 'bench'`)
    await owner.query(`delete from api_key where name = 'bench'`)
    const ordinary = await technician(firstOrdinary(data.size), `technician with ${data.size.reach} customers`)
    const byReach: [number, Person][] = [[data.size.reach, ordinary]]
    for (const [place, reach] of data.size.otherReaches.entries())
      byReach.push([reach, await technician(firstOtherReach + place, `technician with ${reach} customers`)])
    return {
      admin: await technician(0, 'administrator'),
      technician: ordinary,
      contact: await session('contact who sees the company', await bigContact(owner)),
      partner: await person('partner with 50 customers', { authorization: `Bearer ${await limitedKey(owner, 50)}` }),
      byReach: byReach.sort(([one], [other]) => one - other),
    }
  } finally {
    await owner.end()
    await program.end()
  }
}

/** The sign-in of a contact with the right to the company's records, at a customer with many people. */
async function bigContact(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ account_id: string }>(`
    select c.account_id from contact c join customer k on k.id = c.customer_id and k.active
    where c.active and c.account_id is not null and c.sees_company_records
    order by (select count(*) from contact o where o.customer_id = c.customer_id) desc, c.id limit 1`)
  return rows[0]!.account_id
}

async function limitedKey(owner: pg.Client, customers: number): Promise<string> {
  const key = newKey()
  const id = newId()
  await owner.query(
    `insert into api_key (id, name, prefix, secret_hash, permissions, all_customers, created_by, created_at)
     select $1, 'bench', $2, $3, '{CUSTOMERS_READ}', false, t.id, now() from technician t join role r on r.id = t.role_id where r.administrator`,
    [id, key.prefix, key.hash],
  )
  await owner.query(
    `insert into api_key_customer (api_key_id, customer_id) select $1, id from customer order by hashtext(id::text) limit $2`,
    [id, customers],
  )
  return key.secret
}
