/** Brings a database to the newest schema. The only code that logs in as the owner. */
import { Migration, Migrator } from '@mikro-orm/migrations'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { installQueue, QUEUE_SCHEMA } from '../jobs/queue.ts'
import { openOrm } from './orm.ts'
import { CONTACT, GATE, PARTNER, QUEUE, RESTRICTED, SIGN_IN, STAFF, SYSTEM } from './roles.ts'

/** Names of the logins that the program uses; they exist already. */
export interface Logins {
  program: string
  worker: string
}

const lockKey = 4_721_001
/** Rows of its tables, and none of its tables themselves. */
const QUEUE_RIGHTS = `
  grant usage on schema ${QUEUE_SCHEMA} to ${QUEUE};
  grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${QUEUE};
  revoke execute on all functions in schema ${QUEUE_SCHEMA} from public;
  grant execute on all functions in schema ${QUEUE_SCHEMA} to ${QUEUE}`
const directory = join(import.meta.dirname, '../../../migrations')

/** Migrations by name, oldest first: plain SQL files, never changed once released. */
export function migrations(): { name: string; sql: string }[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -4), sql: readFileSync(join(directory, file), 'utf8') }))
}

/**
 * Makes the group roles, applies what is missing in one transaction, and grants the logins their roles.
 * Two nodes that start at once wait for each other; a killed run leaves nothing half-done.
 */
export async function migrate(ownerUrl: string, logins: Logins): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl })
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [lockKey])
    for (const role of [STAFF, RESTRICTED, CONTACT, PARTNER, SYSTEM, SIGN_IN, GATE, QUEUE]) {
      // Roles belong to the server: another database of it may have made them.
      await lock.query(
        `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      )
    }
    await installQueue(ownerUrl)
    await applyAll(ownerUrl)
    await lock.query(QUEUE_RIGHTS)
    const grant = (roles: string[], login: string, inherit: boolean) =>
      lock.query(`grant ${roles.join(', ')} to ${pg.escapeIdentifier(login)} with inherit ${inherit}, set ${!inherit}`)
    await grant([STAFF, RESTRICTED, CONTACT, PARTNER, SIGN_IN], logins.program, false)
    await grant([SYSTEM, SIGN_IN], logins.worker, false)
    await grant([GATE], logins.program, true)
    await grant([GATE, QUEUE], logins.worker, true)
  } finally {
    await lock.end()
  }
}

async function applyAll(ownerUrl: string) {
  const orm = await openOrm(ownerUrl, [], {
    extensions: [Migrator],
    // The migrator would talk to standard output.
    logger: () => undefined,
    migrations: {
      tableName: 'accord_migration',
      snapshot: false,
      allOrNothing: true,
      migrationsList: migrations().map(({ name, sql }) => ({
        name,
        class: class extends Migration {
          override up() {
            this.addSql(sql)
          }
        },
      })),
    },
  })
  try {
    await orm.migrator.up()
  } finally {
    await orm.close()
  }
}

/** Whether every migration of this build is applied; asked with any login that may read the catalogue. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ done: boolean }>(`select public.app_migrated($1) as done`, [
    migrations().map(({ name }) => name),
  ])
  return rows[0]?.done ?? false
}
