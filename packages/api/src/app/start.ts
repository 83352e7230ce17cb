import { createServer } from 'node:net'
import { closeInOrder } from '../core/lifecycle.ts'
import { Refusal, systemCode } from '../core/refusal.ts'
import { openDatabase } from './database.ts'
import type { Env } from './env.ts'
import { demoKeyFile, prepareEmbedded } from './prepare.ts'
import { startScreen } from './screen.ts'
import { startServer } from './server.ts'

/**
 * Starts everything and says where it is. It ends by a signal, and then in this order: the server, the database.
 * @throws Refusal when it cannot start; what was started by then is stopped again
 */
export async function start(env: Env, say: (line: string) => void): Promise<void> {
  if (!env.loopback && demoKeyFile(env))
    throw new Refusal(
      `HOST ${env.host} can be reached by others, and ${env.dataDir} holds the demo data, whose password everybody knows: set DATA_DIR to another directory.`,
    )
  const database = await openDatabase(env)
  try {
    await checkAddress(env)
    if (database.ownerUrl) await prepareEmbedded(env, database.ownerUrl)
    const server = await startServer(env, database)
    const end = closeInOrder(
      [
        { name: 'The server', close: () => server.close(), within: 5_500 + env.lbDrain * 1_000 },
        { name: 'PostgreSQL', close: () => database.stop(), within: 4_000 },
      ],
      say,
    )
    void database.ended.then(() => end('PostgreSQL has ended by itself: see postgres.log in the data directory.'))
    say(startScreen(env, server.url, demoKeyFile(env)))
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Tries the address before the first start spends its time on data. */
async function checkAddress({ host, port }: Env): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(port, host, resolve)
    })
    await new Promise((resolve) => probe.close(resolve))
  } catch (error) {
    const code = systemCode(error) ?? 'unknown'
    if (code === 'EADDRINUSE')
      throw new Refusal(`PORT ${port} on ${host} is taken by another program: end it, or set PORT to another number.`)
    if (code === 'EACCES')
      throw new Refusal(`PORT ${port} needs more rights than this user has: set PORT to a number above 1023.`)
    throw new Refusal(`HOST ${host} is no address of this machine (${code}): leave it out, or name one that is.`)
  }
}
