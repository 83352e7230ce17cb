/** How changes are read: the rows that a subscription's source names, as far as they are there for the one who asks. */
import { list, type TypeModel } from '../../core/read/model.ts'
import { scoped, uuids } from '../tickets/index.ts'

export const liveModels: TypeModel[] = [
  {
    name: 'TicketPresence',
    fields: {
      technicians: list(
        'Technician',
        (t, p) => `${t}.id = any (${p}.present)`,
        (t) => `${t}.name collate "tr-x-icu", ${t}.id`,
      ),
    },
  },
]

/** Root fields of Subscription: each answers with a list, one entry for a row. */
export const liveSubscriptions: TypeModel['fields'] = {
  ticketChanged: list(
    'Ticket',
    (t, _p, pen) => `${t}.id = any (${pen.arg('changed', 'uuid[]', uuids)}) and ${scoped(t, pen)}`,
    (t) => `${t}.updated_at, ${t}.id`,
  ),
  jobProgress: list(
    'Job',
    (t, _p, pen) => `${t}.id = any (${pen.arg('changed', 'uuid[]', uuids)})`,
    (t) => `${t}.id`,
  ),
  ticketPresence: {
    is: 'list',
    to: 'TicketPresence',
    // The ticket stands for its presence: who does not see the one does not see the other.
    from: (t, _p, pen) =>
      `(select k.id, ${pen.arg('present', 'uuid[]', uuids)} as present from ticket k where k.id = any (${pen.arg('changed', 'uuid[]', uuids)})) ${t}`,
    on: () => 'true',
    order: (t) => `${t}.id`,
  },
}
