import { createTransport } from 'nodemailer'
import type { Pool, PoolClient } from 'pg'
import { isEmail } from '../auth/email.ts'

export interface MailRelayOptions {
  /** Connections that act as a role which may read and update `outgoing_mail`. One of them is kept for `listen`. */
  workerPool: Pool
  /** `smtp://user:password@host:port` or `smtps://…`; without it nothing is sent and mails stay QUEUED. */
  smtpUrl: string | undefined
  from: { name: string; address: string }
  log: { warn: (details: object, message: string) => void }
}

interface ClaimedMail {
  id: string
  to_name: string
  to_address: string
  subject: string
  body_text: string
  body_html: string
  message_id: string
  references_id: string | null
  attempts: number
}

const POLL_MS = 15_000
const AT_ONCE = 5

// Asked first, because the update below tells every listener of the table that something happened, us too.
const DUE = /* sql */ `
  select exists (select from public.outgoing_mail where status = 'QUEUED' and next_attempt_at <= now()) as due`

/**
 * Takes the oldest mail of each recipient that is due, and a lease of five minutes on it: a relay that dies gives it
 * back by that alone. Nothing of a recipient is overtaken by a later one, so they arrive in the order they were written.
 */
const CLAIM = /* sql */ `
  update public.outgoing_mail set attempts = attempts + 1, next_attempt_at = now() + interval '5 minutes'
  where id in (
    select m.id from public.outgoing_mail m
    where m.status = 'QUEUED' and m.next_attempt_at <= now()
      and not exists (
        select from public.outgoing_mail earlier
        where earlier.status = 'QUEUED' and earlier.to_address = m.to_address
          and (earlier.created_at, earlier.id) < (m.created_at, m.id))
    order by m.created_at, m.id limit ${AT_ONCE}
    for update skip locked)
  returning id, to_name, to_address, subject, body_text, body_html, message_id, references_id, attempts`

// "and attempts": a relay that slept through its lease does not overwrite what another one has done since.
const SENT = /* sql */ `update public.outgoing_mail
  set status = 'SENT', sent_at = now(), failure = null where id = $1 and attempts = $2 and status = 'QUEUED'`
const FAILED = /* sql */ `update public.outgoing_mail
  set status = 'FAILED', failure = $3 where id = $1 and attempts = $2 and status = 'QUEUED'`
/** After one minute, two, four … an hour; given up 48 hours after it was written. */
const RETRY = /* sql */ `update public.outgoing_mail
  set failure = $3, status = case when created_at < now() - interval '48 hours' then 'FAILED' else 'QUEUED' end,
    next_attempt_at = now() + least(interval '1 hour', interval '1 minute' * power(2, least(attempts, 10) - 1))
  where id = $1 and attempts = $2 and status = 'QUEUED'`

/**
 * Sends what stands in the outbox, as soon as it is committed (`LISTEN outgoing_mail`) and by looking every 15 seconds.
 * A mail goes out at least once; if it goes out twice, after a crash, it has the same Message-ID.
 * `stop` waits for what is being sent, at most `graceMs`.
 */
export function startMailRelay({ workerPool, smtpUrl, from, log }: MailRelayOptions): {
  stop: (graceMs?: number) => Promise<void>
} {
  if (!smtpUrl) return { stop: async () => {} }
  const transport = createTransport({
    url: smtpUrl,
    dnsTimeout: 5_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let stopped = false
  let wake: () => void = () => {}
  let news = false
  let listener: PoolClient | undefined

  async function listen(): Promise<void> {
    if (listener || stopped) return
    const client = await workerPool.connect()
    const lost = () => {
      if (listener !== client) return
      listener = undefined
      client.release(true)
      wake()
    }
    listener = client
    client.on('error', lost).on('end', lost)
    client.on('notification', () => {
      news = true
      wake()
    })
    await client.query('listen outgoing_mail').catch((error: unknown) => {
      lost()
      throw error
    })
  }

  async function run(): Promise<void> {
    while (!stopped) {
      news = false
      try {
        await listen()
        while (!stopped && (await sendBatch())) continue
      } catch (error) {
        log.warn({ error }, 'the outbox could not be read')
      }
      if (!stopped && !news) await pause()
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function sendBatch(): Promise<boolean> {
    const waiting = await workerPool.query<{ due: boolean }>(DUE)
    if (!waiting.rows[0]?.due) return false
    const { rows } = await workerPool.query<ClaimedMail>(CLAIM)
    await Promise.all(rows.map(sendOne))
    return rows.length > 0
  }

  async function sendOne(mail: ClaimedMail): Promise<void> {
    try {
      if (!isEmail(mail.to_address)) throw Object.assign(new Error('not a mail address'), { responseCode: 553 })
      await transport.sendMail({
        from,
        to: { name: mail.to_name, address: mail.to_address },
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        messageId: mail.message_id,
        references: mail.references_id ?? undefined,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      await workerPool.query(SENT, [mail.id, mail.attempts])
    } catch (error) {
      const failure = error instanceof Error ? error.message.slice(0, 500) : String(error)
      await workerPool.query(isFinal(error) ? FAILED : RETRY, [mail.id, mail.attempts, failure])
      log.warn({ mail: mail.id, failure }, 'a mail could not be sent')
    }
  }

  const running = run()
  return {
    async stop(graceMs = 5_000) {
      stopped = true
      wake()
      const client = listener
      listener = undefined
      let timer: NodeJS.Timeout | undefined
      await Promise.race([running, new Promise((resolve) => (timer = setTimeout(resolve, graceMs)))])
      clearTimeout(timer)
      transport.close()
      client?.release(true)
    },
  }
}

/** The receiving side said no for good. A refused sign-in is a fault of our settings: the mail waits for it to be mended. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode, code } = error as Error & { responseCode?: number; code?: string }
  return code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500
}
