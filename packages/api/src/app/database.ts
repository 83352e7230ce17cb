import { Pool } from 'pg'
import { startEmbedded } from '../core/db/embedded.ts'
import { checkLogin } from '../core/db/login.ts'
import { isMigrated } from '../core/db/migrate.ts'
import { Refusal } from '../core/refusal.ts'
import type { Env, GivenDatabase } from './env.ts'

/** The database that the program runs on. */
export interface Database {
  appUrl: string
  workerUrl: string
  replicaUrls: string[]
  /** The owner's login, on the embedded database only. */
  ownerUrl: string | null
  /** Settles when the embedded server has ended, asked or not; never for a server of one's own. */
  ended: Promise<void>
  stop: () => Promise<void>
}

/** Starts the embedded PostgreSQL, or makes sure that the given one is fit for use. */
export async function openDatabase(env: Env): Promise<Database> {
  if (!env.database) return { ...(await startEmbedded(env.dataDir)), replicaUrls: [] }
  await checkGiven(env.database)
  const { url, workerUrl, replicaUrls } = env.database
  return {
    appUrl: url,
    workerUrl,
    replicaUrls,
    ownerUrl: null,
    ended: new Promise(() => undefined),
    stop: async () => undefined,
  }
}

async function checkGiven({ url, workerUrl, replicaUrls }: GivenDatabase): Promise<void> {
  await checkLogin('DATABASE_URL', url, 'program')
  if (!(await answersMigrated(url)))
    throw new Refusal('DATABASE_URL: the database is not on this version yet: run pnpm migrate, then start again.')
  await checkLogin('DATABASE_WORKER_URL', workerUrl, 'worker')
  for (const replica of replicaUrls) await checkLogin('DATABASE_REPLICA_URLS', replica, 'program')
}

async function answersMigrated(url: string): Promise<boolean> {
  const pool = new Pool({ connectionString: url, max: 1 })
  try {
    return await isMigrated(pool)
  } catch {
    // An empty database has nothing that could be asked.
    return false
  } finally {
    await pool.end()
  }
}
