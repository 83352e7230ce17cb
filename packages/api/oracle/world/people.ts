/** Customers with their groups and contacts, and the sign-ins behind people. */
import type { Dice } from '../dice.ts'
import { fold } from '../model/fold.ts'
import { instant, stamps } from './instants.ts'
import type { AccountRow, ContactRow, CustomerRow, World } from './rows.ts'
import { companyName, groupName, jobTitle, mailDomain, personName } from './words.ts'

/** More than a page of 25, sometimes: what is asked without `first` must end there. */
const crowd = 28

export function addCustomers(dice: Dice, world: World): void {
  const count = dice.int(3, 6)
  for (let index = 0; index < count; index += 1) {
    // The first two are always there for people to belong to; the third is our own department.
    const kind = index === 2 || (index > 2 && dice.chance(30)) ? 'INTERNAL' : 'EXTERNAL'
    const active = index < 3 || dice.chance(50)
    world.customers.push(customer(dice, world, kind, active))
  }
  for (const [index, each] of world.customers.entries()) {
    const names = new Set<string>()
    for (let left = dice.int(index < 2 ? 2 : 0, 3); left > 0; left -= 1) {
      const name = groupName(dice)
      if (names.has(fold(name))) continue
      names.add(fold(name))
      world.groups.push({
        type: 'Group',
        id: dice.uuid(),
        version: dice.int(1, 3),
        customerId: each.id,
        name,
        ...stamps(dice),
      })
    }
  }
}

export function addContacts(dice: Dice, world: World): void {
  const rights = [
    { seesCompanyRecords: true, seesGroupRecords: false },
    { seesCompanyRecords: false, seesGroupRecords: true },
    { seesCompanyRecords: false, seesGroupRecords: false },
  ]
  for (const [index, customer] of world.customers.entries()) {
    const groups = world.groups.filter(({ customerId }) => customerId === customer.id)
    // At the first two customers every combination of rights can sign in, and has colleagues in the group.
    if (index < 2)
      for (const each of rights) addContact(dice, world, customer, { ...each, groupId: groups[0]?.id ?? null })
    // Who would see all of it, were he or she still active; and who would come in, were the customer.
    if (index === 0)
      addContact(dice, world, customer, {
        active: false,
        seesCompanyRecords: true,
        seesGroupRecords: true,
        groupId: groups[0]!.id,
      })
    if (!customer.active) addContact(dice, world, customer, {})
    const more = dice.chance(8) ? crowd : dice.int(0, 4)
    for (let left = more; left > 0; left -= 1)
      addContact(dice, world, customer, {
        seesCompanyRecords: dice.chance(20),
        seesGroupRecords: dice.chance(30),
        groupId: groups.length > 0 && dice.chance(60) ? dice.pick(groups).id : null,
        signIn: dice.chance(60),
        active: dice.chance(80),
      })
  }
  const [first, second] = world.customers as [CustomerRow, CustomerRow]
  move(dice, world, first, second)
  if (dice.chance(50)) move(dice, world, second, dice.pick(world.customers))
  comeBack(dice, world, first, second)
}

/** A contact who left for another customer and came back: two contacts of one sign-in at one customer. */
function comeBack(dice: Dice, world: World, home: CustomerRow, away: CustomerRow): void {
  const before = addContact(dice, world, home, { groupId: null, active: false })
  for (const each of [away, home]) {
    const back = addContact(dice, world, each, { groupId: null, signIn: false, active: each === home })
    Object.assign(back, { accountId: before.accountId, email: before.email, name: before.name })
  }
}

/** A contact who left for another customer: the old one passive, the new one with the same sign-in. */
function move(dice: Dice, world: World, from: CustomerRow, to: CustomerRow): void {
  if (from === to) return
  const old = addContact(dice, world, from, { groupId: null, active: false })
  const moved = addContact(dice, world, to, { groupId: null, signIn: false, seesCompanyRecords: dice.chance(30) })
  Object.assign(moved, { accountId: old.accountId, email: old.email, name: old.name })
}

export function addAccount(dice: Dice, world: World, name: string): AccountRow {
  const account: AccountRow = {
    id: dice.uuid(),
    email: `${fold(name).replace(/[^a-z]/g, '.')}${world.accounts.length}@${mailDomain(dice)}`,
    name,
    locale: dice.pick(['tr', 'en']),
    lastSeenAt: dice.maybe(30, () => instant(dice, { whole: true })),
  }
  world.accounts.push(account)
  return account
}

type ContactDraft = Partial<Pick<ContactRow, 'groupId' | 'active' | 'seesCompanyRecords' | 'seesGroupRecords'>> & {
  signIn?: boolean
}

export function addContact(dice: Dice, world: World, customer: CustomerRow, draft: ContactDraft): ContactRow {
  const name = personName(dice)
  const account = draft.signIn === false ? null : addAccount(dice, world, name)
  const row: ContactRow = {
    type: 'Contact',
    id: dice.uuid(),
    version: dice.int(1, 4),
    customerId: customer.id,
    groupId: draft.groupId ?? null,
    accountId: account?.id ?? null,
    name,
    email: account?.email ?? null,
    phone: dice.maybe(30, () => `+90 5${dice.int(10, 99)} ${dice.int(100, 999)}`),
    title: dice.maybe(50, () => jobTitle(dice)),
    locale: dice.pick(['tr', 'en']),
    active: draft.active ?? true,
    seesCompanyRecords: draft.seesCompanyRecords ?? false,
    seesGroupRecords: draft.seesGroupRecords ?? false,
    ...stamps(dice),
  }
  world.contacts.push(row)
  return row
}

function customer(dice: Dice, world: World, kind: CustomerRow['kind'], active: boolean): CustomerRow {
  const taken = new Set(world.customers.map(({ name }) => fold(name)))
  let name = companyName(dice)
  while (taken.has(fold(name))) name += ` ${world.customers.length}`
  return {
    type: 'Customer',
    id: dice.uuid(),
    version: dice.int(1, 9),
    name,
    kind,
    code: dice.maybe(40, () => `${name.slice(0, 2)}-${dice.int(1, 99)}`),
    taxNumber: dice.maybe(30, () => String(dice.int(1_000_000, 9_999_999))),
    email: dice.maybe(40, () => `bilgi${world.customers.length}@${mailDomain(dice)}`),
    phone: dice.maybe(50, () => `0212 ${dice.int(100, 999)}`),
    website: dice.maybe(60, () => 'https://ornek.com/'),
    address: dice.maybe(60, () => 'Çınarlı Sk. No: 1 "B"\n34000 İstanbul'),
    notes: dice.maybe(40, () => 'Ödemeyi geciktirir'),
    active,
    ...stamps(dice),
  }
}
