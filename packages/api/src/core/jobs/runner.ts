/**
 * Runs what stands in the table `job`: row after row, each in a transaction of its own that also writes down that the row
 * is done, as the one who asked for it. A worker that is killed loses its lease; the next one goes on behind the last row.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import { principalOf, type Principal, type PrincipalAnswer } from '../auth/principal.ts'
import type { Clock } from '../clock.ts'
import type { Em, Orm } from '../db/orm.ts'
import { verb, type VerbContext } from '../db/verb.ts'
import { describeError } from '../graphql/describe-error.ts'
import { message, type MessageKey } from '../graphql/messages.ts'
import { Problem } from '../graphql/problem.ts'

/** What a kind of job does. */
export interface JobWork {
  /** Whether the one who asked may still do it: asked before every row. */
  may(principal: Principal): boolean
  /** Does one row, in a transaction as the one who asked; a `Problem` is that row's error, and the next one follows. */
  row(em: Em, context: VerbContext, payload: never, row: number): Promise<void>
  /** Where a row's error leads, in the input that asked for the job. */
  path(payload: never, row: number): string[]
}

export interface RunnerOptions {
  /** Connections that act as the system: they claim jobs and say how they end. */
  workerPool: Pool
  orm: Orm
  clock: Clock
  /** By kind. */
  work: Readonly<Record<string, JobWork>>
  allPermissions: ReadonlySet<string>
  /** What a job says that its maker may do no longer. */
  stopped: MessageKey
  /** What a job says whose worker died again and again. */
  broken: MessageKey
  log: { warn: (details: object, text: string) => void; error: (details: object, text: string) => void }
  /** Milliseconds; tests make them short. */
  times?: JobTimes
}

const usual = {
  /** Between two looks for work. */
  poll: 1_000,
  /** A worker that says nothing for so long is taken for dead. */
  lease: 15_000,
  /** How often it says that it lives. */
  heartbeat: 4_000,
}
export type JobTimes = Partial<typeof usual>
const hour = 3_600_000
const atOnce = 2
const mostLosses = 5

interface Claimed {
  id: string
  kind: string
  payload: unknown
  total: number
  locale: 'tr' | 'en'
  ip: string
  attempt: number
}

/** Ours is the job with this attempt: a worker that slept through its lease finds another number. */
const OURS = `id = $1 and attempt = $2 and status = 'RUNNING'`
const CLAIM = /* sql */ `
  update job set status = 'RUNNING', attempt = attempt + 1, started_at = coalesce(started_at, now()),
    losses = losses + case when status = 'RUNNING' then 1 else 0 end,
    lease_until = now() + make_interval(secs => $1)
  where id = (
    select j.id from job j
    where (j.status = 'QUEUED' and j.not_before <= now()
        and not exists (select from job r where r.created_by = j.created_by and r.status = 'RUNNING'))
      or (j.status = 'RUNNING' and j.lease_until < now())
    order by j.created_at, j.id limit 1 for update skip locked)
  returning id, kind, payload, total, locale, ip_address as ip, attempt, losses`
const LOOK = /* sql */ `select cancel_asked as cancelled, app_principal_of(created_by_kind, created_by) as who from job where ${OURS}`
const BEAT = /* sql */ `update job set lease_until = now() + make_interval(secs => $3) where ${OURS}`
const END = /* sql */ `update job set status = $3, failure = $4, finished_at = now(), lease_until = null where ${OURS}`
const FORGET = `delete from job where finished_at < now() - interval '30 days'`
const GIVE_BACK = /* sql */ `update job set status = 'QUEUED', lease_until = null, losses = losses + $3,
  not_before = now() + make_interval(secs => $4) where ${OURS}`

/** Starts to look for jobs, and forgets every hour those that ended a month ago. `stop` lets the running rows end and gives their jobs back for the next worker. */
export function startJobs(options: RunnerOptions): { stop: (graceMs?: number) => Promise<void> } {
  const { workerPool, orm, clock, work, allPermissions, log } = options
  const times = { ...usual, ...options.times }
  const stopping = new AbortController()
  const lease = times.lease / 1_000

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      let claimed: (Claimed & { losses: number }) | undefined
      try {
        claimed = (await workerPool.query<Claimed & { losses: number }>(CLAIM, [lease])).rows[0]
        if (claimed) await run(claimed)
      } catch (error) {
        // Two workers took two jobs of one person at the same moment: one of them waits.
        if ((error as { constraint?: string }).constraint !== 'job_one_running')
          log.warn({ error: describeError(error) }, 'jobs could not be looked for')
        claimed = undefined
      }
      if (!claimed) await sleep(times.poll, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  async function run(job: Claimed & { losses: number }): Promise<void> {
    const end = (status: string, failure?: MessageKey) =>
      workerPool.query(END, [job.id, job.attempt, status, failure ? message(job.locale, failure) : null])
    if (job.losses > mostLosses) return void (await end('FAILED', options.broken))
    const beat = setInterval(() => {
      void workerPool.query(BEAT, [job.id, job.attempt, lease]).catch(() => undefined)
    }, times.heartbeat)
    try {
      const outcome = await rowsOf(job)
      if (outcome === 'STOPPED') await end('FAILED', options.stopped)
      else if (outcome === 'GIVEN_BACK') await workerPool.query(GIVE_BACK, [job.id, job.attempt, 0, 0])
      else if (outcome !== 'LOST') await end(outcome)
    } catch (error) {
      log.error({ job: job.id, error: describeError(error) }, 'a job broke off and is tried again')
      await workerPool.query(GIVE_BACK, [job.id, job.attempt, 1, lease]).catch(() => undefined)
    } finally {
      clearInterval(beat)
    }
  }

  async function rowsOf(job: Claimed): Promise<'DONE' | 'CANCELLED' | 'STOPPED' | 'GIVEN_BACK' | 'LOST'> {
    const kind = work[job.kind]
    if (!kind) throw new Error(`nobody knows how to do ${job.kind}`)
    const { rows } = await workerPool.query<{ row: number }>('select row from job_row where job_id = $1', [job.id])
    const done = new Set(rows.map(({ row }) => row))
    for (let row = 0; row < job.total; row += 1) {
      if (done.has(row)) continue
      if (stopping.signal.aborted) return 'GIVEN_BACK'
      const now = await workerPool.query<{ cancelled: boolean; who: PrincipalAnswer | null }>(LOOK, [
        job.id,
        job.attempt,
      ])
      const state = now.rows[0]
      if (!state) return 'LOST'
      if (state.cancelled) return 'CANCELLED'
      const principal = principalOf(state.who, allPermissions)
      if (!principal || !kind.may(principal)) return 'STOPPED'
      await doRow(job, kind, { principal, locale: job.locale, ip: job.ip, orm, clock }, row)
    }
    return 'DONE'
  }

  /** Once: the row's number is taken in the transaction of its effect. */
  async function doRow(job: Claimed, kind: JobWork, context: VerbContext, row: number): Promise<void> {
    const payload = job.payload as never
    const note = (em: Em, problem?: Problem) =>
      em.execute('insert into job_row (job_id, row, code, path, message) values (?, ?, ?, ?::text[], ?)', [
        job.id,
        row,
        problem?.code ?? null,
        problem ? textArray(kind.path(payload, row)) : null,
        problem ? problem.toUserError(job.locale).message : null,
      ])
    try {
      await verb(context, async (em) => {
        // A worker that falls asleep in the middle would keep the next one waiting at this row.
        await em.execute(`select set_config('idle_in_transaction_session_timeout', ?, true)`, [String(times.lease)])
        await note(em)
        await kind.row(em, context, payload, row)
      })
    } catch (error) {
      if (isTaken(error)) return
      if (!(error instanceof Problem)) throw error
      await verb(context, (em) => note(em, error)).catch((again: unknown) => {
        if (!isTaken(again)) throw again
      })
    }
  }

  const forget = () =>
    void workerPool
      .query(FORGET)
      .catch((error: unknown) => log.warn({ error: describeError(error) }, 'old jobs could not be cleared'))
  forget()
  const forgetting = setInterval(forget, hour).unref()
  const loops = Array.from({ length: atOnce }, loop)
  return {
    async stop(graceMs = 4_000) {
      stopping.abort()
      clearInterval(forgetting)
      // What takes longer breaks off with its connection, and its row is done again.
      const late = new AbortController()
      await Promise.race([
        Promise.all(loops),
        sleep(graceMs, undefined, { signal: late.signal }).catch(() => undefined),
      ])
      late.abort()
    },
  }
}

/** A worker that was thought dead has done this row. */
const isTaken = (error: unknown) =>
  error instanceof UniqueConstraintViolationException &&
  (error as { constraint?: string }).constraint === 'job_row_pkey'

const textArray = (texts: readonly string[]) => `{${texts.map((text) => JSON.stringify(text)).join()}}`
