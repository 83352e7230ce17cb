/** Technicians, roles and users, as the specification has them. */
import type { ContactRow, CustomerRow, NodeRow, RoleRow, TechnicianRow } from '../world/rows.ts'
import { isStaff, reaches } from './asker.ts'
import { lastSeen } from './customers.ts'
import { columns, nodesOf, typeOf, where, type Args, type Feature } from './feature.ts'
import { byCode, byTurkish, fold } from './fold.ts'
import { connection, page } from './lists.ts'
import { byName } from './orders.ts'
import { allPermissions } from './permissions.ts'
import type { Question } from './question.ts'
import { anybody, both, named, staff, staffMay } from './rules.ts'
import { aFlag, anId, oneOf, someIds, textAbout } from './values.ts'

const organizers = staffMay('ORGANIZATION_WRITE')
const rates = staffMay('BILLING_READ')

const contains = ({ name, email }: { name: string; email: string | null }, part: string) =>
  fold(`${name} ${email ?? ''}`).includes(fold(part))
const sorted = <Row extends { id: string; name: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((left, right) => byTurkish(left.name, right.name) || byCode(left.id, right.id))

/** With the decimals of its currency; a price of work may have more, up to four. */
function inCurrency(amount: string, places: number): string {
  const [, fraction = ''] = amount.replace(/(\.\d*?)0+$/, '$1').split('.')
  return Number(amount).toFixed(Math.max(places, fraction.length))
}

/** Decimals that an amount is printed with. */
const decimals: Record<string, number> = { TRY: 2, EUR: 2, JPY: 0, KWD: 3 }

interface Money {
  amount: string
  currency: string
}
interface Effect {
  technician: TechnicianRow
  visibleCustomers: number
  allCustomers: number
}

const technician = columns<TechnicianRow>()
const role = columns<RoleRow>()

export const organization: Feature = {
  nodes: {
    // Names of technicians are no secret among staff; others are told who works on a ticket, and find nobody by an id.
    Technician: nodesOf<TechnicianRow>(
      ({ technicians }) => technicians,
      byName(),
      () => true,
      isStaff,
    ),
    Role: nodesOf<RoleRow>(({ roles }) => roles, byName(), isStaff),
  },
  types: {
    Technician: typeOf<TechnicianRow>(named, {
      ...technician.plain('id', 'name'),
      version: { rule: staff, value: ({ version }) => version },
      email: { rule: staff, value: ({ email }) => email },
      active: { rule: staff, value: ({ active }) => active },
      role: { rule: organizers, value: ({ roleId }, question) => question.row('Role', roleId) },
      lastSeenAt: {
        rule: organizers,
        value: ({ accountId }, { world }) => lastSeen(world.accounts.find(({ id }) => id === accountId)?.lastSeenAt),
      },
      authorizedCustomers: connection<CustomerRow, TechnicianRow>('Customer', 'authorizedCustomers', {
        rule: staffMay('CUSTOMERS_READ'),
        of: ({ id }, customer, { world }) =>
          world.authorizations.some(
            ({ technicianId, customerId }) => technicianId === id && customerId === customer.id,
          ),
      }),
      costRate: {
        rule: rates,
        value: ({ costRate, costRateCurrency }): Money | null =>
          costRate === null ? null : { amount: costRate, currency: costRateCurrency! },
      },
    }),
    Money: typeOf<Money>(anybody, {
      currency: { value: ({ currency }) => currency },
      amount: { value: ({ amount, currency }) => inCurrency(amount, decimals[currency]!) },
    }),
    Role: typeOf<RoleRow>(organizers, {
      ...role.plain('id', 'version', 'name', 'onlyAuthorizedCustomers', 'administrator'),
      permissions: { value: ({ administrator, permissions }) => (administrator ? allPermissions : permissions) },
      members: connection<TechnicianRow, RoleRow>('Technician', 'members', {
        of: ({ id }, { roleId, active }) => active && roleId === id,
      }),
    }),
    RoleEffect: typeOf<Effect>(organizers, {
      ...columns<Effect>().plain('technician', 'visibleCustomers', 'allCustomers'),
    }),
  },
  roots: {
    technicians: { ...connection('Technician', 'technicians', { filter: 'TechnicianFilter' }), rule: staff },
    technician: {
      rule: staff,
      args: { id: anId('Technician') },
      value: (_row: unknown, question, { id }) => question.row('Technician', String(id)),
    },
    users: {
      rule: organizers,
      value: (_row: unknown, question, args) => page('users', users(question, args), byName(), question, args),
    },
    roles: { rule: organizers, value: (_row: unknown, question) => sorted(question.rows<RoleRow>('Role')) },
    role: {
      rule: organizers,
      args: { id: anId('Role') },
      value: (_row: unknown, question, { id }) => question.row('Role', String(id)),
    },
    roleEffect: {
      rule: both(organizers, staffMay('CUSTOMERS_READ')),
      args: { onlyAuthorizedCustomers: aFlag, memberIds: someIds('Technician') },
      value: (_row: unknown, question, args) => effects(question, args),
    },
  },
  filters: {
    TechnicianFilter: {
      text: where(textAbout('Technician'), contains),
      active: where(aFlag, (row: TechnicianRow, active: boolean) => row.active === active),
      roleId: where(anId('Role'), (row: TechnicianRow, id: string) => row.roleId === id, organizers),
      customerId: where(
        anId('Customer'),
        (row: TechnicianRow, id: string, { world, asker }) =>
          reaches(asker, id) &&
          world.authorizations.some(({ technicianId, customerId }) => technicianId === row.id && customerId === id),
        staffMay('CUSTOMERS_READ'),
      ),
    },
    UserFilter: {
      text: where(textAbout('Technician', 'Contact'), contains),
      active: where(aFlag, (row: TechnicianRow | ContactRow, active: boolean) => row.active === active),
      kind: where(oneOf('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER'), (row: NodeRow, kind: string, { world }) => {
        if (row.type !== 'Technician') return kind === 'CONTACT'
        return kind === (world.roles.find(({ id }) => id === row.roleId)!.administrator ? 'ADMIN' : 'TECHNICIAN')
      }),
    },
  },
  mutations: {
    createTechnician: {
      rule: organizers,
      harmless: ({ roles }) => ({ name: ' ', email: 'x@ornek.com', roleId: roles[0]!.id }),
      good: () => ({ name: 'Yeni teknisyen', email: 'yeni@ornek.com' }),
      ids: { roleId: 'Role' },
      guarded: { costRate: { rule: rates, value: { amount: '1', currency: 'TRY' } } },
    },
    updateTechnician: {
      rule: organizers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: plainTechnician,
      ids: { id: 'Technician', roleId: 'Role' },
      guarded: { costRate: { rule: rates, value: { amount: '1', currency: 'TRY' } } },
    },
    inviteTechnician: {
      rule: organizers,
      harmless: ({ missing }) => ({ technicianId: missing[0] }),
      good: () => ({}),
      ids: { technicianId: 'Technician' },
    },
    convertToTechnician: {
      rule: organizers,
      harmless: ({ missing }) => ({ contactId: missing[0], roleId: missing[1] }),
      good: (question) => {
        const own = new Set(
          question
            .rows<CustomerRow>('Customer')
            .filter(({ kind }) => kind === 'INTERNAL')
            .map(({ id }) => id),
        )
        const user = question
          .rows<ContactRow>('Contact')
          .find((row) => row.active && row.accountId && own.has(row.customerId))
        return user ? { contactId: user.id, roleId: question.rows('Role')[0]!.id } : null
      },
      ids: { contactId: 'Contact', roleId: 'Role' },
    },
    convertToUser: {
      rule: organizers,
      harmless: ({ missing }) => ({ technicianId: missing[0] }),
      good: () => ({}),
      ids: { technicianId: 'Technician' },
    },
    createRole: {
      rule: organizers,
      harmless: () => ({ name: ' ', permissions: [], onlyAuthorizedCustomers: true }),
      good: () => ({ name: 'Yeni rol', permissions: [], onlyAuthorizedCustomers: true }),
      ids: { memberIds: 'Technician' },
    },
    updateRole: {
      rule: organizers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => {
        const row = question.rows<RoleRow>('Role').find(({ administrator }) => !administrator)
        return row ? { id: row.id, version: row.version } : null
      },
      ids: { id: 'Role', memberIds: 'Technician' },
    },
    deleteRole: {
      rule: organizers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'Role' },
    },
  },
}

function plainTechnician(question: Question): Args | null {
  const administrator = question.rows<RoleRow>('Role').find((row) => row.administrator)
  const row = question.rows<TechnicianRow>('Technician').find(({ roleId }) => roleId !== administrator?.id)
  return row ? { id: row.id, version: row.version } : null
}

/** How many customers each of these would see, as far as the one who asks sees them; by name. */
function effects(question: Question, args: Args): Effect[] {
  const ids = new Set(args['memberIds'] as string[])
  const customers = question.rows<CustomerRow>('Customer')
  return sorted(question.rows<TechnicianRow>('Technician').filter(({ id }) => ids.has(id))).map((row) => {
    const authorized = customers.filter(({ id }) =>
      question.world.authorizations.some(
        ({ technicianId, customerId }) => technicianId === row.id && customerId === id,
      ),
    )
    const visible = args['onlyAuthorizedCustomers'] ? authorized : customers
    return { technician: row, visibleCustomers: visible.length, allCustomers: customers.length }
  })
}

/**
 * Everybody with a sign-in, once, of those who are there for the one who asks: as technician, unless that is over and
 * the person is an active contact again; else as contact, the active one before the latest.
 */
function users(question: Question, args: Args): NodeRow[] {
  const contacts = question.open('Contact')
    ? question.rows<ContactRow>('Contact').filter(({ accountId }) => accountId)
    : []
  const technicians = question.rows<TechnicianRow>('Technician')
  const accounts = new Set([...technicians, ...contacts].map(({ accountId }) => accountId))
  const people = [...accounts].map((account): NodeRow => {
    const technician = technicians.find(({ accountId }) => accountId === account)
    const latest = [...contacts.filter(({ accountId }) => accountId === account)].sort(
      (left, right) =>
        Number(right.active) - Number(left.active) ||
        byCode(right.createdAt, left.createdAt) ||
        byCode(right.id, left.id),
    )[0]
    return technician && (technician.active || !latest?.active) ? technician : latest!
  })
  const given = Object.entries((args['filter'] ?? {}) as Args).filter(([, value]) => value != null)
  const cases = question.model.filters['UserFilter']!
  return people.filter((row) =>
    given.every(([name, value]) => cases[name]!.holds(row as never, value as never, question)),
  )
}
