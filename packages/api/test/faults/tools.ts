/** Workers that can be killed, a mail server that can misbehave, a database behind a door, and many contracts. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import type { House } from '../house.ts'

const api = join(import.meta.dirname, '../..')

export interface Worker {
  child: ChildProcess
  output: () => string
  ready: Promise<void>
  ended: Promise<number | null>
}

/** Starts a worker as a process of its own. */
export function startWorker(workerUrl: string, now: string, smtpUrl = ''): Worker {
  const child = spawn(
    process.execPath,
    ['--import', '@oxc-node/core/register', join(import.meta.dirname, 'worker.ts'), workerUrl, now, smtpUrl],
    { cwd: api, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  let isReady: () => void
  const ready = new Promise<void>((resolve) => (isReady = resolve))
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('ready\n')) isReady()
    })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, output: () => output, ready: Promise.race([ready, ended.then(() => undefined)]), ended }
}

export async function kill(worker: Worker, signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
  worker.child.kill(signal)
  return worker.ended
}

export interface Sink {
  url: string
  /** Message-IDs in the order in which they came, the same one as often as it came. */
  arrived: { to: string; messageId: string }[]
  /** Milliseconds that it keeps a mail before it says that it has it. */
  slow: number
  /** What it says instead of taking a mail for this address. */
  refuse: ((to: string) => { code: number; text: string } | null) | undefined
  close(): Promise<void>
}

/** A mail server. */
export async function startSink(): Promise<Sink> {
  const sink: Sink = { url: '', arrived: [], slow: 0, refuse: undefined, close: async () => undefined }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const no = sink.refuse?.(address)
      done(no ? Object.assign(new Error(no.text), { responseCode: no.code }) : null)
    },
    onData(stream, session, done) {
      let data = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => (data += chunk))
      stream.on('end', () => {
        const messageId = /^Message-ID: *(?:\r\n )?(\S+)/im.exec(data)?.[1] ?? ''
        sink.arrived.push({ to: session.envelope.rcptTo[0]!.address, messageId })
        setTimeout(done, sink.slow)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sink.url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  sink.close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return sink
}

/** A port that leads to the database, wherever that is now. */
export async function startDoor(target: () => number) {
  const open = new Set<Socket>()
  const server = createServer((inside) => {
    const outside = connect(target(), '127.0.0.1')
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(from)
      from
        .on('error', () => to.destroy())
        .on('close', () => {
          open.delete(from)
          to.destroy()
        })
      from.pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    /** The same database through the door. */
    url(given: string) {
      const url = new URL(given)
      url.port = String(port)
      return url.href
    },
    /** Cuts every connection, in the middle of whatever goes through it. */
    cut: () => open.forEach((socket) => socket.destroy()),
    close: () =>
      new Promise<void>((resolve) => {
        open.forEach((socket) => socket.destroy())
        server.close(() => resolve())
      }),
  }
}

/**
 * Contracts of January 2026 that renew themselves by the month, each with a technician who is told five days before the
 * end and a day after it; planned as on the first day.
 */
export async function manyContracts(
  { sql, seed }: Pick<House, 'sql' | 'seed'>,
  count: number,
  given: { renews?: boolean; endsOn?: string } = {},
): Promise<void> {
  const customer = await seed.customer()
  const technician = await seed.technician()
  const type = await seed.contractType()
  await sql(
    `with made as (
       insert into contract (id, reference, customer_id, type_id, name, starts_on, ends_on, auto_renew, renewal_count, renewal_unit, created_at, updated_at)
       select gen_random_uuid(), 'F-' || $1::text || '-' || n, $1::uuid, $2, 'Sözleşme ' || n, '2026-01-01', $3::date, $4, 1, 'MONTH', now(), now()
       from generate_series(1, $5::int) n returning id, ends_on),
     terms as (
       insert into contract_term (id, customer_id, contract_id, starts_on, ends_on, origin, created_at)
       select gen_random_uuid(), $1::uuid, id, '2026-01-01', ends_on, 'INITIAL', now() from made),
     notices as (
       insert into contract_notice (contract_id, side, days, customer_id)
       select id, side, days, $1::uuid from made, (values ('BEFORE_END', 5), ('AFTER_END', 1)) v(side, days)),
     people as (
       insert into contract_notice_user (contract_id, technician_id, customer_id) select id, $6::uuid, $1::uuid from made)
     insert into notice_delivery (id, customer_id, contract_id, ends_on, side, days, due_on, technician_id, created_at)
     select gen_random_uuid(), $1::uuid, id, ends_on, side, days, ends_on + step, $6::uuid, now()
     from made, (values ('BEFORE_END', 5, -5), ('AFTER_END', 1, 1)) v(side, days, step)`,
    [customer.id, type.id, given.endsOn ?? '2026-01-31', given.renews ?? true, count, technician.id],
  )
}

/** The day on which each of `manyContracts` has been renewed once, and told of its new end. */
export const later = '2026-02-26T10:00:00+03:00'

/** What is wrong with what became of `manyContracts` by then: nothing, if all was done once and nothing twice. */
export async function faultsOf({ sql }: Pick<House, 'sql'>, count: number): Promise<string[]> {
  const [told] = await sql<Record<string, number>>(
    `select
       (select count(*)::int from (select contract_id from contract_term group by 1
          having string_agg(starts_on || ' ' || ends_on, ', ' order by starts_on) = '2026-01-01 2026-01-31, 2026-02-01 2026-02-28') x) as renewed,
       (select count(*)::int from contract where ends_on = '2026-02-28' and version = 2) as moved,
       (select count(*)::int from audit_event e join contract c on c.id = e.subject_id where e.action = 'RENEWED') as recorded,
       (select count(*)::int from outgoing_mail) as mails,
       (select count(distinct message_id)::int from outgoing_mail) as messages,
       (select count(*)::int from notice_delivery where status = 'QUEUED' and ends_on = '2026-02-28' and side = 'BEFORE_END') as told,
       (select count(*)::int from notice_delivery where skip_reason = 'RENEWED') as skipped,
       (select count(*)::int from notice_delivery where status = 'PLANNED' and due_on = '2026-03-01') as planned`,
  )
  return Object.entries(told!)
    .filter(([, is]) => is !== count)
    .map(([name, is]) => `${name}: ${is} of ${count}`)
}
