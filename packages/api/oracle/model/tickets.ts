/** Tickets, comments and approvals, as the specification has them. */
import type {
  ApprovalRow,
  AttachmentRow,
  AuditEventRow,
  CommentRow,
  ContactRow,
  CustomerRow,
  NodeRow,
  TicketRow,
} from '../world/rows.ts'
import { isStaff, reaches, type Asker } from './asker.ts'
import { contractReaders } from './contract-rules.ts'
import { columns, nodesOf, printed, typeOf, where, type Args, type Feature } from './feature.ts'
import { byCode, byTurkish, fold } from './fold.ts'
import { connection } from './lists.ts'
import { byInstant, byRank } from './orders.ts'
import type { Question } from './question.ts'
import { both, contacts, may, staff, staffMay, ticketReaders, ticketWriters, type Rule } from './rules.ts'
import {
  isDone,
  isInScope,
  isLatelyResolved,
  isOpen,
  mayWriteOn,
  movesOf,
  reasonsOf,
  scopes,
  scopesOf,
  seesTicket,
  ticketText,
  waitsFor,
} from './ticket-rules.ts'
import { ticketTime } from './time.ts'
import { aFlag, anId, anInstant, instantOf, oneOf, someIds, someOf, textAbout } from './values.ts'

const workers = may('TICKETS_WRITE')
const assetReaders = may('CUSTOMERS_READ')
const assigners = staffMay('TICKETS_WRITE')

/** A setting of the toggle is for contacts who have the right to it. */
const chooses =
  (scope: (typeof scopes)[number]): Rule =>
  ({ contact }) =>
    contact && scopesOf(contact).includes(scope) ? null : scope
const scopeRules = Object.fromEntries(scopes.map((scope) => [scope, chooses(scope)]))
const scopeOfOwn: Rule = (asker, args) => {
  const scope = args?.['scope'] as string | null | undefined
  return asker.contact && scope ? scopeRules[scope]!(asker) : null
}

const ticket = columns<TicketRow>()
const comment = columns<CommentRow>()
const approval = columns<ApprovalRow>()

/** Internal comments are staff's; a key is not staff. */
const seesComment = (asker: Asker, { internal, ticketId }: CommentRow, world: Question['world']) =>
  (!internal || isStaff(asker)) &&
  seesTicket(
    asker,
    world.tickets.find(({ id }) => id === ticketId)!,
    world,
  )

interface ParticipantRow {
  type: 'Participant'
  id: string
  name: string
}

/** Who takes part: as the one who asks sees him or her otherwise, else by name only. */
export function partaker(question: Question, kind: string, id: string, name: string): NodeRow | ParticipantRow {
  const ofStaff = kind === 'ADMIN' || kind === 'TECHNICIAN'
  const known =
    kind === 'CONTACT'
      ? question.object('Contact', id)
      : ofStaff && isStaff(question.asker)
        ? question.object('Technician', id)
        : null
  return known ?? { type: 'Participant', id, name }
}

/** The files of a row that are there for the one who asks, in the order of their upload. */
const filesOf =
  <Row>(of: (row: Row, file: AttachmentRow) => boolean) =>
  (row: Row, question: Question): AttachmentRow[] =>
    question
      .rows<AttachmentRow>('Attachment')
      .filter((file) => of(row, file))
      .sort((left, right) => byCode(left.createdAt, right.createdAt) || byCode(left.id, right.id))

/** Why staff and keys see a ticket. */
function reasonOfOthers({ kind, reach }: Asker): string {
  if (kind === 'PARTNER') return 'KEY'
  return reach === null ? 'ALL_CUSTOMERS' : 'AUTHORIZED'
}

/** What is a permission for staff and keys, and a question of the ticket for contacts. */
const mayDo =
  (ofContact: (self: ContactRow, row: TicketRow, world: Question['world']) => boolean) =>
  (row: TicketRow, { asker, world }: Question): boolean =>
    asker.contact ? ofContact(asker.contact, row, world) : asker.permissions.has('TICKETS_WRITE')
const isContactAnd =
  (holds: (self: ContactRow, row: TicketRow, world: Question['world']) => boolean) =>
  (row: TicketRow, { asker, world }: Question): boolean =>
    asker.contact !== null && holds(asker.contact, row, world)

const statuses = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const
const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const
const urgency = ({ priority }: TicketRow) => priorities.indexOf(priority)

export const tickets: Feature = {
  nodes: {
    Ticket: nodesOf<TicketRow>((world) => world.tickets, byInstant('openedAt', true), seesTicket),
    Comment: nodesOf<CommentRow>(({ comments }) => comments, byInstant('createdAt'), seesComment),
  },
  types: {
    Ticket: typeOf<TicketRow>(ticketReaders, {
      ...ticket.plain('id', 'version', 'number', 'kind', 'subject', 'description', 'status', 'approval', 'priority'),
      ...ticket.plain('rating', 'ratingComment'),
      ...ticket.instants('openedAt', 'updatedAt', 'resolvedAt', 'closedAt'),
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      requester: { value: ({ requesterId }, question) => question.row('Contact', requesterId) },
      group: { value: ({ groupId }, question) => question.row('Group', groupId) },
      assignee: { value: ({ assigneeId }, question) => question.row('Technician', assigneeId) },
      asset: { rule: assetReaders, value: ({ assetId }, question) => question.row('Asset', assetId) },
      contract: { rule: contractReaders, value: ({ contractId }, question) => question.row('Contract', contractId) },
      approvers: {
        value: ({ id }, question) =>
          question
            .rows<ContactRow>('Contact')
            .filter((row) =>
              question.world.approvals.some(({ ticketId, contactId }) => ticketId === id && contactId === row.id),
            )
            .sort((left, right) => byTurkish(left.name, right.name) || byCode(left.id, right.id)),
      },
      approvals: {
        value: ({ id }, { world }) =>
          world.approvals
            .filter(({ ticketId }) => ticketId === id)
            .sort((left, right) => byCode(left.askedAt, right.askedAt) || byCode(left.id, right.id)),
      },
      comments: connection<CommentRow, TicketRow>('Comment', 'comments', {
        of: ({ id }, { ticketId }) => ticketId === id,
      }),
      attachments: { value: filesOf(({ id }: TicketRow, row) => row.ticketId === id && row.commentId === null) },
      ...ticketTime,
      timeline: connection<AuditEventRow, TicketRow>('AuditEvent', 'timeline', {
        rule: staff,
        of: ({ id }, { subjectId }) => subjectId === id,
      }),
      visibleBecause: {
        value: (row, { asker, world }) =>
          asker.contact ? reasonsOf(asker.contact, row, world) : [reasonOfOthers(asker)],
      },
      viewerCanSet: { value: (row, { asker }) => (workers(asker) === null ? movesOf(row) : []) },
      viewerCanEdit: { value: (_row, { asker }) => workers(asker) === null },
      viewerCanComment: { value: mayDo(mayWriteOn) },
      viewerCanApprove: { value: isContactAnd(waitsFor) },
      viewerCanReopen: {
        value: (row, question) =>
          isDone(row) &&
          mayDo((self, each, world) => mayWriteOn(self, each, world) && isLatelyResolved(each))(row, question),
      },
      // Of the requester, who still is one of the customer's.
      viewerCanRate: {
        value: isContactAnd(
          (self, row, world) =>
            isDone(row) && row.customerId === self.customerId && reasonsOf(self, row, world).includes('OWN'),
        ),
      },
    }),
    Comment: typeOf<CommentRow>(ticketReaders, {
      ...comment.plain('id', 'body', 'internal'),
      ...comment.instants('createdAt'),
      attachments: { value: filesOf(({ id }: CommentRow, row) => row.commentId === id) },
      author: {
        value: ({ authorKind, authorId, authorName }, question) => partaker(question, authorKind, authorId, authorName),
      },
    }),
    TicketApproval: typeOf<ApprovalRow>(ticketReaders, {
      ...approval.plain('id', 'comment'),
      approver: {
        value: ({ contactId, contactName }, question) => partaker(question, 'CONTACT', contactId, contactName),
      },
      status: { value: ({ decision }) => decision ?? 'PENDING' },
      askedAt: { value: ({ askedAt }) => printed(askedAt) },
      decidedAt: { value: ({ decidedAt }) => printed(decidedAt) },
    }),
    TicketPresence: typeOf<TicketRow>(staffMay('TICKETS_READ'), { technicians: { value: () => null } }),
    Participant: typeOf<ParticipantRow>(ticketReaders, {
      ...columns<ParticipantRow>().plain('id', 'name'),
      email: { value: () => null },
      active: { value: () => true },
    }),
  },
  roots: {
    tickets: {
      ...connection<TicketRow>('Ticket', 'tickets', {
        of: (_all, row, { asker, world }, { scope }) =>
          !scope || isInScope(scope as (typeof scopes)[number], asker.contact!, row, world),
        filter: 'TicketFilter',
        orderBy: 'TicketOrder',
      }),
      rule: both(ticketReaders, scopeOfOwn),
      accepts: ({ scope }, { contact }) => scope == null || contact !== null,
    },
    ticket: {
      rule: ticketReaders,
      args: { id: anId('Ticket') },
      value: (_row: unknown, question, { id }) => question.row('Ticket', String(id)),
    },
    ticketsLosingAssignee: {
      ...connection<TicketRow>('Ticket', 'ticketsLosingAssignee', { of: losesAssignee }),
      rule: staffMay('TICKETS_READ'),
      args: { customerId: anId('Customer'), technicianIds: someIds('Technician') },
    },
  },
  subscriptions: {
    ticketChanged: {
      rule: both(ticketReaders, scopeOfOwn),
      args: { ticketId: anId('Ticket') },
      accepts: ({ scope }, { contact }) => scope == null || contact !== null,
    },
    ticketPresence: { rule: staffMay('TICKETS_READ'), args: { ticketId: anId('Ticket') } },
  },
  filters: {
    TicketFilter: {
      updatedAfter: where(anInstant, (row: TicketRow, after: string) => row.updatedAt > instantOf(after)),
      text: where(textAbout('Ticket'), (row: TicketRow, text: string) => fold(ticketText(row)).includes(fold(text))),
      kind: where(oneOf('INCIDENT', 'REQUEST'), (row: TicketRow, kind: string) => row.kind === kind),
      status: where(someOf(...statuses), (row: TicketRow, some: string[]) => some.includes(row.status)),
      approval: where(someOf('NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED'), (row: TicketRow, some: string[]) =>
        some.includes(row.approval),
      ),
      priority: where(someOf(...priorities), (row: TicketRow, some: string[]) => some.includes(row.priority)),
      customerId: where(anId('Customer'), (row: TicketRow, id: string) => row.customerId === id),
      requesterId: where(anId('Contact'), (row: TicketRow, id: string) => row.requesterId === id),
      assigneeId: where(anId('Technician'), (row: TicketRow, id: string) => row.assigneeId === id),
      unassigned: where(aFlag, (row: TicketRow, wanted: boolean) => (row.assigneeId === null) === wanted),
      // Whoever may not see assets does not find out what is about one.
      assetId: where(anId('Asset'), (row: TicketRow, id: string) => row.assetId === id, assetReaders),
      // Which tickets are under a contract is told to who sees the contract.
      contractId: where(
        anId('Contract'),
        (row: TicketRow, id: string, question) => row.contractId === id && question.row('Contract', id) !== null,
        contractReaders,
      ),
      openedAfter: where(anInstant, (row: TicketRow, after: string) => row.openedAt > instantOf(after)),
      openedBefore: where(anInstant, (row: TicketRow, before: string) => row.openedAt < instantOf(before)),
      waitsForMe: where(
        aFlag,
        (row: TicketRow, wanted: boolean, { asker, world }) => waitsFor(asker.contact!, row, world) === wanted,
        contacts,
      ),
    },
  },
  orders: {
    TicketOrder: {
      OPENED_AT_ASC: byInstant('openedAt'),
      OPENED_AT_DESC: byInstant('openedAt', true),
      UPDATED_AT_DESC: byInstant('updatedAt', true),
      PRIORITY_DESC: byRank(urgency, 'openedAt', true),
    },
  },
  choices: { TicketScope: scopeRules },
  mutations: {
    createTicket: {
      rule: ticketWriters,
      harmless: () => ({ kind: 'INCIDENT', subject: ' ', description: 'Yok' }),
      good: newTicket,
      ids: {
        customerId: 'Customer',
        requesterId: 'Contact',
        assigneeId: 'Technician',
        assetId: 'Asset',
        contractId: 'Contract',
        attachmentIds: 'Attachment',
      },
      guarded: {
        customerId: { rule: workers, value: null },
        requesterId: { rule: workers, value: null },
        priority: { rule: workers, value: 'HIGH' },
        assigneeId: { rule: assigners, value: null },
        assetId: { rule: assetReaders, value: null },
        contractId: { rule: contractReaders, value: null },
      },
    },
    updateTicket: {
      rule: workers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => {
        const [row] = question.rows<TicketRow>('Ticket')
        return row ? { id: row.id, version: row.version } : null
      },
      ids: { id: 'Ticket', assigneeId: 'Technician', assetId: 'Asset', contractId: 'Contract' },
      guarded: {
        assigneeId: { rule: assigners, value: null },
        assetId: { rule: assetReaders, value: null },
        contractId: { rule: may('CONTRACTS_READ'), value: null },
      },
    },
    // Tickets and an assignee that cannot be had are told by the job, row by row.
    bulkUpdateTickets: {
      rule: workers,
      harmless: () => ({ ids: [], priority: 'LOW' }),
      ids: { ids: 'Ticket', assigneeId: 'Technician' },
      guarded: { assigneeId: { rule: assigners, value: null } },
    },
    reopenTicket: {
      rule: ticketWriters,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'Ticket' },
    },
    rateTicket: {
      rule: contacts,
      harmless: ({ missing }) => ({ id: missing[0], rating: 5 }),
      good: () => ({ rating: 5 }),
      ids: { id: 'Ticket' },
    },
    addComment: {
      rule: ticketWriters,
      harmless: ({ missing }) => ({ ticketId: missing[0], body: 'Yok' }),
      good: (question) => {
        const { asker, world } = question
        const row = question
          .rows<TicketRow>('Ticket')
          .find((each) => !asker.contact || mayWriteOn(asker.contact, each, world))
        return row ? { ticketId: row.id, body: 'Yazıldı' } : null
      },
      ids: { ticketId: 'Ticket', attachmentIds: 'Attachment' },
      guarded: { internal: { rule: staff, value: true } },
    },
    requestApproval: {
      rule: workers,
      harmless: ({ missing }) => ({ ticketId: missing[0], approverIds: [] }),
      good: (question) => {
        const row = question
          .rows<TicketRow>('Ticket')
          .find((each) => each.kind === 'REQUEST' && isOpen(each) && each.approval === 'NOT_NEEDED')
        return row ? { ticketId: row.id, approverIds: [] } : null
      },
      ids: { ticketId: 'Ticket', approverIds: 'Contact' },
    },
    decideApproval: {
      rule: contacts,
      harmless: ({ missing }) => ({ ticketId: missing[0], approve: true }),
      good: () => ({ approve: true }),
      ids: { ticketId: 'Ticket' },
    },
  },
}

/** Open tickets of the customer whose assignee sees authorized customers only, and would not be authorized any more. */
function losesAssignee(_all: unknown, row: TicketRow, { world, asker }: Question, args: Args): boolean {
  const { assigneeId, customerId } = row
  const technician = world.technicians.find(({ id }) => id === assigneeId)
  if (!technician || customerId !== args['customerId'] || !reaches(asker, customerId)) return false
  const role = world.roles.find(({ id }) => id === technician.roleId)!
  return (
    isOpen(row) &&
    (args['technicianIds'] as string[]).includes(technician.id) &&
    role.onlyAuthorizedCustomers &&
    !role.administrator &&
    world.authorizations.some((each) => each.technicianId === technician.id && each.customerId === customerId)
  )
}

/** A ticket that could be opened: a contact's own, or for somebody of an active customer. */
function newTicket(question: Question): Args | null {
  const what = { kind: 'INCIDENT', subject: 'Yeni kayıt', description: 'Açıklama' }
  if (question.asker.contact) return what
  const served = question.rows<CustomerRow>('Customer').filter(({ active }) => active)
  const requester = question
    .rows<ContactRow>('Contact')
    .find(({ active, customerId }) => active && served.some(({ id }) => id === customerId))
  return requester ? { ...what, requesterId: requester.id } : null
}
