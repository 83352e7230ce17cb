/** What customers have, what their people ask for, what is said to it, and who was asked to approve it. */
import type { Dice } from '../dice.ts'
import { daysAgo, instant, stamps } from './instants.ts'
import type {
  ApiKeyRow,
  Approval,
  CommentRow,
  ContactRow,
  CustomerRow,
  GroupRow,
  Priority,
  TechnicianRow,
  TicketRow,
  TicketStatus,
  World,
} from './rows.ts'
import { assetName, personName, ticketSubject } from './words.ts'

const statuses: readonly TicketStatus[] = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED']
const approvals: readonly Approval[] = ['NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED']
const priorities: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT']

export function addAssets(dice: Dice, world: World): void {
  for (const [index, { id: customerId }] of world.customers.entries()) {
    for (let left = dice.int(index < 2 ? 2 : 0, 3); left > 0; left -= 1)
      world.assets.push({
        type: 'Asset',
        id: dice.uuid(),
        version: dice.int(1, 3),
        customerId,
        kind: dice.pick(['ASSET', 'SERVICE']),
        name: assetName(dice),
        serialNumber: dice.maybe(40, () => `SN-${dice.hex(4)}`),
        status: dice.maybe(40, () => dice.pick(['kullanımda', 'arızalı'])),
        contractId: null,
        ...stamps(dice),
      })
  }
}

export function addTickets(dice: Dice, world: World): void {
  const maker = new TicketMaker(dice, world)
  for (const [index, customer] of world.customers.entries()) {
    const people = openersOf(world, customer)
    if (people.length === 0) continue
    // At the first two customers every state of a ticket is there.
    if (index < 2) {
      for (const status of statuses) maker.ticket(dice.pick(people), { status })
      for (const approval of approvals) maker.ticket(dice.pick(people), { kind: 'REQUEST', approval })
      for (const priority of priorities) maker.ticket(dice.pick(people), { priority })
    }
    for (let left = dice.int(0, 5); left > 0; left -= 1) maker.ticket(dice.pick(people))
  }
  for (const customer of world.customers.slice(0, 2)) addTold(dice, world, customer, maker)
  for (const ticket of world.tickets) maker.talk(ticket)
}

/** Tickets from which each rule can be told: without one of them a forgotten condition might show nothing. */
function addTold(dice: Dice, world: World, customer: CustomerRow, maker: TicketMaker): void {
  const people = openersOf(world, customer)
  const groups = world.groups.filter(({ customerId }) => customerId === customer.id)
  const [company, grouped, plain] = people.filter(({ active }) => active) as [ContactRow, ContactRow, ContactRow]
  // The group of the opening, not that of today: of somebody who came into it since, and of somebody who has left it.
  maker.ticket(grouped, { groupId: groups[1]?.id ?? null })
  maker.ticket(company, { groupId: null })
  maker.ticket(loner(people, grouped.groupId) ?? company, { groupId: grouped.groupId })
  // Whoever has no right is asked about what a colleague wants; so are those who left and those who are not let in.
  const wish = { kind: 'REQUEST', approval: 'PENDING', groupId: null } as const
  maker.ticket(company, wish, [plain])
  maker.ticket(loner(people, grouped.groupId) ?? company, wish, [plain, grouped])
  for (const passive of people.filter(({ active }) => !active)) {
    maker.ticket(company, wish, [passive])
    if (dice.chance(80)) maker.ticket(passive, { groupId: null })
  }
  // What somebody opened who has been back since, and before leaving, is that person's both times.
  for (const each of people.filter(({ id, accountId }) => isMoved(world, id, accountId)))
    if (dice.chance(60)) maker.ticket(each, { status: dice.pick(['RESOLVED', 'CLOSED', 'OPEN']) })
  // Within the days in which a contact may reopen, and after them.
  for (const person of [company, grouped, plain]) {
    maker.ticket(person, { status: 'RESOLVED', resolvedAt: daysAgo(12) })
    maker.ticket(person, { status: 'CLOSED', resolvedAt: daysAgo(16) })
  }
  // Assigned to people who see authorized customers only: of those who are authorized, and of one who is not any more.
  for (const technician of world.technicians.slice(2, 6))
    for (const status of ['OPEN', 'WAITING', 'RESOLVED'] as const)
      maker.ticket(dice.pick(people), { status, assigneeId: technician.id })
}

/**
 * Everybody of a customer; of the second one nobody who has left for another: who opened nothing there has nothing to
 * read, not even the customer's name.
 */
const openersOf = (world: World, { id }: CustomerRow) =>
  world.contacts.filter(
    (row) =>
      row.customerId === id && (id !== world.customers[1]!.id || row.active || !isMoved(world, row.id, row.accountId)),
  )
const isMoved = (world: World, id: string, accountId: string | null) =>
  accountId !== null && world.contacts.some((each) => each.id !== id && each.accountId === accountId)
const loner = (people: readonly ContactRow[], groupId: string | null) =>
  people.find((row) => row.groupId !== groupId && row.active)

type TicketDraft = Partial<
  Pick<TicketRow, 'kind' | 'status' | 'approval' | 'priority' | 'groupId' | 'assigneeId' | 'resolvedAt'>
>

class TicketMaker {
  private readonly dice: Dice
  private readonly world: World

  constructor(dice: Dice, world: World) {
    this.dice = dice
    this.world = world
  }

  /** A ticket that somebody opened, as the dice fall where the draft says nothing. */
  ticket(requester: ContactRow, draft: TicketDraft = {}, asked: readonly ContactRow[] = []): void {
    const { dice, world } = this
    const { customerId } = requester
    const ours = <Row extends { customerId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.customerId === customerId)
    const kind = draft.kind ?? dice.pick(['INCIDENT', 'REQUEST'] as const)
    const status = draft.status ?? dice.pick(statuses)
    const approvers = asked.length > 0 ? asked : this.approvers(requester)
    const approval =
      approvers.length === 0 || kind === 'INCIDENT' ? 'NOT_NEEDED' : (draft.approval ?? dice.pick(approvals))
    const isDone = status === 'RESOLVED' || status === 'CLOSED'
    const rating = isDone ? dice.maybe(50, () => dice.int(1, 5)) : null
    const row: TicketRow = {
      type: 'Ticket',
      id: dice.uuid(),
      version: dice.int(1, 5),
      number: `T-2026-${String(world.tickets.length + 1).padStart(6, '0')}`,
      kind,
      subject: ticketSubject(dice),
      description: 'Şöyle oldu:\n"olmadı"',
      status,
      approval,
      priority: draft.priority ?? dice.pick(priorities),
      customerId,
      requesterId: requester.id,
      groupId: draft.groupId !== undefined ? draft.groupId : this.groupThen(requester, ours(world.groups)),
      assigneeId: draft.assigneeId ?? dice.maybe(40, () => dice.pick(world.technicians).id),
      assetId: dice.maybe(50, () => dice.pick([...ours(world.assets), null])?.id ?? null),
      contractId: null,
      rating,
      ratingComment: rating === null ? null : dice.maybe(50, () => 'Teşekkürler'),
      openedAt: instant(dice),
      updatedAt: instant(dice),
      resolvedAt: isDone ? (draft.resolvedAt ?? dice.pick([instant(dice), daysAgo(dice.int(1, 12))])) : null,
      closedAt: status === 'CLOSED' || status === 'CANCELLED' ? instant(dice) : null,
    }
    world.tickets.push(row)
    if (approval !== 'NOT_NEEDED') this.ask(row, approvers)
  }

  /** What staff, keys and the customer's people say to it. */
  talk(ticket: TicketRow): void {
    const { dice, world } = this
    const people = world.contacts.filter(({ customerId }) => customerId === ticket.customerId)
    for (let left = dice.int(0, 3); left > 0; left -= 1) {
      const author = dice.pick<TechnicianRow | ContactRow | ApiKeyRow>(
        dice.pick<readonly (TechnicianRow | ContactRow | ApiKeyRow)[]>([world.technicians, people, people, world.keys]),
      )
      world.comments.push({
        type: 'Comment',
        id: dice.uuid(),
        customerId: ticket.customerId,
        ticketId: ticket.id,
        body: dice.pick(['Bakıyoruz', 'Oldu mu?', 'Iğdır’a <b>gidildi</b>', 'Satır\nsatır']),
        internal: author.type === 'Technician' && dice.chance(45),
        authorKind: this.kindOf(author),
        authorId: author.id,
        authorName: this.nameThen(author.name),
        createdAt: instant(dice),
      })
    }
  }

  private kindOf(author: TechnicianRow | ContactRow | ApiKeyRow): CommentRow['authorKind'] {
    if (author.type !== 'Technician') return author.type === 'Contact' ? 'CONTACT' : 'PARTNER'
    return this.world.roles.find(({ id }) => id === author.roleId)!.administrator ? 'ADMIN' : 'TECHNICIAN'
  }

  private nameThen(name: string): string {
    return this.dice.chance(20) ? personName(this.dice) : name
  }

  /** The group that the requester is in, mostly; or the one of former days. */
  private groupThen({ groupId }: ContactRow, groups: readonly GroupRow[]): string | null {
    return this.dice.chance(60) ? groupId : this.dice.pick([null, ...groups.map(({ id }) => id)])
  }

  /** Colleagues, never the requester under whatever contact. */
  private approvers({ id, accountId, customerId }: ContactRow): ContactRow[] {
    const others = this.world.contacts.filter(
      (row) => row.customerId === customerId && row.id !== id && (accountId === null || row.accountId !== accountId),
    )
    return this.dice.some(others, 1, 3)
  }

  /** Everybody is asked; of a decided ticket one has decided for all. */
  private ask({ id: ticketId, customerId, approval }: TicketRow, approvers: readonly ContactRow[]): void {
    const { dice, world } = this
    const decider = approval === 'PENDING' ? null : dice.pick(approvers)
    for (const contact of approvers) {
      const decision = contact === decider ? (approval as 'APPROVED' | 'REJECTED') : null
      world.approvals.push({
        id: dice.uuid(),
        customerId,
        ticketId,
        contactId: contact.id,
        contactName: this.nameThen(contact.name),
        askedAt: instant(dice),
        decision,
        comment: decision && dice.maybe(50, () => 'Uygundur'),
        decidedAt: decision && instant(dice),
      })
    }
  }
}
