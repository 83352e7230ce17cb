/** How time entries, weeks and timers stand on their tables, for `core/read`. */
import { money } from '../../core/graphql/money.ts'
import {
  after,
  column,
  connection,
  equals,
  one,
  type FieldModel,
  type Filter,
  type Order,
  type Pen,
  type TypeModel,
} from '../../core/read/model.ts'

const byDay = (desc: boolean): Order => ({
  desc,
  keys: [
    { sql: (t) => `${t}.worked_on`, cast: 'date' },
    { sql: (t) => `${t}.id`, cast: 'uuid' },
  ],
})
const workedThan =
  (sign: '>' | '<'): Filter =>
  (t, pen, path) =>
    `${t}.worked_on ${sign} ${pen.arg(path, 'date')}`

const me = (pen: Pen) => pen.principal((who) => who.id, 'uuid')
const holds = (pen: Pen, permission: string) => pen.principal((who) => who.permissions.has(permission), 'boolean')

/** Minutes of the week's entries that pass a condition. */
const minutesOf = (w: string, also = 'true') =>
  `(select coalesce(sum(e.minutes + e.added_minutes), 0)::int from time_entry e where e.technician_id = ${w}.technician_id and e.worked_on between ${w}.starts_on and ${w}.ends_on and ${also})`
const minutesOn = (d: string, also = 'true') =>
  `(select coalesce(sum(e.minutes + e.added_minutes), 0)::int from time_entry e where e.technician_id = ${d}.technician_id and e.worked_on = ${d}.on and ${also})`

export const timeModels: TypeModel[] = [
  {
    name: 'TimeEntry',
    table: 'time_entry',
    scope: 'customer_id',
    keysFirst: ['narrowed', 'filtered'],
    orders: { WORKED_ON_ASC: byDay(false), WORKED_ON_DESC: byDay(true) },
    defaultOrder: 'WORKED_ON_DESC',
    filters: {
      technicianId: equals('technician_id', 'uuid'),
      customerId: equals('customer_id', 'uuid'),
      contractId: equals('contract_id', 'uuid'),
      ticketId: equals('ticket_id', 'uuid'),
      workedAfter: workedThan('>'),
      workedBefore: workedThan('<'),
      updatedAfter: after('updated_at'),
      billable: equals('billable', 'boolean'),
    },
    fields: {
      technician: one('Technician', (t, p) => `${t}.id = ${p}.technician_id`),
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      ticket: one('Ticket', (k, p) => `${k}.id = ${p}.ticket_id`),
      contract: one('Contract', (c, p) => `${c}.id = ${p}.contract_id`),
      extraCost: money('extra_cost', 'currency'),
      viewerCanEdit: column(
        (t, pen) =>
          `(${holds(pen, 'BILLING_WRITE')} or (${t}.technician_id = ${me(pen)} and ${holds(pen, 'TIME_WRITE')}))`,
      ),
    },
  },
  {
    name: 'TimeWeek',
    fields: {
      minutes: column((w) => minutesOf(w)),
      billableMinutes: column((w) => minutesOf(w, 'e.billable')),
      days: {
        is: 'list',
        to: 'TimeDay',
        from: (d, w) => `(select ${w}.technician_id, ${w}.starts_on + n as "on" from generate_series(0, 6) n) ${d}`,
        on: () => 'true',
        order: (d) => `${d}.on`,
      },
      entries: connection(
        'TimeEntry',
        (e, w) => `${e}.technician_id = ${w}.technician_id and ${e}.worked_on between ${w}.starts_on and ${w}.ends_on`,
        'WORKED_ON_ASC',
      ),
    },
  },
  {
    name: 'TimeDay',
    fields: {
      on: column((d) => `${d}.on`),
      minutes: column((d) => minutesOn(d)),
      billableMinutes: column((d) => minutesOn(d, 'e.billable')),
    },
  },
  {
    name: 'RunningTimer',
    table: 'running_timer',
    fields: {
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      ticket: one('Ticket', (k, p) => `${k}.id = ${p}.ticket_id`),
      contract: one('Contract', (c, p) => `${c}.id = ${p}.contract_id`),
    },
  },
]

const timeWeek: FieldModel = {
  is: 'one',
  to: 'TimeWeek',
  // The week of somebody who is not there has nothing in it, and is not there either.
  from: (t, _p, pen) =>
    `(select z.id as technician_id, w.monday as starts_on, w.monday + 6 as ends_on
      from technician z, (select date_trunc('week', ${pen.arg('on', 'date')}::timestamp)::date as monday) w
      where z.id = ${pen.has('technicianId') ? pen.arg('technicianId', 'uuid') : me(pen)}) ${t}`,
  on: () => 'true',
}

/** Root fields of Query that this feature answers with SQL. */
export const timeRoots: TypeModel['fields'] = {
  timeEntries: connection('TimeEntry'),
  timeEntry: one('TimeEntry', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  timeWeek,
}

const entriesOf = (name: string) => connection('TimeEntry', (e, p) => `${e}.${name} = ${p}.id`)

/** Fields that time adds to types of the features it builds on. */
export const timeAdditions: Record<string, TypeModel['fields']> = {
  Customer: { timeEntries: entriesOf('customer_id') },
  Contract: { timeEntries: entriesOf('contract_id') },
  Ticket: {
    timeEntries: entriesOf('ticket_id'),
    minutesSpent: column(
      (p) =>
        `(select coalesce(sum(e.minutes + e.added_minutes), 0)::int from time_entry e where e.ticket_id = ${p}.id)`,
    ),
  },
  LineSource: { timeEntry: { is: 'named', to: 'TimeEntry' } },
  Viewer: {
    runningTimer: {
      is: 'one',
      to: 'RunningTimer',
      only: ['ADMIN', 'TECHNICIAN'],
      on: (t, _p, pen) => `${t}.technician_id = ${me(pen)}`,
    },
  },
}
