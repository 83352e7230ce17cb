/**
 * One connection of the process that hears PostgreSQL's NOTIFY. A connection can die without a word, so it is asked
 * steadily; when it was lost, what was said meanwhile is lost too, and everybody who listens is told.
 */
import pg from 'pg'

export interface ListenerOptions {
  connectionString: string
  log: { warn(note: object, text: string): void }
  /** Milliseconds between two questions, until an answer must be there, and before the first new attempt. */
  every?: number
  within?: number
  again?: number
}

type Heard = (payload: string) => void
type Lost = (since: Date) => void

export class Listener {
  readonly #channels = new Map<string, Set<Heard>>()
  readonly #gaps = new Set<Lost>()
  readonly #options: Required<ListenerOptions>
  #client: pg.Client | undefined
  #timer: NodeJS.Timeout | undefined
  #closed = false
  /** The server's clock when the connection last answered. */
  #heardUntil: Date | undefined

  constructor(options: ListenerOptions) {
    this.#options = { every: 4_000, within: 4_000, again: 250, ...options }
  }

  /** Hears a channel; the answer ends it. Channels are named before `start`. */
  on(channel: string, heard: Heard): () => void {
    const all = this.#channels.get(channel) ?? new Set()
    this.#channels.set(channel, all)
    all.add(heard)
    return () => all.delete(heard)
  }

  /** Is told, once the channels are heard again, since when something may have been missed. */
  onGap(lost: Lost): () => void {
    this.#gaps.add(lost)
    return () => this.#gaps.delete(lost)
  }

  /** Connects; when the database is away, it goes on trying in the background. */
  async start(): Promise<void> {
    await this.#connect(0)
  }

  /** Says something to everybody who hears the channel, this process included. */
  async say(channel: string, payload: string): Promise<void> {
    await this.#client?.query('select pg_notify($1, $2)', [channel, payload])
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => undefined)
  }

  async #connect(attempt: number): Promise<void> {
    const { connectionString, within, again, log } = this.#options
    const client = new pg.Client({
      connectionString,
      application_name: 'accord-listen',
      connectionTimeoutMillis: within,
      query_timeout: within,
    })
    let over = false
    const lose = (error?: Error) => {
      if (over) return
      over = true
      clearTimeout(this.#timer)
      this.#heardUntil ??= new Date()
      if (this.#client === client) this.#client = undefined
      // The socket may lead nowhere: a polite end would wait for it.
      ;(client as pg.Client & { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      if (this.#closed) return
      if (error && attempt === 0) log.warn({ error: error.message }, 'the connection that listens was lost')
      this.#timer = setTimeout(() => void this.#connect(attempt + 1), Math.min(again * 2 ** attempt, 2_000))
    }
    client.on('error', lose).on('end', () => lose())
    client.on('notification', ({ channel, payload }) => {
      for (const heard of this.#channels.get(channel) ?? []) heard(payload ?? '')
    })
    try {
      await client.connect()
      for (const channel of this.#channels.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`)
      const since = this.#heardUntil
      this.#heardUntil = await now(client)
      this.#client = client
      attempt = 0
      this.#ask(client, lose)
      if (since) for (const lost of this.#gaps) lost(since)
    } catch (error) {
      lose(error as Error)
    }
  }

  async #hear(client: pg.Client): Promise<Error | undefined> {
    try {
      this.#heardUntil = await now(client)
      return undefined
    } catch (error) {
      return error as Error
    }
  }

  #ask(client: pg.Client, lose: (error?: Error) => void): void {
    this.#timer = setTimeout(() => {
      void this.#hear(client).then((error) => {
        if (error) lose(error)
        else if (!this.#closed && this.#client === client) this.#ask(client, lose)
        return null
      })
    }, this.#options.every)
  }
}

async function now(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select now()')
  return rows[0]!.now
}
