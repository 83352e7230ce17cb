/** Doors of what is told while it happens. Rows need no gate of their own: each change is read like a query. */
import { signedIn, staffCan, type Doors } from '../../core/graphql/doors.ts'
import { scopedReaders } from '../tickets/index.ts'

export const liveDoors: Doors = {
  types: { TicketPresence: staffCan('TICKETS_READ') },
  fields: {
    'Subscription.jobProgress': signedIn,
    'Subscription.ticketChanged': scopedReaders,
    'Subscription.ticketPresence': staffCan('TICKETS_READ'),
  },
}
