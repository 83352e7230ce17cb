/** Contracts of every status with their terms, plans and notices, and what was told of their ends. */
import type { Dice } from '../dice.ts'
import { dayOn } from './days.ts'
import { instant, stamps } from './instants.ts'
import type {
  ContactRow,
  ContractRow,
  CustomerRow,
  DeliveryRow,
  MailRow,
  NoticeRow,
  TechnicianRow,
  TermRow,
  World,
} from './rows.ts'
import { contractName } from './words.ts'

const kinds = [
  'DRAFT',
  'UPCOMING',
  'ACTIVE',
  'LAST_DAY',
  'FIRST_DAY',
  'EXPIRED',
  'ENDING',
  'TERMINATED',
  'CALLED_OFF',
] as const
type Kind = (typeof kinds)[number]

export function addContracts(dice: Dice, world: World): void {
  for (const [index, name] of ['Bakım', 'SLA', 'Işık desteği', 'Çözüm'].entries())
    if (index < 2 || dice.chance(60))
      world.contractTypes.push({
        type: 'ContractType',
        id: dice.uuid(),
        name,
        active: index === 0 || dice.chance(60),
        requestsNeedApproval: dice.chance(30),
        ...stamps(dice),
      })
  for (const [index, customer] of world.customers.entries()) {
    // At the first two customers every status is there; the third has one that is active, and others beside it.
    if (index < 2) for (const kind of kinds) addContract(dice, world, customer, kind)
    else if (index === 2)
      for (const kind of ['DRAFT', 'EXPIRED', 'ACTIVE', 'UPCOMING'] as const) addContract(dice, world, customer, kind)
    else for (let left = dice.int(0, 3); left > 0; left -= 1) addContract(dice, world, customer, dice.pick(kinds))
  }
  for (const each of [...world.tickets, ...world.assets])
    if (dice.chance(60)) each.contractId = dice.pick([null, ...ofCustomer(world, each.customerId)])?.id ?? null
  addTemplates(dice, world)
}

/** Contracts of the customer that are more than written down. */
export const ofCustomer = ({ contracts }: World, id: string): ContractRow[] =>
  contracts.filter(({ customerId, draft }) => customerId === id && !draft)

/** First and last day, so many days from today. */
function daysOf(dice: Dice, kind: Kind): [number, number] {
  const past = () => -dice.pick([1, 31, 200, 400])
  const coming = () => dice.pick([1, 28, 90, 365])
  switch (kind) {
    case 'UPCOMING':
    case 'CALLED_OFF':
      return [coming(), 500]
    case 'LAST_DAY':
      return [past(), 0]
    case 'FIRST_DAY':
      return [0, coming()]
    case 'EXPIRED':
      return [-500, past()]
    default:
      return [past(), coming()]
  }
}

function addContract(dice: Dice, world: World, { id: customerId }: CustomerRow, kind: Kind): void {
  const [first, last] = daysOf(dice, kind)
  const on = (offset: number) => dayOn(world.today, offset)
  // Ended early: on a day of it; one that never began has no term left.
  const earlyOnes: Partial<Record<Kind, () => number>> = {
    ENDING: () => last,
    TERMINATED: () => dice.int(first, 0),
    CALLED_OFF: () => dice.int(-3, 0),
  }
  const early = earlyOnes[kind]?.() ?? null
  const end = kind === 'TERMINATED' ? early! : last
  const renews = dice.chance(50)
  const row: ContractRow = {
    type: 'Contract',
    id: dice.uuid(),
    version: dice.int(1, 4),
    reference: `C-2019-${String(world.contracts.length + 1).padStart(4, '0')}`,
    customerId,
    typeId: dice.pick(world.contractTypes).id,
    name: contractName(dice),
    description: dice.maybe(50, () => 'Şöyle anlaşıldı:\n"yerinde"'),
    startsOn: on(first),
    endsOn: on(end),
    draft: kind === 'DRAFT',
    autoRenew: renews && dice.chance(60),
    renewalCount: renews ? dice.int(1, 12) : null,
    renewalUnit: renews ? dice.pick(['DAY', 'WEEK', 'MONTH', 'YEAR']) : null,
    terminatedOn: early === null ? null : on(early),
    terminationReason: early === null ? null : 'Vazgeçildi',
    ...stamps(dice),
  }
  world.contracts.push(row)
  if (kind !== 'CALLED_OFF') addTerms(dice, world, row, [first, end])
  addPlans(dice, world, row, [first, end])
  addNotices(dice, world, row)
}

/** One to three terms, the next on the day after the one before. */
function addTerms(dice: Dice, world: World, row: ContractRow, [first, last]: [number, number]): void {
  const breaks = [...new Set(dice.times(dice.int(0, 2), () => dice.int(first, last)))].filter((day) => day < last)
  const ends = [...breaks.toSorted((left, right) => left - right), last]
  for (const [index, end] of ends.entries()) {
    const term: TermRow = {
      id: dice.uuid(),
      customerId: row.customerId,
      contractId: row.id,
      startsOn: dayOn(world.today, index === 0 ? first : ends[index - 1]! + 1),
      endsOn: dayOn(world.today, end),
      origin: index === 0 ? 'INITIAL' : dice.pick(['AUTOMATIC', 'MANUAL']),
      createdAt: instant(dice),
    }
    world.terms.push(term)
  }
}

/** Plans that price what they are for: the others of a world hold anything. */
const priced = 3

function addPlans(dice: Dice, world: World, row: ContractRow, [first, last]: [number, number]): void {
  const { id: contractId, customerId } = row
  const days = dice.chance(75) ? [first, ...dice.some([dice.int(first, last), dice.int(first, last + 40)])] : []
  for (const day of [...new Set(days)]) {
    const plan = day > first && dice.chance(25) ? null : dice.pick(world.plans.slice(0, priced))
    world.contractPlans.push({
      contractId,
      fromOn: dayOn(world.today, day),
      customerId,
      planId: plan?.id ?? null,
      revision: plan && dice.int(1, plan.revision),
      createdAt: instant(dice),
    })
  }
}

function addNotices(dice: Dice, world: World, row: ContractRow): void {
  const { id: contractId, customerId } = row
  const mine = dice.some([
    ['BEFORE_END', 0],
    ['BEFORE_END', 30],
    ['AFTER_END', 1],
    ['AFTER_END', 30],
  ] as const)
  const notices = mine.map(([side, days]): NoticeRow => ({ contractId, side, days, customerId }))
  const users = dice.some(world.technicians, 0, 3)
  const contacts = dice.some(
    world.contacts.filter((each) => each.customerId === customerId),
    0,
    3,
  )
  world.notices.push(...notices.toReversed())
  world.noticeUsers.push(...users.map(({ id }) => ({ contractId, technicianId: id, customerId })))
  world.noticeContacts.push(...contacts.map(({ id }) => ({ contractId, contactId: id, customerId })))
  if (row.draft) return
  for (const notice of notices)
    for (const recipient of [...users, ...contacts]) if (dice.chance(70)) tell(dice, world, row, notice, recipient)
}

function tell(
  dice: Dice,
  world: World,
  { id: contractId, customerId, endsOn }: ContractRow,
  { side, days }: NoticeRow,
  recipient: TechnicianRow | ContactRow,
): void {
  const status = dice.pick(['PLANNED', 'QUEUED', 'QUEUED', 'SKIPPED'] as const)
  const mail = status === 'QUEUED' && dice.chance(85) ? letter(dice, customerId, recipient) : null
  if (mail) world.mails.push(mail)
  const row: DeliveryRow = {
    type: 'NoticeDelivery',
    id: dice.uuid(),
    customerId,
    contractId,
    endsOn,
    side,
    days,
    dueOn: dayOn(endsOn, side === 'BEFORE_END' ? -days : days),
    technicianId: recipient.type === 'Technician' ? recipient.id : null,
    contactId: recipient.type === 'Contact' ? recipient.id : null,
    status,
    skipReason: status === 'SKIPPED' ? dice.pick(['DATE_PASSED', 'RENEWED', 'PASSIVE']) : null,
    email: status === 'QUEUED' ? `eski-${recipient.id.slice(0, 4)}@ornek.com` : null,
    mailId: mail?.id ?? null,
    createdAt: instant(dice),
  }
  world.deliveries.push(row)
}

function letter(dice: Dice, customerId: string, { name, email }: TechnicianRow | ContactRow): MailRow {
  const status = dice.pick(['QUEUED', 'SENT', 'FAILED'] as const)
  return {
    type: 'Mail',
    id: dice.uuid(),
    customerId,
    toName: name,
    toAddress: email ?? 'kimse@ornek.com',
    subject: 'Sözleşme bitiyor',
    bodyText: 'Bitiyor',
    status,
    attempts: dice.int(0, 5),
    failure: status === 'FAILED' ? '550 böyle biri yok' : null,
    createdAt: instant(dice),
    sentAt: status === 'SENT' ? instant(dice) : null,
  }
}

function addTemplates(dice: Dice, world: World): void {
  for (const side of ['BEFORE_END', 'AFTER_END'] as const)
    for (const locale of ['tr', 'en'] as const)
      world.templates.push({
        type: 'NoticeTemplate',
        id: dice.uuid(),
        version: dice.int(1, 3),
        side,
        locale,
        subject: `{reference} ${side} ${locale}`,
        body: '{customer}: {endsOn}\n\n{renewal}',
        updatedAt: instant(dice),
      })
}
