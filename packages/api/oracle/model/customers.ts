/** Customers, contacts, groups and authorizations, as the specification has them. */
import type {
  AssetRow,
  AuditEventRow,
  ContactRow,
  CustomerRow,
  GroupRow,
  NodeRow,
  TechnicianRow,
  TicketRow,
  World,
} from '../world/rows.ts'
import { reaches, type Asker } from './asker.ts'
import { customerContracts, underPlan } from './contracts.ts'
import { columns, nodesOf, typeOf, where, type Args, type Feature, type FieldOf } from './feature.ts'
import { alike, byCode, fold, likeness } from './fold.ts'
import { connection } from './lists.ts'
import { byInstant, byName } from './orders.ts'
import type { Question } from './question.ts'
import { both, customerReaders, may, staff, staffMay, ticketReaders, unlimited } from './rules.ts'
import { contactsOfSignIn, isOpen, reasonsOf, seesTicket } from './ticket-rules.ts'
import { ticketsOf } from './ticket-lists.ts'
import { timeOf } from './time-lists.ts'
import { aFlag, anId, anInstant, instantOf, oneOf, textAbout } from './values.ts'

const writers = may('CUSTOMERS_WRITE')
const staffReaders = staffMay('CUSTOMERS_READ')
const staffWriters = staffMay('CUSTOMERS_WRITE')

const contains = (text: string, part: string) => fold(text).includes(fold(part))
export const contactText = ({ name, email }: ContactRow) => `${name} ${email ?? ''}`
export const customerText = ({ name, code, email }: CustomerRow): string => `${name} ${code ?? ''} ${email ?? ''}`

/** Whose tickets one sees is named; the former customer of old ones too. */
function seesCustomer(asker: Asker, row: CustomerRow, world: World): boolean {
  if (!asker.contact || row.id === asker.contact.customerId) return reaches(asker, row.id)
  return world.tickets.some((ticket) => ticket.customerId === row.id && seesTicket(asker, ticket, world))
}

/** What a former customer shows but its name is for staff and keys. */
const ofPresent = (name: keyof CustomerRow): Pick<FieldOf<CustomerRow>, 'value'> => ({
  value: (row, { asker }) => (asker.contact && asker.contact.customerId !== row.id ? null : row[name]),
})

/**
 * Self, and requesters of visible tickets; with the group right the group's members, with the company right all contacts
 * of the customer.
 */
function seesContact(asker: Asker, row: ContactRow, world: World): boolean {
  const self = asker.contact
  if (!self) return reaches(asker, row.customerId)
  if (row.id === self.id) return true
  if (world.tickets.some((ticket) => ticket.requesterId === row.id && seesTicket(asker, ticket, world))) return true
  if (row.customerId !== self.customerId) return false
  return self.seesCompanyRecords || (self.seesGroupRecords && self.groupId !== null && row.groupId === self.groupId)
}

/** The own group; with the company right all of the customer. */
function seesGroup(asker: Asker, row: GroupRow): boolean {
  const self = asker.contact
  if (!self) return reaches(asker, row.customerId)
  return row.customerId === self.customerId && (self.seesCompanyRecords || row.id === self.groupId)
}

/** Whether the authorization is there for the one who asks: it is as visible as its customer. */
const authorized = ({ world, asker }: Question, technicianId: string, customerId: string) =>
  reaches(asker, customerId) &&
  world.authorizations.some((each) => each.technicianId === technicianId && each.customerId === customerId)

const changedAfter = where(anInstant, (row: { updatedAt: string }, after: string) => row.updatedAt > instantOf(after))

const customer = columns<CustomerRow>()
const contact = columns<ContactRow>()
const group = columns<GroupRow>()

const byId = <Row extends NodeRow>(type: Row['type']) => ({
  args: { id: anId(type) },
  value: (_row: unknown, question: Question, { id }: Args) => question.row(type, String(id)),
})

export const customers: Feature = {
  nodes: {
    Customer: nodesOf<CustomerRow>(({ customers }) => customers, byName(), seesCustomer),
    Contact: nodesOf<ContactRow>(({ contacts }) => contacts, byName(), seesContact),
    Group: nodesOf<GroupRow>(({ groups }) => groups, byName(), seesGroup),
  },
  types: {
    Customer: typeOf<CustomerRow>(customerReaders, {
      ...customer.plain('id', 'version', 'name', 'kind', 'active'),
      code: ofPresent('code'),
      email: ofPresent('email'),
      phone: ofPresent('phone'),
      website: ofPresent('website'),
      address: ofPresent('address'),
      ...customer.instants('createdAt', 'updatedAt'),
      taxNumber: { rule: staff, value: ({ taxNumber }) => taxNumber },
      notes: { rule: staff, value: ({ notes }) => notes },
      contacts: connection<ContactRow, CustomerRow>('Contact', 'contacts', {
        of: ({ id }, { customerId }) => customerId === id,
        filter: 'ContactFilter',
        orderBy: 'ContactOrder',
      }),
      technicians: connection<TechnicianRow, CustomerRow>('Technician', 'technicians', {
        rule: staff,
        of: ({ id }, technician, question) => authorized(question, technician.id, id),
      }),
      groups: connection<GroupRow, CustomerRow>('Group', 'groups', {
        of: ({ id }, { customerId }) => customerId === id,
      }),
      timeline: connection<AuditEventRow, CustomerRow>('AuditEvent', 'timeline', {
        rule: staff,
        of: ({ id }, { customerId }) => customerId === id,
      }),
      assets: connection<AssetRow, CustomerRow>('Asset', 'assets', {
        rule: may('CUSTOMERS_READ'),
        of: ({ id }, { customerId }) => customerId === id,
        filter: 'AssetFilter',
      }),
      tickets: ticketsOf<CustomerRow>('customerId'),
      openTicketCount: {
        rule: ticketReaders,
        value: ({ id }, question) =>
          question.rows<TicketRow>('Ticket').filter((row) => row.customerId === id && isOpen(row)).length,
      },
      ...customerContracts,
      timeEntries: timeOf<CustomerRow>('customerId'),
      viewerCanEdit: { value: (_row, { asker }) => asker.permissions.has('CUSTOMERS_WRITE') },
    }),
    Contact: typeOf<ContactRow>(customerReaders, {
      ...contact.plain(
        'id',
        'version',
        'name',
        'email',
        'title',
        'locale',
        'active',
        'seesCompanyRecords',
        'seesGroupRecords',
      ),
      ...contact.instants('createdAt', 'updatedAt'),
      // A colleague's phone is for staff and keys; one's own is one's own.
      phone: { value: ({ id, phone }, { asker }) => (asker.kind === 'CONTACT' && asker.id !== id ? null : phone) },
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      group: { value: ({ groupId }, question) => question.row('Group', groupId) },
      canSignIn: {
        value: ({ active, accountId, customerId }, { world }) =>
          active && accountId !== null && world.customers.some((each) => each.id === customerId && each.active),
      },
      lastSeenAt: {
        rule: staff,
        value: ({ accountId }, { world }) => lastSeen(world.accounts.find(({ id }) => id === accountId)?.lastSeenAt),
      },
      tickets: ticketsOf<ContactRow>('requesterId'),
      timeline: connection<AuditEventRow, ContactRow>('AuditEvent', 'timeline', {
        rule: staff,
        of: ({ id }, { subjectId }) => subjectId === id,
      }),
    }),
    Group: typeOf<GroupRow>(customerReaders, {
      ...group.plain('id', 'version', 'name'),
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      members: connection<ContactRow, GroupRow>('Contact', 'members', { of: ({ id }, { groupId }) => groupId === id }),
    }),
    ContactReach: typeOf<Reach>(staffReaders, {
      ...columns<Reach>().plain('colleagues'),
      tickets: { rule: staffMay('TICKETS_READ'), value: ({ tickets }) => tickets.length },
      ticketsOfColleagues: {
        rule: staffMay('TICKETS_READ'),
        value: ({ tickets, mine }) => tickets.filter(({ requesterId }) => !mine.has(requesterId)).length,
      },
    }),
  },
  roots: {
    customers: {
      ...connection<CustomerRow>('Customer', 'customers', {
        // A former customer is none of one's customers.
        of: (_all, { id }, { asker }) => !asker.contact || id === asker.contact.customerId,
        filter: 'CustomerFilter',
        orderBy: 'CustomerOrder',
      }),
      rule: customerReaders,
    },
    customer: { ...byId('Customer'), rule: customerReaders },
    contacts: {
      ...connection('Contact', 'contacts', { filter: 'ContactFilter', orderBy: 'ContactOrder' }),
      rule: customerReaders,
    },
    contact: { ...byId('Contact'), rule: customerReaders },
    groups: { ...connection('Group', 'groups', { filter: 'GroupFilter' }), rule: customerReaders },
    group: { ...byId('Group'), rule: customerReaders },
    customerDuplicates: {
      rule: staffReaders,
      args: { name: textAbout('Customer'), exceptId: anId('Customer') },
      value: (_row: unknown, question, args) =>
        duplicates(question, String(args['name']), args['exceptId'] as string | null),
    },
    contactReach: {
      rule: staffReaders,
      args: { contactId: anId('Contact'), seesCompanyRecords: aFlag, seesGroupRecords: aFlag, groupId: anId('Group') },
      value: (_row: unknown, question, args) => reachOf(question, args),
    },
  },
  filters: {
    CustomerFilter: {
      updatedAfter: changedAfter,
      text: where(textAbout('Customer'), (row: CustomerRow, text: string) => contains(customerText(row), text)),
      kind: where(oneOf('EXTERNAL', 'INTERNAL'), (row: CustomerRow, kind: string) => row.kind === kind),
      active: where(aFlag, (row: CustomerRow, active: boolean) => row.active === active),
      technicianId: where(
        anId('Technician'),
        (row: CustomerRow, id: string, question) => authorized(question, id, row.id),
        staff,
      ),
      planId: underPlan,
    },
    ContactFilter: {
      updatedAfter: changedAfter,
      text: where(textAbout('Contact'), (row: ContactRow, text: string) => contains(contactText(row), text)),
      customerId: where(anId('Customer'), (row: ContactRow, id: string) => row.customerId === id),
      groupId: where(anId('Group'), (row: ContactRow, id: string) => row.groupId === id),
      active: where(aFlag, (row: ContactRow, active: boolean) => row.active === active),
      seesCompanyRecords: where(aFlag, (row: ContactRow, sees: boolean) => row.seesCompanyRecords === sees),
      seesGroupRecords: where(aFlag, (row: ContactRow, sees: boolean) => row.seesGroupRecords === sees),
    },
    GroupFilter: {
      text: where(textAbout('Group'), (row: GroupRow, text: string) => contains(row.name, text)),
      customerId: where(anId('Customer'), (row: GroupRow, id: string) => row.customerId === id),
    },
  },
  orders: {
    CustomerOrder: {
      NAME_ASC: byName(),
      NAME_DESC: byName(true),
      CREATED_AT_ASC: byInstant('createdAt'),
      CREATED_AT_DESC: byInstant('createdAt', true),
    },
    ContactOrder: { NAME_ASC: byName(), NAME_DESC: byName(true), CREATED_AT_DESC: byInstant('createdAt', true) },
  },
  mutations: {
    createCustomer: {
      rule: both(writers, unlimited),
      harmless: () => ({ name: ' ' }),
      good: () => ({ name: 'Yeni müşteri' }),
      ids: { technicianIds: 'Technician' },
      guarded: {
        technicianIds: { rule: staff, value: [] },
        notes: { rule: staff, value: 'not' },
        taxNumber: { rule: staff, value: '1' },
      },
    },
    updateCustomer: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => versioned(question.rows<CustomerRow>('Customer')[0]),
      ids: { id: 'Customer' },
      guarded: { notes: { rule: staff, value: 'not' }, taxNumber: { rule: staff, value: '1' } },
    },
    deleteCustomer: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => versioned(question.rows<CustomerRow>('Customer')[0]),
      ids: { id: 'Customer' },
    },
    setAuthorizedTechnicians: {
      rule: staffWriters,
      harmless: ({ missing }) => ({ customerId: missing[0], technicianIds: [] }),
      good: (question) => {
        const [row] = question.rows('Customer')
        return row ? { customerId: row.id, technicianIds: [] } : null
      },
      ids: { customerId: 'Customer', technicianIds: 'Technician' },
    },
    createContact: {
      rule: writers,
      harmless: ({ missing }) => ({ customerId: missing[0], name: 'Kimse' }),
      good: (question) => inActive(question, ({ id }) => ({ customerId: id, name: 'Yeni kişi' })),
      ids: { customerId: 'Customer', groupId: 'Group' },
    },
    updateContact: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => versioned(question.rows<ContactRow>('Contact')[0]),
      ids: { id: 'Contact', groupId: 'Group' },
    },
    setContactActive: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1, active: false }),
      good: (question) => versioned(question.rows<ContactRow>('Contact')[0], { active: false }),
      ids: { id: 'Contact' },
    },
    deleteContact: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => versioned(question.rows<ContactRow>('Contact')[0]),
      ids: { id: 'Contact' },
    },
    moveContact: {
      rule: staffWriters,
      harmless: ({ missing }) => ({ contactId: missing[0], customerId: missing[1] }),
      good: movable,
      ids: { contactId: 'Contact', customerId: 'Customer', groupId: 'Group' },
    },
    inviteContact: {
      rule: staffWriters,
      harmless: ({ missing }) => ({ contactId: missing[0] }),
      good: () => ({}),
      ids: { contactId: 'Contact' },
    },
    createGroup: {
      rule: writers,
      harmless: ({ missing }) => ({ customerId: missing[0], name: 'Yok' }),
      good: (question) => inActive(question, ({ id }) => ({ customerId: id, name: 'Yeni grup' })),
      ids: { customerId: 'Customer', contactIds: 'Contact' },
    },
    updateGroup: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => versioned(question.rows<GroupRow>('Group')[0]),
      ids: { id: 'Group', contactIds: 'Contact' },
    },
    deleteGroup: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => versioned(question.rows<GroupRow>('Group')[0]),
      ids: { id: 'Group' },
    },
  },
}

export const lastSeen = (instant: string | null | undefined): string | null =>
  instant ? `${instant.slice(0, 23)}Z` : null

const versioned = (row: { id: string; version: number } | undefined, more: Args = {}): Args | null =>
  row ? { id: row.id, version: row.version, ...more } : null

function inActive(question: Question, make: (row: CustomerRow) => Args): Args | null {
  const row = question.rows<CustomerRow>('Customer').find(({ active }) => active)
  return row ? make(row) : null
}

/** A contact who can go somewhere, and where. */
function movable(question: Question): Args | null {
  const active = question.rows<CustomerRow>('Customer').filter((row) => row.active)
  for (const row of question.rows<ContactRow>('Contact')) {
    const to = active.find(({ id }) => id !== row.customerId)
    if (row.active && row.accountId && to) return { contactId: row.id, customerId: to.id }
  }
  return null
}

/** Active customers with a name like this one, the likest first, five at most. */
function duplicates(question: Question, name: string, exceptId: string | null): CustomerRow[] {
  const typed = fold(name)
  const like = (row: CustomerRow) => likeness(fold(row.name), typed)
  return question
    .rows<CustomerRow>('Customer')
    .filter((row) => row.active && row.id !== exceptId && (like(row) >= alike || fold(row.name) === typed))
    .sort((left, right) => like(right) - like(left) || byCode(left.id, right.id))
    .slice(0, 5)
}

interface Reach {
  colleagues: number
  /** Tickets of the customer that would be visible. */
  tickets: TicketRow[]
  /** Contacts of the same sign-in. */
  mine: ReadonlySet<string>
}

/** Active colleagues whose records the contact would see with these rights, and what would be visible. */
function reachOf(question: Question, args: Args): Reach | null {
  const row = question.row<ContactRow>('Contact', String(args['contactId']))
  if (!row) return null
  const groupId = (args['groupId'] as string | null | undefined) ?? row.groupId
  const colleagues = question
    .rows<ContactRow>('Contact')
    .filter((each) => each.customerId === row.customerId && each.id !== row.id && each.active)
    .filter(
      (each) =>
        args['seesCompanyRecords'] || (args['seesGroupRecords'] && groupId !== null && each.groupId === groupId),
    )
  const rights = {
    ...row,
    groupId,
    active: true,
    seesCompanyRecords: Boolean(args['seesCompanyRecords']),
    seesGroupRecords: Boolean(args['seesGroupRecords']),
  }
  const { world } = question
  const tickets = question
    .rows<TicketRow>('Ticket')
    .filter((each) => each.customerId === row.customerId && reasonsOf(rights, each, world).length > 0)
  return { colleagues: colleagues.length, tickets, mine: contactsOfSignIn(rights, world) }
}
