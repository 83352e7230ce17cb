import 'reflect-metadata'
import { ensureLogins } from '../../core/db/login.ts'
import { migrate } from '../../core/db/migrate.ts'
import { Refusal } from '../../core/refusal.ts'
import { run } from '../run.ts'

/** `pnpm migrate`: brings a server of one's own to the newest schema and grants the program's logins their roles. */
await run(async ({ database }, say) => {
  if (!database)
    throw new Refusal(
      'DATABASE_URL is missing: the embedded database needs no pnpm migrate, it is brought up to date at every start.',
    )
  if (!database.ownerUrl)
    throw new Refusal('DATABASE_OWNER_URL is missing: set it to the login that owns the database.')
  const [program, worker] = await ensureLogins(database.ownerUrl, [database.url, database.workerUrl])
  await migrate(database.ownerUrl, { program, worker })
  say(`The database is up to date. The program logs in as ${program}, its jobs as ${worker}.`)
})
