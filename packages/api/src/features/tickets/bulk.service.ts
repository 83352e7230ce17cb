/** One change of many tickets, as a job. */
import type { JobWork } from '../../core/jobs/runner.ts'
import { matchingIds } from '../../core/read/matching.ts'
import { once, verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { queueJob } from '../jobs/index.ts'
import { said } from './messages.ts'
import type { BulkUpdateTicketsInput } from './ticket.inputs.ts'
import { ticketModels } from './ticket.read.ts'
import type { TicketContext } from './ticket.rules.ts'
import { changeTicket, type TicketChanges } from './ticket.service.ts'

const mostTickets = 1_000

interface Payload {
  ids: string[]
  changes: TicketChanges
}

/**
 * Asks for the change of up to 1 000 tickets. Problems: ids REQUIRED, NOT_FOUND (no id at all); filter INVALID beside ids; ids or filter
 * LIMIT_EXCEEDED; status REQUIRED (nothing is to change) or INVALID. What stands against a ticket is told by the job.
 */
export function bulkUpdateTickets(context: VerbContext, input: BulkUpdateTicketsInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'bulkUpdateTickets', input, async () => {
      const { ids, filter, status, priority, assigneeId } = input
      if (ids && filter) throw new Problem('INVALID', ['filter'], { key: said['bulk.either'] })
      if (!ids?.length && !filter) throw new Problem('REQUIRED', ['ids'], { key: said['bulk.which'] })
      if (status === null) throw new Problem('REQUIRED', ['status'])
      if (priority === null) throw new Problem('REQUIRED', ['priority'])
      if (status === undefined && priority === undefined && assigneeId === undefined)
        throw new Problem('REQUIRED', ['status'], { key: said['bulk.nothing'] })
      if (ids && !ids.every(isUuid)) throw new Problem('NOT_FOUND', ['ids'])
      const wanted = ids
        ? [...new Set(ids)]
        : await matchingIds(em, context.principal, ticketModel, { ...filter }, mostTickets + 1)
      if (wanted.length > mostTickets)
        throw new Problem('LIMIT_EXCEEDED', [ids ? 'ids' : 'filter'], {
          key: said['bulk.tooMany'],
          params: { max: mostTickets },
        })
      const payload: Payload = { ids: wanted, changes: { status, priority, assigneeId } }
      return { job: await queueJob(em, context, { kind: 'BULK_CHANGE', total: wanted.length, payload }) }
    }),
  )
}

const ticketModel = ticketModels.find(({ name }) => name === 'Ticket')!

/** How the job changes one ticket after the other. `where` is what mails need to know. */
export const bulkWork = (where: Pick<TicketContext, 'publicUrl'>): JobWork => ({
  // As at the mutation's doors.
  may: ({ kind, permissions }) => kind !== 'CONTACT' && permissions.has('TICKETS_WRITE'),
  row: (em, context, { ids, changes }: Payload, row) => changeTicket(em, { ...context, ...where }, ids[row]!, changes),
  path: ({ ids }: Payload, row) => ['ids', ids[row]!],
})
