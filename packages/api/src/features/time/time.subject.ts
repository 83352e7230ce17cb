/** What time is spent on: found as the one who asks, locked in the fixed order. */
import type { Em } from '../../core/db/orm.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { isUuid } from '../../core/graphql/scalars.ts'
import { said } from './messages.ts'

/** The ticket, the contract or both, and whose they are. Names are for the audit log. */
export interface Subject {
  customerId: string
  ticket: { id: string; number: string } | null
  contract: { id: string; reference: string } | null
}

interface Row {
  id: string
  customerId: string
  contractId: string | null
  name: string
}

/**
 * The ticket and the contract that an input names; a contract that is not said is the ticket's, null is none.
 * Problems: ticketId REQUIRED or NOT_FOUND; contractId NOT_FOUND.
 */
export async function subjectOf(
  em: Em,
  { ticketId, contractId }: { ticketId?: string | null; contractId?: string | null },
): Promise<Subject> {
  // An empty id names nothing, but it is said.
  const hasTicket = typeof ticketId === 'string'
  if (!hasTicket && typeof contractId !== 'string')
    throw new Problem('REQUIRED', ['ticketId'], { key: said['time.subject.needed'] })
  const ticket = hasTicket ? await visible(em, 'ticket', ticketId) : null
  if (hasTicket && !ticket) throw new Problem('NOT_FOUND', ['ticketId'])
  const asked = contractId === undefined ? (ticket?.contractId ?? null) : contractId
  const contract = typeof asked === 'string' ? await visible(em, 'contract', asked) : null
  if (typeof asked === 'string' && !contract) throw new Problem('NOT_FOUND', ['contractId'])
  if (ticket && contract && ticket.customerId !== contract.customerId)
    throw new Problem('NOT_FOUND', ['contractId'], { key: said['time.contract.other'] })
  return {
    customerId: (ticket ?? contract)!.customerId,
    ticket: ticket && { id: ticket.id, number: ticket.name },
    contract: contract && { id: contract.id, reference: contract.name },
  }
}

async function visible(em: Em, table: 'ticket' | 'contract', id: string): Promise<Row | null> {
  if (!isUuid(id)) return null
  const own =
    table === 'ticket' ? 'contract_id as "contractId", number as name' : 'null as "contractId", reference as name'
  const [row] = await em.execute<Row[]>(
    `select id, customer_id as "customerId", ${own} from ${table} where id = ?${table === 'contract' ? ' and not draft' : ''}`,
    [id],
  )
  return row ?? null
}

/**
 * Locks what an entry is judged by, in the order that all verbs lock in: the customer stays, the contract's work and the
 * technician's days wait for this transaction.
 */
export async function lock(em: Em, { customerId, contractId, technicianId }: Locked): Promise<void> {
  await em.execute('select from customer where id = ? for key share', [customerId])
  if (contractId) await em.execute('select from contract where id = ? for no key update', [contractId])
  await em.execute('select from technician where id = ? for no key update', [technicianId])
}

interface Locked {
  customerId: string
  contractId: string | null
  technicianId: string
}
