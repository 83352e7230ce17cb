/** What runs by itself: how it is, and trying again what was laid aside. */
import { verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { answeredByCode } from '../../core/graphql/executor.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { record } from '../audit/index.ts'
import type { SystemHealth, TryContractAgainInput } from './system.type.ts'

type Told = Omit<SystemHealth, 'now' | 'today' | 'timeZone' | 'nodeVersion'>

/** Reads the queues, the outbox and the last sweep. */
export async function systemHealth(context: VerbContext): Promise<SystemHealth> {
  const { clock } = context
  const [row] = await verb(context, (em) => em.execute<{ health: Told }[]>('select app_system_health() as health'))
  const { health } = row!
  for (const each of [health.lastSweep, health.lastDay]) if (each) answeredByCode(each)
  for (const list of [health.queues, health.laidAside]) answeredByCode(list)
  return answeredByCode({
    ...health,
    now: clock.now().toISOString(),
    today: clock.today().toString(),
    timeZone: clock.timeZone,
    nodeVersion: process.versions.node,
  })
}

/** Takes a contract that was laid aside back for the next sweep. Problems: id NOT_FOUND. */
export function tryContractAgain(context: VerbContext, input: TryContractAgainInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const [row] = isUuid(input.id)
      ? await em.execute<{ id: string; customer_id: string }[]>(
          'select c.id, c.customer_id from app_take_back(?) taken join contract c on c.id = taken',
          [input.id],
        )
      : []
    if (!row) throw new Problem('NOT_FOUND', ['id'])
    await record(em, context, {
      action: 'TRIED_AGAIN',
      subjectType: 'Contract',
      subjectId: row.id,
      customerId: row.customer_id,
    })
    return { contractId: row.id }
  })
}
