/**
 * Row policies, table by table: what each deed of each principal may touch, said from the specification. Tried in SQL,
 * in the principal's own database role, whatever the services would do before. A new table adds its case here.
 */
import { isStaff, reaches, type Asker } from '../model/asker.ts'
import { model } from '../model/index.ts'
import { mayWriteOn, reasonsOf, seesTicket } from '../model/ticket-rules.ts'
import { seesContract } from '../model/contract-rules.ts'
import type { ApprovalRow, CommentRow, ContractRow, NodeRow, TicketRow, World } from '../world/rows.ts'

export type Deed = 'select' | 'insert' | 'update' | 'delete'
type Row = Readonly<Record<string, unknown>>

export interface TableCase {
  rows: (world: World) => readonly Row[]
  /** Columns that tell a row from the others. */
  key: readonly string[]
  may: (deed: Deed, asker: Asker, row: Row, world: World) => boolean
  /** Changes nothing that matters; a constant, so that no row has to be read for it. */
  touch: string
  /** Rows that could be added: of one's own, and of others. */
  fresh: (world: World, asker: Asker | null) => Row[]
  /** Updates of all rows within reach where more than that is asked: what is set, and whether each may become so. */
  changes?: (world: World, asker: Asker | null) => Change[]
  /** The row as it would be elsewhere: which column, and where to. */
  moved?: (world: World) => { column: string; to: readonly string[] }
  /** Types, fields and filter fields of the schema that are made of it. */
  shows: readonly string[]
  /** What jobs and the sign-in may do; with all rows. */
  system?: readonly Deed[]
  signIn?: readonly Deed[]
}

export interface Change {
  set: Readonly<Record<string, string | boolean | null>>
  may: (asker: Asker, changed: Row) => boolean
}

const all: readonly Deed[] = ['select', 'insert', 'update', 'delete']
const at = '2026-01-01T00:00:00Z'
const stamps = { createdAt: at, updatedAt: at }
const unlimited = (asker: Asker) => isStaff(asker) && asker.reach === null
const sees = (type: NodeRow['type'], asker: Asker, row: Row, world: World) =>
  model.nodes[type]!.sees(asker, row as never, world)
const fresh = (world: World) => world.missing[2]!
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** Some tickets of anybody, and all that the one who asks opened, now or as somebody else's contact. */
const ticketsFor = ({ tickets, contacts }: World, asker: Asker | null): TicketRow[] => {
  const mine = contacts.filter(({ id, accountId }) => id === asker?.id || (accountId && accountId === asker?.accountId))
  return tickets.filter(({ requesterId }, index) => index % 8 === 0 || mine.some(({ id }) => id === requesterId))
}

/** Rows of a customer: staff and keys work on those of customers within reach, contacts read what they may. */
function ofCustomers(type: 'Customer' | 'Contact' | 'Group', customerOf: (row: Row) => string): TableCase['may'] {
  return (deed, asker, row, world) =>
    deed === 'select' ? sees(type, asker, row, world) : asker.kind !== 'CONTACT' && reaches(asker, customerOf(row))
}

const notOfContacts: TableCase['may'] = (_deed, asker, { customerId }) =>
  asker.kind !== 'CONTACT' && reaches(asker, String(customerId))

/** What hangs on a contract: a contact reads it with the contract, and writes nothing. */
function ofContracts(contractOf: (row: Row, world: World) => ContractRow | undefined): TableCase['may'] {
  return (deed, asker, row, world) => {
    if (!asker.contact) return reaches(asker, String(row['customerId']))
    const contract = contractOf(row, world)
    return deed === 'select' && contract !== undefined && seesContract(asker, contract)
  }
}
const itsContract = ({ contractId }: Row, { contracts }: World) => contracts.find(({ id }) => id === contractId)

/** A contract of each customer that has one. */
const byCustomer = ({ customers, contracts }: World) =>
  customers.flatMap(({ id: customerId }) => {
    const contract = contracts.find((each) => each.customerId === customerId)
    return contract ? [{ customerId, contractId: contract.id }] : []
  })

export const tables: Readonly<Record<string, TableCase>> = {
  customer: {
    shows: ['Customer', 'Contact.canSignIn', 'RoleEffect'],
    rows: ({ customers }) => customers as never,
    key: ['id'],
    may: ofCustomers('Customer', ({ id }) => String(id)),
    touch: 'version = 1',
    fresh: (world) => [{ id: fresh(world), name: 'Taze', ...stamps }],
    moved: ({ missing }) => ({ column: 'id', to: [missing[1]!] }),
  },
  customer_group: {
    shows: ['Group'],
    rows: ({ groups }) => groups as never,
    key: ['id'],
    may: ofCustomers('Group', ({ customerId }) => String(customerId)),
    touch: 'version = 1',
    fresh: (world) => world.customers.map(({ id }) => ({ id: fresh(world), customerId: id, name: 'Taze', ...stamps })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  contact: {
    shows: ['Contact', 'ContactReach'],
    rows: ({ contacts }) => contacts as never,
    key: ['id'],
    // A contact changes the own row, and of it only how he or she is called and reached.
    may: (deed, asker, row, world) =>
      deed === 'update' && asker.kind === 'CONTACT'
        ? row['id'] === asker.id
        : ofCustomers('Contact', ({ customerId }) => String(customerId))(deed, asker, row, world),
    touch: 'version = 1',
    fresh: (world) => world.customers.map(({ id }) => ({ id: fresh(world), customerId: id, name: 'Taze', ...stamps })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  technician_customer: {
    shows: [
      'Customer.technicians',
      'Technician.authorizedCustomers',
      'CustomerFilter.technicianId',
      'TechnicianFilter.customerId',
      'RoleEffect',
    ],
    rows: ({ authorizations }) => authorizations as never,
    key: ['technicianId', 'customerId'],
    may: (_deed, asker, { customerId }) => isStaff(asker) && reaches(asker, String(customerId)),
    touch: `created_at = '${at}'`,
    fresh: ({ technicians, customers }) =>
      customers.map(({ id }) => ({ technicianId: technicians[0]!.id, customerId: id, createdAt: at })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  role: {
    shows: ['Role'],
    rows: ({ roles }) => roles as never,
    key: ['id'],
    may: (_deed, asker) => isStaff(asker),
    touch: 'version = 1',
    fresh: (world) => [{ id: fresh(world), name: 'Taze', permissions: [], ...stamps }],
  },
  technician: {
    shows: ['Technician'],
    rows: ({ technicians }) => technicians as never,
    key: ['id'],
    // Whoever sees a ticket is told who works on it: of id and name nothing is kept from anybody.
    may: (deed, asker) => deed === 'select' || isStaff(asker),
    touch: 'version = 1',
    fresh: (world) => [
      {
        id: fresh(world),
        accountId: world.accounts[0]!.id,
        roleId: world.roles[0]!.id,
        name: 'Taze',
        email: 'taze@ornek.com',
        ...stamps,
      },
    ],
  },
  asset: {
    shows: ['Asset'],
    rows: ({ assets }) => assets as never,
    key: ['id'],
    may: (_deed, asker, { customerId }) => asker.kind !== 'CONTACT' && reaches(asker, String(customerId)),
    touch: 'version = 1',
    fresh: (world) =>
      world.customers.map(({ id }) => ({
        id: fresh(world),
        customerId: id,
        kind: 'ASSET',
        name: 'Taze',
        version: 1,
        ...stamps,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  ticket: {
    shows: ['Ticket'],
    rows: ({ tickets }) => tickets as never,
    key: ['id'],
    // A contact opens own ones, and decides about those that are to be written on or to be approved.
    may: (deed, asker, row, world) => {
      const ticket = row as unknown as TicketRow
      if (!asker.contact) return reaches(asker, ticket.customerId)
      const { id, customerId } = asker.contact
      switch (deed) {
        case 'select':
          return seesTicket(asker, ticket, world)
        case 'insert':
          return ticket.customerId === customerId && ticket.requesterId === id
        case 'update':
          return (
            mayWriteOn(asker.contact, ticket, world) || reasonsOf(asker.contact, ticket, world).includes('APPROVER')
          )
        default:
          return false
      }
    },
    touch: 'version = 1',
    fresh: (world, asker) =>
      [...world.contacts.slice(0, 12), ...world.contacts.filter(({ id }) => id === asker?.id)].map((requester) => ({
        id: fresh(world),
        number: 'T-2099-000001',
        kind: 'INCIDENT',
        subject: 'Taze',
        description: 'Taze',
        customerId: requester.customerId,
        requesterId: requester.id,
        status: 'OPEN',
        approval: 'NOT_NEEDED',
        priority: 'NORMAL',
        version: 1,
        openedAt: at,
        updatedAt: at,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  ticket_comment: {
    shows: ['Comment'],
    rows: ({ comments }) => comments as never,
    key: ['id'],
    // Nobody but staff has to do with internal ones. A contact writes as oneself, where writing is allowed.
    may: (deed, asker, row, world) => {
      const { internal, authorId, customerId, ticketId } = row as unknown as CommentRow
      if (deed === 'select') return sees('Comment', asker, row, world)
      if (!asker.contact) return reaches(asker, customerId) && (isStaff(asker) || !internal)
      const ticket = world.tickets.find(({ id }) => id === ticketId)!
      return deed === 'insert' && !internal && authorId === asker.id && mayWriteOn(asker.contact, ticket, world)
    },
    touch: `body = 'x'`,
    fresh: (world, asker) =>
      ticketsFor(world, asker).flatMap((ticket) =>
        [
          { internal: false, authorId: asker?.id ?? world.missing[0]! },
          { internal: true, authorId: asker?.id ?? world.missing[0]! },
          { internal: false, authorId: world.missing[0]! },
        ].map((more) => ({
          id: fresh(world),
          customerId: ticket.customerId,
          ticketId: ticket.id,
          body: 'Taze',
          authorKind: 'CONTACT',
          authorName: 'Taze',
          createdAt: at,
          ...more,
        })),
      ),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  ticket_approval: {
    shows: ['TicketApproval', 'Ticket.approvers', 'Ticket.viewerCanApprove', 'TicketFilter.waitsForMe'],
    rows: ({ approvals }) => approvals as never,
    key: ['id'],
    // A contact says yes or no when asked, and for nobody else.
    may: (deed, asker, row, world) => {
      const { customerId, contactId, ticketId } = row as unknown as ApprovalRow
      if (!asker.contact) return reaches(asker, customerId)
      if (deed === 'update') return contactId === asker.id
      return (
        deed === 'select' && sees('Ticket', asker, world.tickets.find(({ id }) => id === ticketId)! as never, world)
      )
    },
    touch: `comment = 'x'`,
    fresh: (world) =>
      world.tickets.slice(0, 8).map((ticket) => ({
        id: fresh(world),
        customerId: ticket.customerId,
        ticketId: ticket.id,
        contactId: world.contacts.find(({ customerId }) => customerId === ticket.customerId)!.id,
        contactName: 'Taze',
        askedAt: at,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  // Nobody uploads as somebody else, or straight onto a ticket. An own upload is attached, once, to what one sees; by a
  // contact to what he or she wrote.
  attachment: {
    shows: ['Attachment'],
    rows: ({ attachments }) => attachments as never,
    key: ['id'],
    may: (deed, asker, row, world) => {
      if (deed === 'select') return sees('Attachment', asker, row, world)
      return deed !== 'delete' && row['ticketId'] === null && row['uploaderId'] === asker.id
    },
    touch: 'internal = false',
    changes: (world, asker) => {
      const may: Change['may'] = (by, { ticketId, commentId, internal }) => {
        const ticket = world.tickets.find(({ id }) => id === ticketId)
        if (!ticket) return false
        if (!by.contact) return reaches(by, ticket.customerId) && (isStaff(by) || !internal)
        const comment = world.comments.find(({ id }) => id === commentId)
        const wrote = comment ? comment.authorId === by.id : ticket.requesterId === by.id
        return wrote && !internal && by.contact.active && seesTicket(by, ticket, world)
      }
      const on = ({ id, customerId }: TicketRow, more: Change['set'] = {}) => ({
        set: { customerId, ticketId: id, commentId: null, internal: false, ...more },
        may,
      })
      const own = world.comments.find(({ authorId }) => authorId === asker?.id)
      const of = (comment: CommentRow) => world.tickets.find(({ id }) => id === comment.ticketId)!
      return [
        { set: { internal: false }, may },
        ...[...world.tickets.slice(0, 1), ...ticketsFor(world, asker).slice(-4)].map((ticket) => on(ticket)),
        on(world.tickets[0]!, { internal: true }),
        ...[own, ...world.comments.slice(0, 3)].flatMap((comment) =>
          comment ? [on(of(comment), { commentId: comment.id, internal: comment.internal })] : [],
        ),
      ]
    },
    fresh: (world, asker) =>
      [
        { uploaderId: asker?.id ?? world.missing[0]! },
        { uploaderId: world.missing[0]! },
        ...ticketsFor(world, asker)
          .slice(-4)
          .map(({ id, customerId }) => ({ uploaderId: asker?.id ?? world.missing[0]!, ticketId: id, customerId })),
      ].map((more) => ({
        id: fresh(world),
        customerId: null,
        ticketId: null,
        commentId: null,
        internal: false,
        uploaderKind: 'CONTACT',
        uploaderName: 'Taze',
        name: 'taze.txt',
        contentType: 'text/plain',
        size: 1,
        storageKey: 'taze',
        createdAt: at,
        ...more,
      })),
  },
  job: {
    shows: ['Job'],
    rows: ({ jobs }) => jobs as never,
    key: ['id'],
    may: (deed, asker, { createdBy }) => deed !== 'delete' && createdBy === asker.id,
    touch: 'cancel_asked = true',
    fresh: (world, asker) =>
      [asker?.id ?? world.missing[0]!, world.missing[0]!, world.technicians[0]!.id].map((createdBy) => ({
        id: fresh(world),
        kind: 'BULK_CHANGE',
        status: 'QUEUED',
        total: 0,
        payload: {},
        createdByKind: 'TECHNICIAN',
        createdBy,
        locale: 'tr',
        ipAddress: '192.0.2.7',
        cancelAsked: false,
        attempt: 0,
        losses: 0,
        notBefore: at,
        createdAt: at,
      })),
  },
  // Written down with its effect, as the one who asked for the job.
  job_row: {
    shows: ['UserError', 'Job.done', 'Job.errors'],
    rows: ({ jobRows }) => jobRows as never,
    key: ['jobId', 'row'],
    may: (deed, asker, { jobId }, { jobs }) =>
      (deed === 'select' || deed === 'insert') &&
      jobs.some(({ id, createdBy }) => id === jobId && createdBy === asker.id),
    touch: 'code = null',
    fresh: ({ jobs }) => jobs.map(({ id }) => ({ jobId: id, row: 99 })),
  },
  // What is offered is no customer's: staff and keys write it, if their doors let them.
  working_calendar: {
    shows: ['WorkingCalendar', 'WorkingHours', 'Holiday'],
    rows: ({ calendars }) => calendars as never,
    key: ['id'],
    may: (_deed, asker) => asker.kind !== 'CONTACT',
    touch: 'version = 1',
    fresh: (world) => [
      {
        id: fresh(world),
        name: 'Taze',
        timeZone: 'Europe/Istanbul',
        workingHours: [],
        holidays: [],
        standard: false,
        version: 1,
        ...stamps,
      },
    ],
  },
  service_plan: {
    shows: ['ServicePlan'],
    rows: ({ plans }) => plans as never,
    key: ['id'],
    may: (_deed, asker) => asker.kind !== 'CONTACT',
    touch: 'version = 1',
    fresh: (world) => [{ id: fresh(world), title: 'Taze', revision: 1, active: true, version: 1, ...stamps }],
  },
  // What was agreed under a revision stays what it was: nobody changes one.
  service_plan_revision: {
    shows: ['ServicePlan', 'BandRate', 'ServicePlanFilter.pricingMethod'],
    rows: ({ revisions }) => revisions as never,
    key: ['planId', 'revision'],
    may: (deed, asker) => deed !== 'update' && asker.kind !== 'CONTACT',
    touch: `currency = 'TRY'`,
    fresh: ({ revisions }) => [{ ...revisions[0]!, revision: 99 }],
    system: ['select', 'insert', 'delete'],
  },
  // What kinds there are is ours to write and everybody's to know; nobody takes one away.
  contract_type: {
    shows: ['ContractType'],
    rows: ({ contractTypes }) => contractTypes as never,
    key: ['id'],
    may: (deed, asker) => deed === 'select' || (deed !== 'delete' && asker.kind !== 'CONTACT'),
    touch: 'active = true',
    fresh: (world) => [{ id: fresh(world), name: 'Taze', active: true, requestsNeedApproval: false, ...stamps }],
    system: ['select', 'insert', 'update'],
  },
  contract: {
    shows: ['Contract'],
    rows: ({ contracts }) => contracts as never,
    key: ['id'],
    may: ofContracts((row) => row as unknown as ContractRow),
    touch: 'version = 1',
    fresh: (world) =>
      world.customers.map(({ id }) => ({
        id: fresh(world),
        reference: 'C-2099-0001',
        customerId: id,
        typeId: world.contractTypes[0]!.id,
        name: 'Taze',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        draft: false,
        autoRenew: false,
        version: 1,
        ...stamps,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  contract_term: {
    shows: ['ContractTerm'],
    rows: ({ terms }) => terms as never,
    key: ['id'],
    may: ofContracts(itsContract),
    touch: `origin = 'MANUAL'`,
    fresh: (world) =>
      byCustomer(world).map((contract) => ({
        id: fresh(world),
        ...contract,
        startsOn: '2099-01-01',
        endsOn: '2099-12-31',
        origin: 'MANUAL',
        createdAt: at,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  contract_plan: {
    shows: ['ContractPlanChange', 'Contract.planRevision', 'ServicePlan.contracts', 'ContractFilter.planId'],
    rows: ({ contractPlans }) => contractPlans as never,
    key: ['contractId', 'fromOn'],
    may: ofContracts(itsContract),
    touch: `created_at = '${at}'`,
    fresh: (world) =>
      byCustomer(world).map((contract) => ({
        ...contract,
        fromOn: '2099-01-01',
        planId: null,
        revision: null,
        createdAt: at,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  // Who is told of an end: a key has the rows, for it may move one; the customer's people have none of when and whom of ours.
  contract_notice: {
    shows: ['ContractNotice'],
    rows: ({ notices }) => notices as never,
    key: ['contractId', 'side', 'days'],
    may: notOfContacts,
    touch: 'days = days',
    fresh: (world) => byCustomer(world).map((contract) => ({ ...contract, side: 'AFTER_END', days: 77 })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  contract_notice_user: {
    shows: ['Contract.noticeUsers'],
    rows: ({ noticeUsers }) => noticeUsers as never,
    key: ['contractId', 'technicianId'],
    may: notOfContacts,
    touch: 'technician_id = technician_id',
    fresh: (world) => byCustomer(world).map((contract) => ({ ...contract, technicianId: world.technicians[7]!.id })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  contract_notice_contact: {
    shows: ['Contract.noticeContacts'],
    rows: ({ noticeContacts }) => noticeContacts as never,
    key: ['contractId', 'contactId'],
    may: ofContracts(itsContract),
    touch: 'contact_id = contact_id',
    fresh: (world) => byCustomer(world).map((contract) => ({ ...contract, contactId: world.contacts[0]!.id })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  notice_template: {
    shows: ['NoticeTemplate'],
    rows: ({ templates }) => templates as never,
    key: ['id'],
    may: (deed, asker) => isStaff(asker) && (deed === 'select' || deed === 'update'),
    touch: 'version = 1',
    fresh: (world) => [
      { id: fresh(world), side: 'AFTER_END', locale: 'tr', subject: 'x', body: 'x', version: 1, updatedAt: at },
    ],
    system: ['select', 'update'],
  },
  notice_delivery: {
    shows: ['NoticeDelivery', 'ContractForecast.notices'],
    rows: ({ deliveries }) => deliveries as never,
    key: ['id'],
    may: notOfContacts,
    touch: `created_at = '${at}'`,
    fresh: (world) =>
      byCustomer(world).map((contract) => ({
        id: fresh(world),
        ...contract,
        endsOn: '2099-12-31',
        side: 'AFTER_END',
        days: 1,
        dueOn: '2100-01-01',
        technicianId: world.technicians[0]!.id,
        status: 'PLANNED',
        createdAt: at,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  // Staff's alone: neither keys nor the customer's people have any of it.
  time_entry: {
    shows: ['TimeEntry', 'Ticket.minutesSpent', 'TimeWeek', 'TimeDay', 'LineSource.timeEntry'],
    rows: ({ timeEntries }) => timeEntries as never,
    key: ['id'],
    may: (_deed, asker, { customerId }) => isStaff(asker) && reaches(asker, String(customerId)),
    touch: 'version = 1',
    fresh: (world) =>
      byCustomer(world).map((contract) => ({
        id: fresh(world),
        ...contract,
        technicianId: world.technicians[0]!.id,
        workedOn: '2026-01-01',
        minutes: 1,
        addedMinutes: 0,
        billable: true,
        version: 1,
        ...stamps,
      })),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  // One's own, whatever has become of the customer.
  running_timer: {
    shows: ['RunningTimer', 'Viewer.runningTimer'],
    rows: ({ timers }) => timers as never,
    key: ['id'],
    may: (_deed, asker, { technicianId }) => isStaff(asker) && technicianId === asker.id,
    touch: `note = 'x'`,
    fresh: (world, asker) =>
      byCustomer(world)
        .slice(0, 1)
        .flatMap((contract) =>
          [asker?.id ?? world.missing[0]!, world.technicians[0]!.id].map((technicianId) => ({
            id: fresh(world),
            ...contract,
            technicianId,
            startedAt: at,
          })),
        ),
    moved: ({ technicians }) => ({ column: 'technician_id', to: ids(technicians.slice(0, 4)) }),
  },
  // Counted by a function only.
  number_series: {
    shows: [],
    rows: () => [{ name: 'T-2099' }],
    key: ['name'],
    may: () => false,
    touch: 'last = 1',
    fresh: () => [{ name: 'T-2099', last: 1 }],
    system: [],
  },
  api_key: {
    shows: ['ApiKey'],
    rows: ({ keys }) => keys as never,
    key: ['id'],
    // Who is limited to some customers has to do with the own keys only.
    may: (_deed, asker, { createdBy }) => unlimited(asker) || (isStaff(asker) && createdBy === asker.id),
    touch: `name = 'x'`,
    fresh: (world) =>
      world.technicians.map(({ id }) => ({
        id: fresh(world),
        name: 'Taze',
        prefix: 'tazetaze',
        secretHash: '\\x00',
        permissions: [],
        createdBy: id,
        createdAt: at,
      })),
    moved: ({ technicians }) => ({ column: 'created_by', to: ids(technicians) }),
  },
  api_key_customer: {
    shows: ['ApiKey.customers'],
    rows: ({ keyCustomers }) => keyCustomers as never,
    key: ['apiKeyId', 'customerId'],
    may: (_deed, asker, { apiKeyId, customerId }, { keys }) =>
      unlimited(asker) ||
      (isStaff(asker) &&
        reaches(asker, String(customerId)) &&
        keys.some(({ id, createdBy }) => id === apiKeyId && createdBy === asker.id)),
    touch: 'customer_id = customer_id',
    fresh: ({ keys, customers }) =>
      keys.flatMap((key) => customers.map(({ id }) => ({ apiKeyId: key.id, customerId: id }))),
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
  },
  audit_event: {
    shows: ['AuditEvent'],
    rows: ({ events }) => events as never,
    key: ['id'],
    // Everybody writes what he or she did; nobody changes what is written.
    may: (deed, asker, row, world) => {
      if (deed === 'select') return sees('AuditEvent', asker, row, world)
      return deed === 'insert' && (unlimited(asker) || row['actorId'] === asker.id)
    },
    touch: `action = 'x'`,
    fresh: (world, asker) =>
      [world.technicians[0]!.id, world.contacts[0]!.id, asker?.id].map((actorId) => ({
        id: fresh(world),
        at,
        actorId,
        action: 'X',
        changes: [],
      })),
    system: ['select', 'insert'],
  },
  outgoing_mail: {
    shows: ['Mail'],
    rows: ({ mails }) => mails as never,
    key: ['id'],
    // Whoever's act causes a mail writes it.
    may: (deed, asker, row, world) => {
      if (deed === 'insert') return true
      if (deed === 'delete') return unlimited(asker)
      return sees('Mail', asker, row, world)
    },
    touch: 'attempts = 1',
    fresh: (world) => [
      {
        id: fresh(world),
        customerId: world.customers[0]!.id,
        toName: 'Taze',
        toAddress: 'taze@ornek.com',
        subject: '',
        bodyText: '',
        bodyHtml: '',
        messageId: 'x',
        effectKey: 'taze',
        status: 'QUEUED',
        attempts: 0,
        nextAttemptAt: at,
        createdAt: at,
      },
    ],
    moved: ({ customers }) => ({ column: 'customer_id', to: ids(customers) }),
    signIn: ['insert'],
  },
  idempotency_key: {
    shows: [],
    rows: ({ idempotency }) => idempotency as never,
    key: ['principalId', 'key'],
    may: (_deed, asker, { principalId }) => principalId === asker.id,
    touch: `operation = 'x'`,
    fresh: ({ technicians, contacts, missing }, asker) =>
      [technicians[0]!.id, contacts[0]!.id, asker?.id ?? missing[0]!].map((principalId) => ({
        principalId,
        key: 'taze',
        operation: 'x',
        bodyHash: '',
        answer: {},
        createdAt: at,
      })),
    moved: ({ technicians, contacts }) => ({ column: 'principal_id', to: [technicians[0]!.id, contacts[0]!.id] }),
  },
}

export { all as allDeeds }
