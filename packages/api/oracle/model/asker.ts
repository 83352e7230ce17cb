/** Who asks: worked out from the rows of a world, as the specification says it, for every session and key in it. */
import type { PrincipalKind } from '../../src/core/auth/principal.ts'
import { cookieOf, type Who } from '../../test/house.ts'
import type { ApiKeyRow, ContactRow, RoleRow, SessionRow, TechnicianRow, World } from '../world/rows.ts'
import { allPermissions } from './permissions.ts'

export interface Asker {
  kind: PrincipalKind
  /** Id of the technician, the contact or the key. */
  id: string
  name: string
  locale: 'tr' | 'en'
  accountId: string | null
  sessionId: string | null
  permissions: ReadonlySet<string>
  /** Customers within reach; null: all. Of a contact it is the own one. */
  reach: ReadonlySet<string> | null
  /** Set for a contact. */
  contact: ContactRow | null
}

/** Somebody with something to show: a session's cookie, a key, or nothing. */
export interface Caller {
  /** For people who read a failure. */
  label: string
  who: Who
  /** Null: nobody. 'REFUSED': what is shown does not hold (any more). */
  asker: Asker | null | 'REFUSED'
}

export const isStaff = ({ kind }: Asker): boolean => kind === 'ADMIN' || kind === 'TECHNICIAN'
export const can = (asker: Asker, permission: string): boolean =>
  asker.kind !== 'CONTACT' && asker.permissions.has(permission)
export const reaches = ({ reach }: Asker, customerId: string | null): boolean =>
  reach === null || (customerId !== null && reach.has(customerId))

/** Everybody who can knock: nobody, each session, each key. */
export function callersOf(world: World): Caller[] {
  return [
    { label: 'nobody', who: null, asker: null },
    ...world.sessions.map((session) => {
      const asker = ofSession(world, session)
      return { label: labelOf(world, asker), who: { cookie: cookieOf(session.token) }, asker }
    }),
    ...world.keys.map((key) => {
      const asker = ofKey(world, key)
      return { label: labelOf(world, asker), who: { key: world.secrets.get(key.id)! }, asker }
    }),
  ]
}

const customersOf = (world: World, technician: TechnicianRow) =>
  new Set(
    world.authorizations
      .filter(({ technicianId }) => technicianId === technician.id)
      .map(({ customerId }) => customerId),
  )

const roleOf = (world: World, technician: TechnicianRow): RoleRow =>
  world.roles.find(({ id }) => id === technician.roleId)!

/** What the role lets a technician do, and the customers: the switch never limits the administrator. */
function powersOf(world: World, technician: TechnicianRow) {
  const role = roleOf(world, technician)
  return {
    role,
    permissions: new Set<string>(role.administrator ? allPermissions : role.permissions),
    reach: role.onlyAuthorizedCustomers && !role.administrator ? customersOf(world, technician) : null,
  }
}

/** A sign-in is a technician's first, then an active contact's of an active customer, else it does not hold. */
function ofSession(world: World, session: SessionRow): Asker | 'REFUSED' {
  if (session.expired) return 'REFUSED'
  const account = world.accounts.find(({ id }) => id === session.accountId)!
  const common = { accountId: account.id, sessionId: session.id, locale: account.locale }
  const technician = world.technicians.find((each) => each.accountId === account.id && each.active)
  if (technician) {
    const { role, permissions, reach } = powersOf(world, technician)
    const kind = role.administrator ? 'ADMIN' : 'TECHNICIAN'
    return { ...common, kind, id: technician.id, name: technician.name, permissions, reach, contact: null }
  }
  const contact = world.contacts.find(
    (each) =>
      each.accountId === account.id &&
      each.active &&
      world.customers.some(({ id, active }) => id === each.customerId && active),
  )
  if (!contact) return 'REFUSED'
  const reach = new Set([contact.customerId])
  return { ...common, kind: 'CONTACT', id: contact.id, name: contact.name, permissions: new Set(), reach, contact }
}

/** A key does what it was given and what its maker may do at this moment, who must still be one that may keep keys. */
function ofKey(world: World, key: ApiKeyRow): Asker | 'REFUSED' {
  const now = new Date().toISOString()
  const maker = world.technicians.find(({ id }) => id === key.createdBy)!
  const powers = powersOf(world, maker)
  const over = (instant: string | null) => instant !== null && instant <= now
  if (over(key.expiresAt) || over(key.revokedAt) || !maker.active || !powers.permissions.has('API_KEYS_WRITE'))
    return 'REFUSED'
  const given = world.keyCustomers.filter(({ apiKeyId }) => apiKeyId === key.id).map(({ customerId }) => customerId)
  return {
    kind: 'PARTNER',
    id: key.id,
    name: key.name,
    locale: 'en',
    accountId: null,
    sessionId: null,
    permissions: new Set(key.permissions.filter((each) => powers.permissions.has(each))),
    reach: key.allCustomers
      ? powers.reach
      : new Set(given.filter((id) => powers.reach === null || powers.reach.has(id))),
    contact: null,
  }
}

function labelOf(world: World, asker: Asker | 'REFUSED'): string {
  if (asker === 'REFUSED') return 'somebody whose session or key does not hold'
  if (asker.contact) {
    const { seesCompanyRecords, seesGroupRecords, groupId } = asker.contact
    const rights = [seesCompanyRecords && 'company right', seesGroupRecords && 'group right', groupId && 'in a group']
    const customer = world.customers.find(({ id }) => id === asker.contact!.customerId)!
    return `contact ${asker.name} of ${customer.name} (${rights.filter(Boolean).join(', ') || 'no rights'})`
  }
  const reach = asker.reach === null ? 'all customers' : `${asker.reach.size} customers`
  const permissions =
    asker.permissions.size === allPermissions.length ? 'everything' : [...asker.permissions].join(' ') || 'nothing'
  return `${asker.kind.toLowerCase()} ${asker.name} (${reach}; may: ${permissions})`
}
