import pg from 'pg'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually, startWorld, type World } from './world.ts'
import type { Run } from '../../src/core/auth/links.ts'
import { createRolePool, createSignInPool, inTransaction } from '../../src/core/auth/pool.ts'
import { SYSTEM } from '../../src/core/db/roles.ts'
import { queueMail } from '../../src/core/mail/outbox.ts'
import { startMailRelay } from '../../src/core/mail/relay.ts'

let world: World
let workers: pg.Pool
let writers: pg.Pool
beforeAll(async () => {
  world = await startWorld()
  workers = createRolePool(world.database.workerUrl, SYSTEM, { max: 4 })
  writers = createSignInPool(world.database.appUrl)
})
afterAll(async () => {
  await workers?.end()
  await writers?.end()
  await world?.stop()
})

interface Arrived {
  from: string
  to: string[]
  data: string
}
let arrived: Arrived[]
let refuse: ((address: string) => Error | null) | undefined
let server: SMTPServer | undefined
let relay: ReturnType<typeof startMailRelay> | undefined

/** A mail server that takes everything unless `refuse` says otherwise. */
async function listen(more: SMTPServerOptions = {}, port = 0): Promise<number> {
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => done(refuse?.(address) ?? null),
    onData(stream, session, done) {
      let data = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => (data += chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        arrived.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), data })
        done()
      })
    },
    ...more,
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve))
  server = smtp
  return (smtp.server.address() as { port: number }).port
}

function start(port: number) {
  relay = startMailRelay({
    workerPool: workers,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: { name: 'Accord, Destek', address: 'accord@example.com' },
    log: { warn: () => {} },
  })
}

beforeEach(async () => {
  arrived = []
  refuse = undefined
  await world.sql('delete from outgoing_mail')
})
afterEach(async () => {
  await relay?.stop()
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
  relay = server = undefined
})

const text = { subject: 'Parolanız değiştirildi', text: 'Merhaba\n', html: '<p>Merhaba</p>' }
const queue = (address = 'ayse@ege.demo', name = 'Ayşe Demir', mail = text, run?: Run) =>
  run
    ? queueMail(run, { name, address }, mail)
    : inTransaction(writers, (own) => queueMail(own, { name, address }, mail))
const rows = () =>
  world.sql<{ id: string; status: string; attempts: number; failure: string | null; message_id: string }>(
    'select * from outgoing_mail order by created_at, id',
  )
const settled = (status: string) =>
  eventually(async () => (await rows()).every((row) => row.status === status) && rows())
/** What waits for its next try is tried now. */
const hurry = () => world.sql(`update outgoing_mail set next_attempt_at = now() where status = 'QUEUED'`)
const failWith = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })

test('a mail goes out after the commit, at once', async () => {
  start(await listen())
  await new Promise((resolve) => setTimeout(resolve, 200))
  await inTransaction(writers, async (run) => {
    await queue('ayse@ege.demo', 'Ayşe Demir', text, run)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(arrived).toEqual([])
  })
  const [row] = await settled('SENT')
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toMatchObject({ from: 'accord@example.com', to: ['ayse@ege.demo'] })
  expect(arrived[0]!.data).toContain(`Message-ID: ${row!.message_id}`)
  expect(arrived[0]!.data).toContain('Auto-Submitted: auto-generated')
})

test('what is rolled back is not sent', async () => {
  start(await listen())
  const failed = inTransaction(writers, async (run) => {
    await queue('ayse@ege.demo', 'Ayşe', text, run)
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  await queue('can@ege.demo')
  await settled('SENT')
  expect(arrived.map((mail) => mail.to)).toEqual([['can@ege.demo']])
})

test('an idle relay rests: its own writing does not wake it for ever', async () => {
  start(await listen())
  await queue()
  await settled('SENT')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const calls = async () =>
    Number(
      (
        await world.sql<{ n: string }>(
          `select xact_commit as n from pg_stat_database where datname = current_database()`,
        )
      )[0]!.n,
    )
  const before = await calls()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect((await calls()) - before).toBeLessThan(30)
})

test('without SMTP_URL nothing is sent and mails wait', async () => {
  relay = startMailRelay({
    workerPool: workers,
    smtpUrl: undefined,
    from: { name: 'Accord', address: 'accord@example.com' },
    log: { warn: () => {} },
  })
  await queue()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await rows()).map((row) => [row.status, row.attempts])).toEqual([['QUEUED', 0]])
})

test('I9: a name or a subject never begins another header, an address is one plain address', async () => {
  start(await listen())
  await queue('ayse@ege.demo', 'Ayşe\r\nBcc: evil@evil.example', {
    ...text,
    subject: 'Selam\r\nBcc: evil@evil.example\r\n\r\nhi',
  })
  await settled('SENT')
  expect(arrived[0]!.to).toEqual(['ayse@ege.demo'])
  expect(arrived[0]!.data).not.toMatch(/^bcc:/im)
  for (const address of [
    '"a@evil.example x"@internal.example',
    'a@b.example, c@d.example',
    'x: a@b.example;',
    'a@b.example\r\nRCPT TO:<c@d.example>',
  ]) {
    await expect(queue(address)).rejects.toThrow('not a mail address')
  }
  // Even when it got into the table by another way.
  await world.sql(`insert into outgoing_mail (id, to_name, to_address, subject, body_text, body_html, message_id, effect_key, created_at)
    values (gen_random_uuid(), 'x', 'a@b.example, c@d.example', 's', 't', 'h', '<x@y>', 'x', now())`)
  await eventually(async () => (await rows()).some((row) => row.status === 'FAILED'))
  expect(arrived).toHaveLength(1)
})

test('R10: a temporary refusal is tried again, later each time; all arrive, in order', async () => {
  refuse = () => failWith(451, 'come again')
  start(await listen())
  for (const subject of ['one', 'two', 'three']) await queue('ayse@ege.demo', 'Ayşe', { ...text, subject })
  const waiting = await eventually(async () => {
    const all = await world.sql<{ subject: string; attempts: number; failure: string | null; seconds: number }>(
      `select subject, attempts, failure, extract(epoch from next_attempt_at - now())::int as seconds from outgoing_mail order by created_at, id`,
    )
    return all[0]!.failure ? all : undefined
  })
  expect(waiting.map((row) => [row.subject, row.attempts])).toEqual([
    ['one', 1],
    ['two', 0],
    ['three', 0],
  ])
  expect(waiting[0]!.failure).toContain('come again')
  expect(waiting[0]!.seconds).toBeGreaterThan(50)
  refuse = undefined
  await hurry()
  await settled('SENT')
  expect(arrived.map((mail) => /^Subject: (.*)$/m.exec(mail.data)![1])).toEqual(['one', 'two', 'three'])
})

test('R10: after 48 hours a mail is given up, with the reason', async () => {
  refuse = () => failWith(451, 'come again')
  await queue()
  await world.sql(`update outgoing_mail set created_at = now() - interval '49 hours'`)
  start(await listen())
  const [row] = await settled('FAILED')
  expect(row!.failure).toContain('come again')
})

test('R10: a final refusal is told, and holds nobody else up', async () => {
  refuse = (address) => (address.startsWith('gone') ? failWith(550, 'no such person') : null)
  start(await listen())
  await queue('gone@ege.demo')
  await queue('can@ege.demo')
  await eventually(async () => (await rows()).map((row) => row.status).join() === 'FAILED,SENT')
  expect((await rows())[0]!.failure).toContain('no such person')
})

test('R10: while the mail server is away mails wait, and all arrive when it is back', async () => {
  const port = await listen()
  await new Promise<void>((resolve) => server!.close(() => resolve()))
  start(port)
  for (let i = 0; i < 7; i++) await queue(`p${i}@ege.demo`)
  await eventually(async () => (await rows()).every((row) => row.failure !== null))
  await listen({}, port)
  await hurry()
  await settled('SENT')
  expect(arrived).toHaveLength(7)
})

test('R4: what a relay took and never told about is sent again after its lease, with the same Message-ID', async () => {
  await queue()
  await world.sql(`update outgoing_mail set attempts = 1, next_attempt_at = now() + interval '5 minutes'`)
  start(await listen())
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(arrived).toEqual([])
  await hurry()
  const [row] = await settled('SENT')
  expect(row!.attempts).toBe(2)
  expect(arrived[0]!.data).toContain(row!.message_id)
})

test('R6: two relays send each mail once', async () => {
  const port = await listen()
  start(port)
  const first = relay!
  start(port)
  for (let i = 0; i < 20; i++) await queue(`p${i}@ege.demo`)
  await settled('SENT')
  await first.stop()
  expect(arrived.map((mail) => mail.to[0]).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, i) => `p${i}@ege.demo`).toSorted(),
  )
})

test('R21: a lost LISTEN connection is made anew', async () => {
  start(await listen())
  await queue('one@ege.demo')
  await settled('SENT')
  const worker = new pg.Client({ connectionString: world.database.workerUrl })
  await worker.connect()
  const ended = await worker.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where query = 'listen outgoing_mail' and datname = current_database()`,
  )
  await worker.end()
  expect(ended.rowCount).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await queue('two@ege.demo')
  await settled('SENT')
  expect(arrived).toHaveLength(2)
})

test('stopping waits for what is being sent, and not for ever', async () => {
  const port = await listen({ onData: (stream, _session, _done) => void stream.resume() })
  start(port)
  await queue()
  await eventually(async () => (await rows())[0]!.attempts === 1)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const before = performance.now()
  await relay!.stop(500)
  relay = undefined
  expect(performance.now() - before).toBeLessThan(1500)
  expect((await rows())[0]!.status).toBe('QUEUED')
})
