/**
 * The queue of what goes by the calendar and not by somebody's wish: pg-boss, in a schema and a database role of its own.
 * Its schema is made by `migrate`; the program's logins cannot.
 */
import { PgBoss, type ConstructorOptions } from 'pg-boss'

export const QUEUE_SCHEMA = 'pgboss'

interface Log {
  warn: (details: object, text: string) => void
}

/** Brings the queue's schema to this version, as the owner. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  // What goes wrong is thrown as well.
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
}

export interface QueueOptions {
  /** The login of jobs. */
  connectionString: string
  log: Log
  /** Tests make its times short. */
  times?: Pick<ConstructorOptions, 'superviseIntervalSeconds' | 'monitorIntervalSeconds' | 'cronMonitorIntervalSeconds'>
}

/** Opens the queue for a worker. A job whose worker has died is found by its missing heartbeat, within ten seconds of it. */
export async function openQueue({ connectionString, log, times }: QueueOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    schema: QUEUE_SCHEMA,
    application_name: 'accord-queue',
    // Only the owner may.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    max: 3,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    ...times,
  })
  boss.on('error', (error) => log.warn({ error: error.message }, 'the queue has a fault'))
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'the queue warns'))
  return boss.start()
}
