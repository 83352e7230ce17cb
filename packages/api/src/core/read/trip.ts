/**
 * One trip to PostgreSQL and back: who asks, then the read, in the transaction that the protocol makes of all messages
 * before a `Sync`. Statements are prepared once on a connection and kept under names.
 */
import type { Connection, Submittable } from 'pg'

/**
 * Settings of the connections that plans run on. What this program reads lies in memory or on a disk that does not turn:
 * with PostgreSQL's usual price for a page out of turn, indices that hold all that is asked for would be passed over.
 */
export const readingOptions = '-c timezone=UTC -c random_page_cost=1.1'

/** A statement and the name it is kept under; equal names mean equal texts. */
export interface Statement {
  name: string
  text: string
  values: readonly unknown[]
}

/** Each costs PostgreSQL some 240 kB on each connection, half of it for its plan. */
export const keptOnAConnection = 64
/**
 * Names that a connection may have kept, the least recently used first, and whether that is sure: when a trip fails,
 * nobody says how far it came.
 */
const kept = new WeakMap<Connection, Map<string, boolean>>()

/** What `pg` answers with while the statements run; `query` of a client takes it. */
export class Trip implements Submittable {
  readonly answer: Promise<string | null>
  private readonly firstColumns: (string | null)[] = []
  private names: Map<string, boolean> | undefined
  private resolve!: (answer: string | null) => void
  private reject!: (error: Error) => void

  /** `session` sets role and principal for this transaction only; both answer with one row. */
  constructor(
    private readonly session: Statement,
    private readonly read: Statement,
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  submit(connection: Connection): void {
    const names = kept.get(connection) ?? new Map<string, boolean>()
    kept.set(connection, (this.names = names))
    const to = connection as unknown as Wire
    to.stream.cork()
    try {
      for (const { name, text, values } of [this.session, this.read]) {
        if (!names.get(name)) {
          // Closing what is not there is no error, making what is there is one.
          to.close({ type: 'S', name })
          to.parse({ name, text })
        }
        names.delete(name)
        names.set(name, true)
        to.bind({ statement: name, values, valueMapper: asText })
        to.execute()
      }
      for (const name of names.keys()) {
        if (names.size <= keptOnAConnection) break
        names.delete(name)
        to.close({ type: 'S', name })
      }
      to.sync()
    } finally {
      to.stream.uncork()
    }
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.firstColumns.push(fields[0] ?? null)
  }

  /** Each of the two is complete by itself; the answer waits for the end of the transaction. */
  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.resolve(this.firstColumns[1] ?? null)
  }

  handleError(error: Error): void {
    for (const { name } of [this.session, this.read]) this.names?.set(name, false)
    this.reject(error)
  }
}

/** What `pg` sends by; its types know an older form of it. */
interface Wire {
  stream: { cork: () => void; uncork: () => void }
  parse: (message: { name: string; text: string }) => void
  bind: (message: {
    statement: string
    values: readonly unknown[]
    valueMapper: (value: unknown) => string | null
  }) => void
  execute: () => void
  close: (message: { type: 'S'; name: string }) => void
  sync: () => void
}

/** A value as PostgreSQL reads it from text. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map(asElement).join(',')}}`
  // Numbers and booleans look alike in both.
  return JSON.stringify(value)
}

function asElement(value: unknown): string {
  const text = asText(value)
  return text === null ? 'null' : `"${text.replace(/["\\]/g, '\\$&')}"`
}
