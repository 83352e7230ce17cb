/** Both gates of tickets, comments and approvals: doors for fields, policies for rows. */
import { allow, contactTo, everybodyOfOurs, partnerTo, reach, restrictedTo, rowsOf } from '../../core/db/policies.ts'
import { CONTACT, PARTNER } from '../../core/db/roles.ts'
import type { Principal } from '../../core/auth/principal.ts'
import { contractReaders } from '../contracts/index.ts'
import { allOf, anyOf, can, contact, staff, staffCan, type Door, type Doors } from '../../core/graphql/doors.ts'

/** Settings of the portal's toggle that a contact has the right to; the company's records include the group's. */
export function ticketScopesOf({ kind, groupId, seesGroupRecords, seesCompanyRecords }: Principal): string[] {
  if (kind !== 'CONTACT') return []
  const scopes = ['OWN']
  if (groupId && (seesGroupRecords || seesCompanyRecords)) scopes.push('GROUP')
  if (seesCompanyRecords) scopes.push('COMPANY')
  return scopes
}

/** A contact who asks for a scope needs the right to it. Staff who give one are told by the read that they cannot. */
const scopeOfOwn: Door = {
  test(principal, args) {
    const scope = args['scope'] as string | undefined | null
    return principal.kind !== 'CONTACT' || !scope || ticketScopesOf(principal).includes(scope) ? true : scope
  },
}
const internalForStaff: Door = {
  test: (principal, args) =>
    (args['input'] as { internal?: boolean } | undefined)?.internal ? staff.test(principal, args) : true,
}

const readers = anyOf(contact, can('TICKETS_READ'))
/** Whoever reads tickets, with a right to the scope that is asked for. */
export const scopedReaders = allOf(readers, scopeOfOwn)
const writers = anyOf(contact, can('TICKETS_WRITE'))
const workers = can('TICKETS_WRITE')

export const ticketDoors: Doors = {
  types: { Ticket: readers, Comment: readers, TicketApproval: readers, Participant: readers },
  fields: {
    'Query.tickets': scopedReaders,
    'Query.ticket': readers,
    'Query.ticketsLosingAssignee': staffCan('TICKETS_READ'),
    'Ticket.asset': can('CUSTOMERS_READ'),
    'Ticket.contract': contractReaders,
    'Ticket.timeline': staff,
    'Customer.tickets': readers,
    'Customer.openTicketCount': readers,
    'Contact.tickets': readers,
    'Asset.tickets': readers,
    'Contract.tickets': readers,
    'ContactReach.tickets': staffCan('TICKETS_READ'),
    'ContactReach.ticketsOfColleagues': staffCan('TICKETS_READ'),
    'Mutation.createTicket': writers,
    'Mutation.updateTicket': workers,
    'Mutation.bulkUpdateTickets': workers,
    'Mutation.reopenTicket': writers,
    'Mutation.rateTicket': contact,
    'Mutation.addComment': writers,
    'Mutation.requestApproval': workers,
    'Mutation.decideApproval': contact,
  },
  inputs: {
    // A contact's customer and requester are his or her own, and the work is ours to order.
    'CreateTicketInput.customerId': workers,
    'CreateTicketInput.requesterId': workers,
    'CreateTicketInput.priority': workers,
    'CreateTicketInput.assigneeId': staffCan('TICKETS_WRITE'),
    'CreateTicketInput.assetId': can('CUSTOMERS_READ'),
    'CreateTicketInput.contractId': contractReaders,
    'UpdateTicketInput.assigneeId': staffCan('TICKETS_WRITE'),
    'BulkUpdateTicketsInput.assigneeId': staffCan('TICKETS_WRITE'),
    'UpdateTicketInput.assetId': can('CUSTOMERS_READ'),
    'UpdateTicketInput.contractId': can('CONTRACTS_READ'),
    'AddCommentInput.internal': internalForStaff,
    // What is about an asset is not found out by who may not see it.
    'TicketFilter.assetId': can('CUSTOMERS_READ'),
    'TicketFilter.contractId': contractReaders,
    'TicketFilter.waitsForMe': contact,
  },
}

const ofMyCustomer = (t: string) => `${t}customer_id = (select app_contact_customer())`
const sees = { company: '(select app_contact_sees_company())', group: '(select app_contact_sees_group())' }
const own = (t: string) => `${t}requester_id in (${rowsOf('app_own_contacts()')})`

/**
 * Why a contact sees a ticket, by reason: the conditions of the row policy, and of `Ticket.visibleBecause`.
 * `t` is the ticket's alias with its dot, or nothing in a policy.
 */
export const contactReasons = (t = '') => ({
  /** Opened by any contact of the same sign-in: who moved to another company keeps reading. */
  OWN: own(t),
  GROUP: `${ofMyCustomer(t)} and ${t}group_id = (select app_contact_group()) and (${sees.group} or ${sees.company})`,
  COMPANY: `${ofMyCustomer(t)} and ${sees.company}`,
  APPROVER: `${t}id in (${rowsOf('app_asked_tickets()')})`,
})

/** What a contact may do something about: own tickets at the present customer, with the company right all of them. */
export const contactMayWrite = (t = '') => `${ofMyCustomer(t)} and (${own(t)} or ${sees.company})`
/** The contact opened it, at the present customer. */
export const contactOpened = (t = '') => `${ofMyCustomer(t)} and ${own(t)}`

const anyReason = (t = '') =>
  Object.values(contactReasons(t))
    .map((condition) => `(${condition})`)
    .join(' or ')

export const ticketPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  partnerTo('customer_id'),
  contactTo(anyReason()),
  allow(CONTACT, `${ofMyCustomer('')} and requester_id = (select app_principal_id())`, 'insert'),
  allow(CONTACT, `(${contactMayWrite()}) or (${contactReasons().APPROVER})`, 'update'),
]

/** A row that hangs on a ticket is there for a contact when the ticket is. */
const ticketIsVisible = (table: string) => `exists (select from ticket t where t.id = ${table}.ticket_id)`

export const commentPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  allow(PARTNER, `((select app_reaches_all()) or customer_id in (${reach})) and not internal`),
  contactTo(`not internal and ${ticketIsVisible('ticket_comment')}`),
  allow(
    CONTACT,
    `not internal and author_id = (select app_principal_id()) and exists (select from ticket t where t.id = ticket_comment.ticket_id and ${contactMayWrite('t.')})`,
    'insert',
  ),
]

export const approvalPolicies = [
  ...everybodyOfOurs(),
  restrictedTo('customer_id'),
  partnerTo('customer_id'),
  contactTo(ticketIsVisible('ticket_approval')),
  allow(CONTACT, 'contact_id = (select app_principal_id())', 'update'),
]
