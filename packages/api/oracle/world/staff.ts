/** Roles, technicians with their authorizations, and partners' keys. */
import { createHash } from 'node:crypto'
import type { Dice } from '../dice.ts'
import { allPermissions } from '../model/permissions.ts'
import { always, instant, longAgo, never, stamps } from './instants.ts'
import { addAccount, addContact } from './people.ts'
import type { ApiKeyRow, CustomerRow, RoleRow, TechnicianRow, World } from './rows.ts'
import { personName } from './words.ts'

export function addStaff(dice: Dice, world: World): void {
  const role = (
    name: string,
    permissions: readonly string[],
    onlyAuthorizedCustomers = false,
    administrator = false,
  ): RoleRow => {
    const row: RoleRow = {
      type: 'Role',
      id: dice.uuid(),
      version: dice.int(1, 3),
      name,
      permissions: [...permissions],
      onlyAuthorizedCustomers,
      administrator,
      ...stamps(dice),
    }
    world.roles.push(row)
    return row
  }
  const technician = (of: RoleRow, customers: readonly CustomerRow[] = [], active = true): TechnicianRow => {
    const row = addTechnician(dice, world, of, active)
    for (const { id } of customers)
      world.authorizations.push({ technicianId: row.id, customerId: id, createdAt: instant(dice) })
    return row
  }
  const some = () => dice.some(world.customers, 1, 2)
  const few = () => dice.some(allPermissions, 1, 6)

  // What a newer version brings is an administrator's without being in the list; the switch does not limit one either.
  const administrator = role('Yönetici', dice.some(allPermissions), dice.chance(50), true)
  const everything = role('Çözüm uzmanı', allPermissions)
  const everythingHere = role('Iğdır bölgesi', allPermissions, true)
  const readers = role('İzleyici', ['CUSTOMERS_READ'], true)
  const nothing = role('Stajyer', [])
  const others = dice.times(dice.int(1, 3), (index) => role(`Öz rol ${index}`, few(), dice.chance(50)))

  const [first, second] = world.customers as [CustomerRow, CustomerRow]
  technician(administrator)
  technician(administrator, [], dice.chance(50))
  technician(everything, dice.chance(50) ? some() : [])
  // One customer more than the keys of this person are given.
  technician(everythingHere, [first, ...dice.some(world.customers.slice(2), 1, 1)])
  technician(everythingHere, [])
  technician(readers, [second])
  technician(nothing, some())
  technician(everything, [], false)
  technician(role('Anahtarcı', ['CUSTOMERS_READ', 'API_KEYS_WRITE']))
  technician(role('Örgüt', ['ORGANIZATION_WRITE', 'AUDIT_READ']))
  technician(role('Kalabalık', ['CUSTOMERS_READ', ...few()], true), world.customers)
  // Contracts and own time, and neither what it costs nor whose people are told.
  technician(role('Sözleşmeci', ['CONTRACTS_READ', 'TICKETS_READ', 'TIME_WRITE']))
  for (const each of others) technician(each, dice.chance(70) ? some() : [])

  convert(dice, world, everythingHere)
  addKeys(dice, world)
}

type Person = Pick<TechnicianRow, 'accountId' | 'name' | 'email'>

function newPerson(dice: Dice, world: World): Person {
  const { id, name, email } = addAccount(dice, world, personName(dice))
  return { accountId: id, name, email }
}

function addTechnician(
  dice: Dice,
  world: World,
  role: RoleRow,
  active: boolean,
  person = newPerson(dice, world),
): TechnicianRow {
  const rate = dice.pick([null, ['1250.5000', 'TRY'], ['99.9900', 'EUR'], ['80.0000', 'JPY'], ['7.1250', 'KWD']])
  const row: TechnicianRow = {
    type: 'Technician',
    id: dice.uuid(),
    version: dice.int(1, 3),
    roleId: role.id,
    ...person,
    active,
    costRate: rate?.[0] ?? null,
    costRateCurrency: rate?.[1] ?? null,
    ...stamps(dice),
  }
  world.technicians.push(row)
  return row
}

/** Users who became technicians, and a technician who is a user again. */
function convert(dice: Dice, world: World, role: RoleRow): void {
  const own = world.customers.filter(({ kind }) => kind === 'INTERNAL')
  for (const back of [false, true]) {
    const contact = addContact(dice, world, dice.pick(own), { active: back, seesCompanyRecords: back })
    addTechnician(dice, world, role, !back, {
      accountId: contact.accountId!,
      name: contact.name,
      email: contact.email!,
    })
  }
}

function addKeys(dice: Dice, world: World): void {
  const [admin, , full, limited, unlucky, reader, , passive, keeper] = world.technicians
  const [first, second] = world.customers as [CustomerRow, CustomerRow]
  const key = (
    maker: TechnicianRow,
    permissions: readonly string[],
    customers: 'ALL' | readonly CustomerRow[],
    more: Partial<ApiKeyRow> = {},
  ) => {
    const prefix = dice.hex(8)
    const secret = `accord_${prefix}_${dice.hex(43)}`
    const row: ApiKeyRow = {
      type: 'ApiKey',
      id: dice.uuid(),
      name: `Anahtar ${world.keys.length}`,
      prefix,
      permissions: [...permissions],
      allCustomers: customers === 'ALL',
      createdBy: maker.id,
      createdAt: instant(dice),
      expiresAt: dice.maybe(50, () => never),
      lastUsedAt: always,
      revokedAt: null,
      ...more,
    }
    world.keys.push(row)
    world.secrets.set(row.id, secret)
    if (customers !== 'ALL')
      for (const { id } of customers) world.keyCustomers.push({ apiKeyId: row.id, customerId: id })
  }
  key(admin!, allPermissions, 'ALL')
  key(full!, ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'], [second])
  key(limited!, ['CUSTOMERS_READ', ...dice.some(allPermissions, 0, 3)], 'ALL')
  // Given more than its maker reaches by now: both have to hold.
  key(limited!, ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'], [first, second])
  key(unlucky!, allPermissions, 'ALL')
  key(full!, dice.some(allPermissions, 0, 2), dice.some(world.customers, 1, 3), {
    revokedAt: dice.maybe(70, () => never),
  })
  key(full!, allPermissions, 'ALL', { expiresAt: longAgo, lastUsedAt: null })
  key(full!, allPermissions, 'ALL', { revokedAt: longAgo, lastUsedAt: null })
  key(passive!, allPermissions, 'ALL', { lastUsedAt: null })
  // More than its maker may.
  key(keeper!, allPermissions, 'ALL')
  key(admin!, ['CONTRACTS_READ'], 'ALL')
  // Its maker may not make keys any more.
  key(reader!, ['CUSTOMERS_READ'], 'ALL', { lastUsedAt: null })
}

/** SHA-256 of what the key is sent as, as `bytea` is written. */
export const hashOf = (secret: string): string => `\\x${createHash('sha256').update(secret).digest('hex')}`
