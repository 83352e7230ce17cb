/** Five hundred people listen while fifty tickets a second change: who is told, how late, and what it costs in memory. */
import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { WebSocket } from 'ws'
import { sessionCookieName } from '../../src/core/auth/cookie.ts'
import { startAccord } from '../contenders.ts'
import type { BenchDatabase } from '../database.ts'
import { publicUrl, secret } from '../people.ts'
import type { ServerProcess } from '../processes.ts'
import type { Figure } from '../report.ts'
import { median, quantile } from '../statistics.ts'

const listeners = 500
const changesPerSecond = 50
const query = 'subscription { ticketChanged { id subject status updatedAt } }'

interface Listener {
  account: string
  /** Tickets that he or she may see. */
  own: Set<string>
  /** What was told last of each. */
  told: Map<string, string>
}

/** Tickets of this run are known by their numbers. */
const numbers = 'L-0000-'

export async function live({ large }: BenchDatabase, seconds: number): Promise<Figure[]> {
  const owner = new pg.Pool({ connectionString: large.ownerUrl, max: 4 })
  owner.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
  let server: ServerProcess | undefined
  const sockets: WebSocket[] = []
  try {
    await clear(owner)
    const people = await prepare(owner)
    server = await startAccord(large)
    const late: number[] = []
    let foreign = 0
    for (const [i, cookie] of (await signIn(owner, people)).entries()) {
      const person = people[i]!
      sockets.push(
        await listen(server.port, cookie, ({ id, subject }) => {
          if (!person.own.has(id)) foreign += 1
          person.told.set(id, subject)
          late.push(Date.now() - Number(subject.split(' ')[1]))
        }),
      )
    }
    const tickets = [...new Set(people.flatMap(({ own }) => [...own]))]
    // The first seconds fill caches and compile what is hot.
    await change(owner, tickets, Math.max(5, seconds / 3))
    await sleep(1_000)
    late.length = 0
    const held: number[] = []
    const sampling = setInterval(() => held.push(memory(server!)), 500)
    const cpu = server.cpuSeconds()
    const last = await change(owner, tickets, seconds)
    const cpuShare = (server.cpuSeconds() - cpu) / seconds
    await sleep(3_000)
    clearInterval(sampling)
    // What is held goes up and down with the collector's rounds; a leak lifts the lowest points.
    const third = Math.floor(held.length / 3)
    const [first, latest] = [Math.min(...held.slice(0, third)), Math.min(...held.slice(-third))]
    const missing = people.reduce(
      (sum, { own, told }) => sum + [...own].filter((id) => last.has(id) && told.get(id) !== last.get(id)).length,
      0,
    )
    return [
      { what: 'people who listen', value: sockets.length, unit: '' },
      {
        what: 'told to them',
        value: late.length / seconds,
        unit: '/s',
        note: `of ${changesPerSecond} changes a second`,
      },
      { what: 'tickets told to who may not see them', value: foreign, unit: '', most: 0 },
      { what: 'last states that were not told', value: missing, unit: '', most: 0 },
      { what: 'from the change to the screen, median', value: median(late), unit: 'ms' },
      { what: 'the same, 95 of 100', value: quantile(late, 0.95), unit: 'ms', most: 500 },
      { what: 'processor', value: cpuShare * 100, unit: '%' },
      { what: 'memory, most', value: Math.max(...held), unit: 'MB' },
      {
        what: `memory, lowest of the last third over that of the first (${seconds} s)`,
        value: latest - first,
        unit: 'MB',
        most: 30,
      },
    ]
  } finally {
    for (const socket of sockets) socket.terminate()
    await server?.stop()
    await clear(owner)
    await owner.end()
  }
}

async function clear(owner: pg.Pool) {
  await owner.query(`delete from ticket where number like '${numbers}%'`)
  await owner.query(`delete from sign_in.session where user_agent = 'bench live'`)
}

/** A ticket for each of many contacts; who listens are these contacts, some who see a company, and staff. */
async function prepare(owner: pg.Pool): Promise<Listener[]> {
  await owner.query(
    `insert into ticket (id, number, kind, subject, description, customer_id, requester_id, opened_at, updated_at)
     select gen_random_uuid(), '${numbers}' || lpad(row_number() over ()::text, 6, '0'), 'INCIDENT', 'x', 'x', c.customer_id, c.id, now(), now()
     from (select distinct on (customer_id) id, customer_id from contact
           where active and account_id is not null and not sees_company_records and not sees_group_records
           order by customer_id, id limit 460) c`,
  )
  const ask = async (sql: string) =>
    (await owner.query<{ account: string; own: string[] }>(sql)).rows.map(({ account, own }): Listener => ({
      account,
      own: new Set(own),
      told: new Map(),
    }))
  const mine = `t.number like '${numbers}%'`
  const staff = await ask(
    `select n.account_id as account, array_agg(t.id::text) as own
     from technician n join role r on r.id = n.role_id and r.only_authorized_customers and 'TICKETS_READ' = any (r.permissions)
     join technician_customer tc on tc.technician_id = n.id join ticket t on t.customer_id = tc.customer_id and ${mine}
     where n.active group by n.id order by n.id limit 18`,
  )
  const boss = await ask(
    `select n.account_id as account, (select array_agg(t.id::text) from ticket t) as own
     from technician n join role r on r.id = n.role_id and r.administrator where n.active limit 1`,
  )
  const chiefs = await ask(
    `select c.account_id as account, array_agg(t.id::text) as own
     from contact c join customer k on k.id = c.customer_id and k.active join ticket t on t.customer_id = c.customer_id
     where c.active and c.account_id is not null and c.sees_company_records and ${mine} group by c.id order by c.id limit 40`,
  )
  const contacts = await ask(
    `select c.account_id as account, array_agg(t.id::text) as own
     from contact c join customer k on k.id = c.customer_id and k.active join ticket t on t.requester_id = c.id
     where ${mine} group by c.id order by c.id`,
  )
  return [...staff, ...boss, ...chiefs, ...contacts].slice(0, listeners)
}

async function signIn(owner: pg.Pool, people: readonly Listener[]): Promise<string[]> {
  const tokens = people.map(() => randomBytes(24).toString('base64url'))
  await owner.query(
    `insert into sign_in.session (token, account_id, remember, expires_at, ends_at, user_agent)
     select token, account, true, now(), now(), 'bench live' from unnest($1::text[], $2::uuid[]) as given (token, account)`,
    [tokens, people.map(({ account }) => account)],
  )
  return tokens.map((token) => {
    const signed = `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`
    return `${sessionCookieName(publicUrl)}=${encodeURIComponent(signed)}`
  })
}

interface Told {
  id: string
  subject: string
}

function listen(port: number, cookie: string, told: (ticket: Told) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, ['graphql-transport-ws'], { headers: { cookie } })
    socket.on('error', reject)
    socket.on('close', (code, reason) => reject(new Error(`closed: ${code} ${String(reason)}`)))
    socket.on('open', () => socket.send('{"type":"connection_init"}'))
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse((data as Buffer).toString()) as {
        type: string
        payload?: { data: { ticketChanged: Told } }
      }
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }))
        resolve(socket)
      } else if (type === 'next') told(payload!.data.ticketChanged)
      else if (type === 'error') throw new Error(`subscribing failed: ${JSON.stringify(payload)}`)
    })
  })
}

/** Changes tickets steadily, each in a transaction of its own; answers with the last state of each. */
async function change(owner: pg.Pool, tickets: readonly string[], seconds: number): Promise<Map<string, string>> {
  const last = new Map<string, string>()
  const since = performance.now()
  const running = new Set<Promise<unknown>>()
  for (let i = 0; i < seconds * changesPerSecond; i += 1) {
    await sleep(Math.max(0, since + (i * 1_000) / changesPerSecond - performance.now()))
    const id = tickets[(i * 7919) % tickets.length]!
    const subject = `at ${Date.now()} ${i}`
    last.set(id, subject)
    const done = owner
      .query('update ticket set subject = $2, updated_at = now() where id = $1', [id, subject])
      .finally(() => running.delete(done))
    running.add(done)
  }
  await Promise.all(running)
  return last
}

/** Megabytes that the process holds. */
function memory({ pid }: ServerProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}
