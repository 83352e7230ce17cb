/** How tickets, comments and approvals stand on their tables, for `core/read`. */
import { badUserInput } from '../../core/graphql/errors.ts'
import { uuids } from '../../core/graphql/scalars.ts'
import {
  after,
  before,
  byInstant,
  column,
  connection,
  equals,
  foldedInMany,
  list,
  one,
  type Expr,
  type Pen,
  type TypeModel,
} from '../../core/read/model.ts'
import { attachmentsOf, partaker } from '../attachments/index.ts'
import { contactMayWrite, contactOpened, contactReasons } from './ticket.access.ts'
import { approvals, movesOf, openStatuses, reopenable, reopenDays, ticketStatuses } from './ticket.status.ts'

const literals = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ')
const textArray = (values: readonly string[]) => `array[${literals(values)}]::text[]`

const isContact = (pen: Pen) => pen.kind === 'CONTACT'
const mayWork = (pen: Pen) => pen.principal((who) => who.permissions.has('TICKETS_WRITE'), 'boolean')

/** A flag that is a permission for staff and keys, and a condition for contacts. */
const may =
  (contact: (t: string) => string, also: (t: string) => string = () => 'true'): Expr =>
  (t, pen) =>
    `(${also(t)} and ${isContact(pen) ? contact(`${t}.`) : mayWork(pen)})`

const isDone = (t: string) => `${t}.status in (${literals(reopenable)})`

/** The status table as SQL: where a row may go now. */
const movesNow = (t: string) =>
  `case ${ticketStatuses
    .flatMap((status) =>
      approvals.map(
        (approval) =>
          `when ${t}.status = '${status}' and ${t}.approval = '${approval}' then ${textArray(movesOf(status, approval))}`,
      ),
    )
    .join(' ')} end`

const reasonsOfStaff = (pen: Pen) =>
  pen.principal(
    (who) => [who.kind === 'PARTNER' ? 'KEY' : who.customerCount === null ? 'ALL_CUSTOMERS' : 'AUTHORIZED'],
    'text[]',
  )
const reasonsOfContact = (t: string) =>
  `array_remove(array[${Object.entries(contactReasons(`${t}.`))
    .map(([reason, condition]) => `case when ${condition} then '${reason}' end`)
    .join(', ')}], null)`

const asked = (t: string, pen: Pen) =>
  `exists (select from ticket_approval q where q.ticket_id = ${t}.id and q.contact_id = ${pen.principal((who) => who.id, 'uuid')} and q.decision is null)`

export const ticketModels: TypeModel[] = [
  {
    name: 'Ticket',
    table: 'ticket',
    scope: 'customer_id',
    keysFirst: ['narrowed', 'filtered'],
    orders: {
      OPENED_AT_ASC: byInstant('opened_at', false),
      OPENED_AT_DESC: byInstant('opened_at', true),
      UPDATED_AT_DESC: byInstant('updated_at', true),
      PRIORITY_DESC: {
        desc: true,
        keys: [
          { sql: (t) => `${t}.priority_rank`, cast: 'int' },
          { sql: (t) => `${t}.opened_at`, cast: 'timestamptz' },
          { sql: (t) => `${t}.id`, cast: 'uuid' },
        ],
      },
    },
    defaultOrder: 'OPENED_AT_DESC',
    filters: {
      updatedAfter: after('updated_at'),
      text: foldedInMany('ticket', ['assigneeId', 'requesterId', 'customerId', 'assetId', 'contractId'], 'search_fold'),
      kind: equals('kind', 'text'),
      status: (t, pen, path) => `${t}.status = any (${pen.arg(path, 'text[]')})`,
      approval: (t, pen, path) => `${t}.approval = any (${pen.arg(path, 'text[]')})`,
      priority: (t, pen, path) => `${t}.priority = any (${pen.arg(path, 'text[]')})`,
      customerId: equals('customer_id', 'uuid'),
      requesterId: equals('requester_id', 'uuid'),
      assigneeId: equals('assignee_id', 'uuid'),
      unassigned: (t, pen, path) => `(${t}.assignee_id is null) = ${pen.arg(path, 'boolean')}`,
      assetId: equals('asset_id', 'uuid'),
      // Which tickets are under a contract is told to who sees the contract.
      contractId: (t, pen, path) =>
        `${t}.contract_id = (select c.id from contract c where c.id = ${pen.arg(path, 'uuid')})`,
      openedAfter: after('opened_at'),
      openedBefore: before('opened_at'),
      waitsForMe: (t, pen, path) => `(${t}.approval = 'PENDING' and ${asked(t, pen)}) = ${pen.arg(path, 'boolean')}`,
    },
    fields: {
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      requester: one('Contact', (c, p) => `${c}.id = ${p}.requester_id`),
      group: one('Group', (g, p) => `${g}.id = ${p}.group_id`),
      assignee: one('Technician', (t, p) => `${t}.id = ${p}.assignee_id`),
      asset: one('Asset', (a, p) => `${a}.id = ${p}.asset_id`),
      contract: one('Contract', (c, p) => `${c}.id = ${p}.contract_id`),
      approvers: list(
        'Contact',
        (c, p) => `${c}.id in (select q.contact_id from ticket_approval q where q.ticket_id = ${p}.id)`,
        (c) => `${c}.name collate "tr-x-icu", ${c}.id`,
      ),
      approvals: list(
        'TicketApproval',
        (a, p) => `${a}.ticket_id = ${p}.id`,
        (a) => `${a}.asked_at, ${a}.id`,
      ),
      comments: connection('Comment', (c, p) => `${c}.ticket_id = ${p}.id`),
      attachments: attachmentsOf((a, p) => `${a}.ticket_id = ${p}.id and ${a}.comment_id is null`),
      timeline: connection('AuditEvent', (e, p) => `${e}.subject_id = ${p}.id`),
      visibleBecause: column((t, pen) => (isContact(pen) ? reasonsOfContact(t) : reasonsOfStaff(pen))),
      viewerCanSet: column((t, pen) =>
        isContact(pen) ? textArray([]) : `case when ${mayWork(pen)} then ${movesNow(t)} else ${textArray([])} end`,
      ),
      viewerCanEdit: column((_t, pen) => (isContact(pen) ? 'false' : mayWork(pen))),
      viewerCanComment: column(may(contactMayWrite)),
      viewerCanApprove: column((t, pen) =>
        isContact(pen) ? `(${t}.approval = 'PENDING' and ${asked(t, pen)})` : 'false',
      ),
      viewerCanReopen: column(
        may((t) => `${contactMayWrite(t)} and ${t}resolved_at > now() - interval '${reopenDays} days'`, isDone),
      ),
      viewerCanRate: column((t, pen) => (isContact(pen) ? `(${isDone(t)} and ${contactOpened(`${t}.`)})` : 'false')),
    },
  },
  {
    name: 'Comment',
    table: 'ticket_comment',
    orders: { CREATED_AT_ASC: byInstant('created_at', false) },
    defaultOrder: 'CREATED_AT_ASC',
    fields: {
      author: { is: 'any', rows: (_x, p, pen) => partaker(p, pen, `${p}.author_kind`, `${p}.author_id`) },
      attachments: attachmentsOf((a, p) => `${a}.comment_id = ${p}.id`),
    },
  },
  {
    name: 'TicketApproval',
    table: 'ticket_approval',
    fields: {
      approver: { is: 'any', rows: (_x, p, pen) => partaker(p, pen, `'CONTACT'`, `${p}.contact_id`) },
      status: column((a) => `coalesce(${a}.decision, 'PENDING')`),
    },
  },
  {
    name: 'Participant',
    table: `(select c.id, c.author_id as person_id, c.author_name as name from ticket_comment c
      union all select a.id, a.contact_id, a.contact_name from ticket_approval a
      union all select f.id, f.uploader_id, f.uploader_name from attachment f)`,
    fields: {
      id: column((t) => `${t}.person_id`),
      email: column(() => 'null::text'),
      active: column(() => 'true'),
    },
  },
]

/** The portal's toggle: a wish. The right to it is asked at the door, and the rows are the policy's. */
export function scoped(t: string, pen: Pen): string {
  if (!pen.has('scope')) return 'true'
  if (!isContact(pen))
    return `${pen.arg('scope', 'text', () => {
      throw badUserInput('`scope` is for contacts; leave it out.', { extensions: { argument: 'scope' } })
    })} is null`
  const mine = `${t}.customer_id = ${pen.principal((who) => who.customerId, 'uuid')}`
  const reasons = contactReasons(`${t}.`)
  const scope = pen.arg('scope', 'text')
  return `case ${scope} when 'OWN' then ${reasons.OWN} when 'GROUP' then ${mine} and (${reasons.OWN} or ${t}.group_id = ${pen.principal((who) => who.groupId, 'uuid')}) else ${mine} end`
}

/** Root fields of Query that this feature answers. */
export const ticketRoots: TypeModel['fields'] = {
  tickets: connection('Ticket', (t, _p, pen) => scoped(t, pen)),
  ticket: one('Ticket', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  ticketsLosingAssignee: connection(
    'Ticket',
    (t, _p, pen) =>
      `${t}.customer_id = ${pen.arg('customerId', 'uuid')} and ${t}.status in (${literals(openStatuses)})
        and ${t}.assignee_id in (select z.id from technician z join role r on r.id = z.role_id
          where r.only_authorized_customers and not r.administrator
            and z.id = any (${pen.arg('technicianIds', 'uuid[]', uuids)})
            and exists (select from technician_customer a where a.technician_id = z.id and a.customer_id = ${t}.customer_id))`,
  ),
}
/** What of a list are ids at all; the others are nobody's. */

const ticketsOf = (column: string) => connection('Ticket', (t, p) => `${t}.${column} = ${p}.id`)
const openOf =
  (column: string): Expr =>
  (p) =>
    `(select count(*) from ticket o where o.${column} = ${p}.id and o.status in (${literals(openStatuses)}))`

/** Fields that tickets add to types of the features they build on. */
export const ticketAdditions: Record<string, TypeModel['fields']> = {
  Customer: { tickets: ticketsOf('customer_id'), openTicketCount: column(openOf('customer_id')) },
  Contact: { tickets: ticketsOf('requester_id') },
  Asset: { tickets: ticketsOf('asset_id') },
  Contract: { tickets: ticketsOf('contract_id') },
  ContactReach: {
    tickets: column((p) => `(select count(*) from ticket o where ${reachOf('o', p)})`),
    ticketsOfColleagues: column(
      (p) => `(select count(*) from ticket o where ${reachOf('o', p)} and o.requester_id not in (${ownOf(p)}))`,
    ),
  },
}

/** The contacts of a contact's sign-in: who came back to a customer was there before as another one. */
const ownOf = (p: string) =>
  `select c.id from contact c where c.id = ${p}.id or (c.account_id = ${p}.account_id and c.customer_id = ${p}.customer_id)`
/** Tickets of the customer that a contact with the asked rights would see. */
const reachOf = (o: string, p: string) =>
  `${o}.customer_id = ${p}.customer_id and (${o}.requester_id in (${ownOf(p)}) or ${p}.asked_company or (${p}.asked_group_right and ${o}.group_id = ${p}.asked_group)
    or exists (select from ticket_approval q where q.ticket_id = ${o}.id and q.contact_id = ${p}.id))`
