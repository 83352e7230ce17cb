/** Takes away uploads that nobody attached, and files that no row knows. */
import type { Pool } from 'pg'
import type { Storage } from '../../core/storage/storage.ts'

const hour = 3_600_000
const batch = 500

export interface SweepOptions {
  /** Connections that act as the system. */
  workerPool: Pool
  storage: Storage
  log: { warn: (details: object, text: string) => void }
}

/** Sweeps at once and then every hour. `stop` waits for the sweep that is running. */
export function startSweep(options: SweepOptions): { stop: () => Promise<void> } {
  const sweep = () =>
    sweepFiles(options).catch((error: unknown) => options.log.warn({ error }, 'files could not be swept'))
  let running = sweep()
  const timer = setInterval(() => (running = running.then(sweep)), hour).unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** One sweep: uploads older than a day go, row first; then files older than an hour that no row knows. */
export async function sweepFiles({ workerPool, storage }: SweepOptions): Promise<void> {
  const { rows } = await workerPool.query<{ key: string }>(
    `delete from attachment where ticket_id is null and created_at < now() - interval '24 hours'
     returning storage_key as key`,
  )
  for (const { key } of rows) await storage.delete(key)
  let keys: string[] = []
  const clear = async () => {
    const unknown = await workerPool.query<{ key: string }>(
      'select key from unnest($1::text[]) key where not exists (select from attachment a where a.storage_key = key)',
      [keys],
    )
    for (const { key } of unknown.rows) await storage.delete(key)
    keys = []
  }
  for await (const { key, changedAt } of storage.list()) {
    // A younger one may be an upload whose row is about to come.
    if (Date.now() - changedAt.getTime() > hour) keys.push(key)
    if (keys.length === batch) await clear()
  }
  if (keys.length) await clear()
}
