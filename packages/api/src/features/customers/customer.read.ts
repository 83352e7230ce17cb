/** How customers, contacts and groups stand on their tables, for `core/read`. */
import {
  after,
  byInstant,
  byName,
  column,
  connection,
  equals,
  folded,
  foldedOnce,
  one,
  type Expr,
  type Pen,
  type TypeModel,
} from '../../core/read/model.ts'
import { maxName } from './values.ts'

const updatedAfter = after('updated_at')
/** The customer that the contact who asks belongs to now. */
const isPresent = (t: string, pen: Pen) => `${t}.id = ${pen.principal((who) => who.customerId, 'uuid')}`
/** Whoever moved to another company knows the former one by its name only. */
const ofPresentCustomer =
  (name: string): Expr =>
  (t, pen) =>
    pen.kind === 'CONTACT' ? `case when ${isPresent(t, pen)} then ${t}.${name} end` : `${t}.${name}`
const orders = {
  NAME_ASC: byName(),
  NAME_DESC: byName(true),
  CREATED_AT_ASC: byInstant('created_at', false),
  CREATED_AT_DESC: byInstant('created_at', true),
}

export const customerModels: TypeModel[] = [
  {
    name: 'Customer',
    table: 'customer',
    scope: 'id',
    keysFirst: ['walked'],
    orders,
    defaultOrder: 'NAME_ASC',
    filters: {
      updatedAfter,
      text: folded('search_fold'),
      kind: equals('kind', 'text'),
      active: equals('active', 'boolean'),
      technicianId: (t, pen, path) =>
        `exists (select from technician_customer a where a.customer_id = ${t}.id and a.technician_id = ${pen.arg(path, 'uuid')})`,
    },
    fields: {
      ...Object.fromEntries(
        ['code', 'email', 'phone', 'website', 'address'].map((name) => [name, column(ofPresentCustomer(name))]),
      ),
      contacts: connection('Contact', (c, p) => `${c}.customer_id = ${p}.id`),
      technicians: connection(
        'Technician',
        // As an array they are looked up; a join would look through all technicians once for each customer.
        (t, p) =>
          `${t}.id = any (array(select a.technician_id from technician_customer a where a.customer_id = ${p}.id))`,
      ),
      groups: connection('Group', (g, p) => `${g}.customer_id = ${p}.id`),
      timeline: connection('AuditEvent', (e, p) => `${e}.customer_id = ${p}.id`),
      viewerCanEdit: column((_t, pen) => pen.principal((who) => who.permissions.has('CUSTOMERS_WRITE'), 'boolean')),
    },
  },
  {
    name: 'Contact',
    table: 'contact',
    scope: 'customer_id',
    keysFirst: ['narrowed', 'walked'],
    orders,
    defaultOrder: 'NAME_ASC',
    filters: {
      updatedAfter,
      text: folded('search_fold'),
      customerId: equals('customer_id', 'uuid'),
      groupId: equals('group_id', 'uuid'),
      active: equals('active', 'boolean'),
      seesCompanyRecords: equals('sees_company_records', 'boolean'),
      seesGroupRecords: equals('sees_group_records', 'boolean'),
    },
    fields: {
      // A colleague's phone is staff's alone; one's own is one's own.
      phone: column((t, pen) =>
        pen.kind === 'CONTACT'
          ? `case when ${t}.id = ${pen.principal((who) => who.id, 'uuid')} then ${t}.phone end`
          : `${t}.phone`,
      ),
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      group: one('Group', (g, p) => `${g}.id = ${p}.group_id`),
      canSignIn: column(
        (t) =>
          `(${t}.active and ${t}.account_id is not null and exists (select from customer k where k.id = ${t}.customer_id and k.active))`,
      ),
      lastSeenAt: { is: 'code', needs: ['account_id'] },
      timeline: connection('AuditEvent', (e, p) => `${e}.subject_id = ${p}.id`),
    },
  },
  {
    name: 'Group',
    table: 'customer_group',
    scope: 'customer_id',
    orders: { NAME_ASC: byName() },
    defaultOrder: 'NAME_ASC',
    filters: { text: folded('name_fold'), customerId: equals('customer_id', 'uuid') },
    fields: {
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      members: connection('Contact', (c, p) => `${c}.group_id = ${p}.id`),
    },
  },
  {
    name: 'ContactReach',
    fields: {
      colleagues: column(
        (t) => `(select count(*) from contact c where c.customer_id = ${t}.customer_id and c.id <> ${t}.id and c.active
          and (${t}.asked_company or (${t}.asked_group_right and c.group_id = ${t}.asked_group)))`,
      ),
    },
  },
]

/** Root fields of Query that this feature answers. */
export const customerRoots: TypeModel['fields'] = {
  // A former customer is named by old tickets, and is none of one's customers.
  customers: connection('Customer', (c, _p, pen) => (pen.kind === 'CONTACT' ? isPresent(c, pen) : 'true')),
  customer: one('Customer', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  customerDuplicates: {
    is: 'list',
    to: 'Customer',
    from: (t, _p, pen) => {
      // No name is longer, and every letter is compared with every customer.
      const name = foldedOnce(pen.arg('name', 'text', (value) => String(value).slice(0, maxName)))
      return `(select c.*, similarity(c.name_fold, ${name}) as likeness from customer c
        where c.active and c.id is distinct from ${pen.arg('exceptId', 'uuid')} and (c.name_fold % ${name} or c.name_fold = ${name})
        order by likeness desc, c.id limit 5) ${t}`
    },
    on: () => 'true',
    order: (t) => `${t}.likeness desc, ${t}.id`,
  },
  contacts: connection('Contact'),
  contact: one('Contact', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  contactReach: {
    is: 'one',
    to: 'ContactReach',
    from: (t, _p, pen) =>
      `(select c.*, ${pen.arg('seesCompanyRecords', 'boolean')} as asked_company, ${pen.arg('seesGroupRecords', 'boolean')} as asked_group_right,
        ${pen.has('groupId') ? pen.arg('groupId', 'uuid') : 'c.group_id'} as asked_group from contact c where c.id = ${pen.arg('contactId', 'uuid')}) ${t}`,
    on: () => 'true',
  },
  groups: connection('Group'),
  group: one('Group', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
}

/** Fields that customers add to types of the features they build on. */
export const extraFields: Record<string, TypeModel['fields']> = {
  AuditEvent: { customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`) },
  Technician: {
    authorizedCustomers: connection(
      'Customer',
      (c, p) => `${c}.id in (select a.customer_id from technician_customer a where a.technician_id = ${p}.id)`,
    ),
  },
}
