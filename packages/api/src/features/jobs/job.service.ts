/** Asking for a job, and cancelling it. */
import { newId } from '../../core/db/ids.ts'
import type { Em } from '../../core/db/orm.ts'
import { verb, type Actor, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { created, record } from '../audit/index.ts'
import type { JobKind } from './job.entity.ts'
import type { CancelJobInput } from './job.type.ts'
import { said } from './messages.ts'

const mostWaiting = 20

/** Writes a job of `total` rows down, in the transaction of its mutation; gives back its id. LIMIT_EXCEEDED: 20 wait. */
export async function queueJob(
  em: Em,
  actor: Actor,
  job: { kind: JobKind; total: number; payload: unknown },
): Promise<string> {
  const { principal, locale, ip } = actor
  const [now] = await em.execute<{ waiting: number }[]>(
    `select count(*)::int as waiting from job where created_by = ? and status in ('QUEUED', 'RUNNING')`,
    [principal.id],
  )
  if (now!.waiting >= mostWaiting)
    throw new Problem('LIMIT_EXCEEDED', [], { key: said['job.tooMany'], params: { max: mostWaiting } })
  const id = newId()
  await em.execute(
    `insert into job (id, kind, total, payload, created_by_kind, created_by, locale, ip_address, created_at)
     values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, now())`,
    [id, job.kind, job.total, JSON.stringify(job.payload), principal.kind, principal.id, locale, ip],
  )
  await record(em, actor, {
    action: 'CREATED',
    subjectType: 'Job',
    subjectId: id,
    changes: created({ kind: job.kind, total: job.total }),
  })
  return id
}

/** Cancels an own job: what is done stays. Problems: id NOT_FOUND; NOT_ALLOWED when it has ended. */
export function cancelJob(context: VerbContext, input: CancelJobInput): Promise<Outcome> {
  return verb(context, async (em) => {
    // Not locked first: a row that is being done holds on to its job, and cancelling does not wait for it.
    const [job] = isUuid(input.id)
      ? await em.execute<{ id: string; ended: boolean }[]>(
          `select id, status not in ('QUEUED', 'RUNNING') as ended from job where id = ?`,
          [input.id],
        )
      : []
    if (!job) throw new Problem('NOT_FOUND', ['id'])
    const over = new Problem('NOT_ALLOWED', ['id'], { key: said['job.ended'] })
    if (job.ended) throw over
    // A running one ends before its next row.
    const [cancelled] = await em.execute<{ id: string }[]>(
      `update job set cancel_asked = true, status = case status when 'QUEUED' then 'CANCELLED' else status end,
         finished_at = case status when 'QUEUED' then now() else finished_at end
       where id = ? and status in ('QUEUED', 'RUNNING') returning id`,
      [job.id],
    )
    if (!cancelled) throw over
    await record(em, context, { action: 'CANCELLED', subjectType: 'Job', subjectId: job.id })
    return { job: job.id }
  })
}
