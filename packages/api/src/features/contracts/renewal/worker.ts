/**
 * Lets the queue run the sweep. The schedule only wakes it; what is due is found in the rows, and each contract is a job of
 * its own, so that one that fails holds up no other. One that fails again and again is laid aside until somebody looks.
 */
import type { PgBoss } from 'pg-boss'
import { createRolePool } from '../../../core/auth/pool.ts'
import { SYSTEM } from '../../../core/db/roles.ts'
import { describeError } from '../../../core/graphql/describe-error.ts'
import { dueContracts, runContract, type SweepParts } from './sweep.ts'

const SWEEP = 'contract-sweep'
const CONTRACT = 'contract-day'
const DEAD = 'contract-dead'

interface ContractJob {
  contractId: string
}

export interface ContractWorkerOptions extends Omit<SweepParts, 'pool'> {
  /** Ended by `stop`. */
  boss: PgBoss
  /** The login of jobs. */
  connectionString: string
  log: { error: (details: object, text: string) => void }
  /** Seconds, and how often a contract is tried again; tests make them small. */
  times?: { poll?: number; retry?: number; tries?: number }
}

const day = 86_400
/** A worker that says nothing for so long is taken for dead, and another one takes over. */
const heartbeatSeconds = 15
const triesAgain = 4
const batchSize = 25
const atOnce = 2
/** A contract takes some milliseconds, a batch of them a part of a second. */
const graceMs = 3_000
/** Jobs that were laid aside; more than these are found the next time. */
const mostDead = 10_000

/** Makes the queues, looks for work, and sweeps at once and then every minute. `stop` lets the running batches end. */
export async function startContractWorker(options: ContractWorkerOptions): Promise<{ stop: () => Promise<void> }> {
  const { boss, clock, publicUrl, log } = options
  const pool = createRolePool(options.connectionString, SYSTEM, {
    max: atOnce + 1,
    // A worker that sleeps in the middle of a contract does not hold it for good: its transaction is over when it wakes.
    options: `-c role=${SYSTEM} -c timezone=UTC -c idle_in_transaction_session_timeout=${heartbeatSeconds}s`,
  })
  const parts = { pool, clock, publicUrl }
  const poll = options.times?.poll ?? 1
  await ensureQueue(boss, DEAD, { deleteAfterSeconds: 0, retentionSeconds: 90 * day })
  await ensureQueue(boss, CONTRACT, {
    // One of a contract at a time, waiting or running.
    policy: 'exclusive',
    deadLetter: DEAD,
    retryLimit: options.times?.tries ?? triesAgain,
    retryDelay: options.times?.retry ?? 10,
    retryBackoff: true,
    heartbeatSeconds,
    expireInSeconds: 600,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: 7 * day,
  })
  await ensureQueue(boss, SWEEP, {
    policy: 'exclusive',
    retryLimit: 2,
    retryDelay: 5,
    heartbeatSeconds,
    expireInSeconds: 600,
    deleteAfterSeconds: day,
  })
  await boss.work<object>(SWEEP, { pollingIntervalSeconds: poll }, () => sendDue(boss, parts))
  await boss.work<ContractJob, object>(
    CONTRACT,
    {
      batchSize,
      localConcurrency: atOnce,
      pollingIntervalSeconds: poll,
      burstWhenBatchFull: true,
      perJobResults: true,
    },
    async (jobs) => {
      const results = []
      for (const { id, data } of jobs)
        try {
          results.push({ id, status: 'completed' as const, output: await runContract(parts, data.contractId) })
        } catch (error) {
          log.error(
            { contract: data.contractId, error: describeError(error) },
            'a contract could not be brought up to date',
          )
          results.push({ id, status: 'failed' as const, output: { message: String(error) } })
        }
      return results
    },
  )
  await boss.schedule(SWEEP, '* * * * *', null, { tz: clock.timeZone })
  await boss.send(SWEEP)
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: graceMs })
      await pool.end()
    },
  }
}

/** Makes a job of every contract on which something is due, but for those that were laid aside. */
async function sendDue(boss: PgBoss, parts: SweepParts): Promise<{ found: number }> {
  const due = await dueContracts(parts)
  if (!due.length) return { found: 0 }
  const dead = await boss.findJobs<ContractJob>(DEAD, { limit: mostDead })
  const aside = new Set(dead.map(({ data }) => data.contractId))
  const jobs = due
    .filter((id) => !aside.has(id))
    .map((contractId) => ({ data: { contractId }, singletonKey: contractId }))
  if (jobs.length) await boss.insert(CONTRACT, jobs)
  return { found: jobs.length }
}

async function ensureQueue(boss: PgBoss, name: string, options: Parameters<PgBoss['createQueue']>[1]): Promise<void> {
  await boss.createQueue(name, options)
  // A queue that was there keeps the settings of the program that made it.
  const { policy: _policy, ...changeable } = options ?? {}
  await boss.updateQueue(name, changeable)
}
