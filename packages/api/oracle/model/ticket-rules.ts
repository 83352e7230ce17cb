/** Who sees a ticket and why, and what may be done about it: said from the specification. */
import type { ContactRow, TicketRow, TicketStatus, World } from '../world/rows.ts'
import { reaches, type Asker } from './asker.ts'

export const scopes = ['OWN', 'GROUP', 'COMPANY'] as const
export type Scope = (typeof scopes)[number]

/** Settings of the portal's toggle that the contact has the right to; the company's records include the group's. */
export function scopesOf({ groupId, seesCompanyRecords, seesGroupRecords }: ContactRow): Scope[] {
  return [
    'OWN',
    ...(groupId && (seesCompanyRecords || seesGroupRecords) ? (['GROUP'] as const) : []),
    ...(seesCompanyRecords ? (['COMPANY'] as const) : []),
  ]
}

/** Ids of all contacts of the same sign-in, the former ones too. Who is not let in any more has none. */
export function contactsOfSignIn({ id, accountId, active }: ContactRow, { contacts }: World): ReadonlySet<string> {
  if (!active) return new Set()
  const same = contacts.filter((row) => accountId !== null && row.accountId === accountId)
  return new Set([id, ...same.map((row) => row.id)])
}

/** Why a contact sees a ticket; nothing: it is not there for him or her. */
export function reasonsOf(self: ContactRow, ticket: TicketRow, world: World): string[] {
  const own = contactsOfSignIn(self, world)
  const isHere = ticket.customerId === self.customerId
  const group =
    isHere &&
    self.groupId !== null &&
    ticket.groupId === self.groupId &&
    (self.seesGroupRecords || self.seesCompanyRecords)
  const asked = self.active && world.approvals.some((each) => each.ticketId === ticket.id && each.contactId === self.id)
  return [
    ...(own.has(ticket.requesterId) ? ['OWN'] : []),
    ...(group ? ['GROUP'] : []),
    ...(isHere && self.seesCompanyRecords ? ['COMPANY'] : []),
    ...(asked ? ['APPROVER'] : []),
  ]
}

export function seesTicket(asker: Asker, ticket: TicketRow, world: World): boolean {
  return asker.contact ? reasonsOf(asker.contact, ticket, world).length > 0 : reaches(asker, ticket.customerId)
}

/** Whether a ticket is among those that a setting of the toggle shows. */
export function isInScope(scope: Scope, self: ContactRow, ticket: TicketRow, world: World): boolean {
  const isOwn = contactsOfSignIn(self, world).has(ticket.requesterId)
  if (scope === 'OWN') return isOwn
  if (ticket.customerId !== self.customerId) return false
  return scope === 'COMPANY' || isOwn || (self.groupId !== null && ticket.groupId === self.groupId)
}

/** Own tickets at the present customer, and of colleagues with the company right only. */
export const mayWriteOn = (self: ContactRow, ticket: TicketRow, world: World): boolean =>
  ticket.customerId === self.customerId &&
  (self.seesCompanyRecords || contactsOfSignIn(self, world).has(ticket.requesterId))

/** Whether the contact is asked to approve and has not said anything yet, nor anybody else. */
export const waitsFor = ({ id }: ContactRow, ticket: TicketRow, { approvals }: World): boolean =>
  ticket.approval === 'PENDING' &&
  approvals.some((each) => each.ticketId === ticket.id && each.contactId === id && each.decision === null)

export const isOpen = ({ status }: TicketRow): boolean => ['OPEN', 'IN_PROGRESS', 'WAITING'].includes(status)
export const isDone = ({ status }: TicketRow): boolean => status === 'RESOLVED' || status === 'CLOSED'

const next: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  OPEN: ['IN_PROGRESS', 'CANCELLED'],
  IN_PROGRESS: ['WAITING', 'RESOLVED', 'CANCELLED'],
  WAITING: ['IN_PROGRESS', 'RESOLVED', 'CANCELLED'],
  RESOLVED: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
}

/** Where it may go now: work starts after the approval, and not at all when it was refused. */
export function movesOf({ status, approval }: TicketRow): TicketStatus[] {
  const isHeld = approval === 'PENDING' || approval === 'REJECTED'
  return next[status].filter((to) => !isHeld || (to !== 'IN_PROGRESS' && to !== 'RESOLVED'))
}

const fortnight = 14 * 86_400_000

/** Contacts reopen within fourteen days of the resolution. */
export const isLatelyResolved = ({ resolvedAt }: TicketRow): boolean =>
  resolvedAt !== null && Date.parse(resolvedAt) > Date.now() - fortnight

export const ticketText = ({ number, subject }: TicketRow): string => `${number} ${subject}`
