import type { TicketRow } from '../world/rows.ts'
import type { FieldOf } from './feature.ts'
import { connection } from './lists.ts'
import { ticketReaders } from './rules.ts'

/** The tickets that name an object in this column, as far as the one who asks may see them. */
export const ticketsOf = <Parent extends { id: string }>(
  column: 'customerId' | 'requesterId' | 'assetId' | 'contractId',
): FieldOf<Parent> =>
  connection<TicketRow, Parent>('Ticket', 'tickets', {
    rule: ticketReaders,
    of: ({ id }, ticket) => ticket[column] === id,
    filter: 'TicketFilter',
    orderBy: 'TicketOrder',
  })
