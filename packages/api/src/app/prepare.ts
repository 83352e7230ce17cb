import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { writePrivate } from '../core/files.ts'
import { startClock } from '../core/clock.ts'
import { migrate } from '../core/db/migrate.ts'
import { loadDemo } from './demo.ts'
import type { Env } from './env.ts'

/** Brings the embedded database to the newest schema; an empty one gets the demo data, unless others could reach it. */
export async function prepareEmbedded(env: Env, ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, { program: 'accord_app', worker: 'accord_worker' })
  if (!env.loopback || !(await isEmpty(ownerUrl))) return
  const { partnerKey } = await loadDemo(ownerUrl, startClock(env.timeZone, env.now).today())
  writePrivate(demoKeyPath(env), partnerKey)
}

/** The file with the demo partner's key, or null when the embedded database holds no demo data. */
export function demoKeyFile(env: Env): string | null {
  return !env.database && existsSync(demoKeyPath(env)) ? demoKeyPath(env) : null
}

function demoKeyPath({ dataDir }: Env): string {
  return join(dataDir, 'demo-partner-key')
}

/** Whether nobody could sign in yet. */
async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select from sign_in.account) as empty')
    return rows[0]?.empty ?? false
  } finally {
    await client.end()
  }
}
