/** A worker as a process of its own, to be killed: the queue of contracts, and the relay where there is a mail server. */
import 'reflect-metadata'
import { createRolePool } from '../../src/core/auth/pool.ts'
import { startClock } from '../../src/core/clock.ts'
import { SYSTEM } from '../../src/core/db/roles.ts'
import { openQueue } from '../../src/core/jobs/queue.ts'
import { startMailRelay } from '../../src/core/mail/relay.ts'
import { startContractWorker } from '../../src/features/contracts/index.ts'

const [connectionString, now, smtpUrl] = process.argv.slice(2) as [string, string, string | undefined]
const say = (level: string) => (details: object, text: string) =>
  process.stdout.write(`${level} ${text} ${JSON.stringify(details)}\n`)
const log = { warn: say('warn'), error: say('error') }
const worker = await startContractWorker({
  boss: await openQueue({
    connectionString,
    log,
    times: { superviseIntervalSeconds: 1, monitorIntervalSeconds: 1, cronMonitorIntervalSeconds: 5 },
  }),
  connectionString,
  clock: startClock('Europe/Istanbul', new Date(now)),
  publicUrl: 'http://127.0.0.1:4000',
  log,
  times: { poll: 0.5, retry: 1 },
})
const pool = createRolePool(connectionString, SYSTEM, { max: 3 })
const relay = startMailRelay({
  workerPool: pool,
  smtpUrl,
  from: { name: 'Accord', address: 'no-reply@example.com' },
  log,
})
process.once('SIGTERM', () => {
  void Promise.all([worker.stop(), relay.stop()])
    .then(() => pool.end())
    .then(() => process.exit(0))
})
process.stdout.write('ready\n')
