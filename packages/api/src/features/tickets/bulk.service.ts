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
  /** One for each id, when the tickets were named with the versions that were seen. */
  versions?: number[]
  changes: TicketChanges
}

/**
 * Asks for the change of up to 1 000 tickets. Problems: ids REQUIRED; ids or tickets NOT_FOUND (no id at all); tickets or
 * filter INVALID beside another one; ids, tickets or filter LIMIT_EXCEEDED; status REQUIRED (nothing is to change) or INVALID. What stands against a ticket is told by the job.
 */
export function bulkUpdateTickets(context: VerbContext, input: BulkUpdateTicketsInput): Promise<Outcome> {
  return verb(context, (em) =>
    once(em, context, 'bulkUpdateTickets', input, async () => {
      const { ids, tickets, filter, status, priority, assigneeId } = input
      const [named, second] = [ids && 'ids', tickets && 'tickets', filter && 'filter'].filter(isText)
      if (second) throw new Problem('INVALID', [second], { key: said['bulk.either'] })
      if (!named || ids?.length === 0 || tickets?.length === 0)
        throw new Problem('REQUIRED', [named ?? 'ids'], { key: said['bulk.which'] })
      if (status === null) throw new Problem('REQUIRED', ['status'])
      if (priority === null) throw new Problem('REQUIRED', ['priority'])
      if (status === undefined && priority === undefined && assigneeId === undefined)
        throw new Problem('REQUIRED', ['status'], { key: said['bulk.nothing'] })
      const seen = tickets && new Map(tickets.map(({ id, version }) => [id, version]))
      const given = seen ? [...seen.keys()] : ids && [...new Set(ids)]
      if (given && !given.every(isUuid)) throw new Problem('NOT_FOUND', [named])
      const wanted = given ?? (await matchingIds(em, context.principal, ticketModel, { ...filter }, mostTickets + 1))
      if (wanted.length > mostTickets)
        throw new Problem('LIMIT_EXCEEDED', [named], { key: said['bulk.tooMany'], params: { max: mostTickets } })
      const versions = seen ? [...seen.values()] : undefined
      const payload: Payload = { ids: wanted, versions, changes: { status, priority, assigneeId } }
      return { job: await queueJob(em, context, { kind: 'BULK_CHANGE', total: wanted.length, payload }) }
    }),
  )
}

const isText = (word: string | null | undefined): word is string => typeof word === 'string'
const ticketModel = ticketModels.find(({ name }) => name === 'Ticket')!

/** How the job changes one ticket after the other. `where` is what mails need to know. */
export const bulkWork = (where: Pick<TicketContext, 'publicUrl'>): JobWork => ({
  // As at the mutation's doors.
  may: ({ kind, permissions }) => kind !== 'CONTACT' && permissions.has('TICKETS_WRITE'),
  row: (em, context, { ids, versions, changes }: Payload, row) =>
    changeTicket(em, { ...context, ...where }, { id: ids[row]!, version: versions?.[row] }, changes),
  path: ({ ids, versions }: Payload, row) => [versions ? 'tickets' : 'ids', ids[row]!],
})
