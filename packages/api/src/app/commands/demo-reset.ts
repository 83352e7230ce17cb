import 'reflect-metadata'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '../../core/db/embedded.ts'
import { Refusal } from '../../core/refusal.ts'
import { prepareEmbedded } from '../prepare.ts'
import { run } from '../run.ts'

/** `pnpm demo:reset`: throws the embedded database away and begins anew with the demo data. */
await run(async (env, say) => {
  if (env.database)
    throw new Refusal('DATABASE_URL is set: pnpm demo:reset empties the embedded database only, leave it out.')
  if (!env.loopback)
    throw new Refusal(`HOST ${env.host} can be reached by others: the demo data is loaded on a loopback address only.`)
  // Starting it once makes sure that nobody uses it, and that it is ours to throw away.
  await (await startEmbedded(env.dataDir)).stop()
  for (const name of ['postgres', 'logins.json', 'demo-partner-key'])
    rmSync(join(env.dataDir, name), { recursive: true, force: true })
  const database = await startEmbedded(env.dataDir)
  try {
    await prepareEmbedded(env, database.ownerUrl)
  } finally {
    await database.stop()
  }
  say(`The demo data is as new in ${env.dataDir}.`)
})
