/** Asking a request's approvers, and their decision: once, under the ticket's row lock. */
import { found, foundAll } from '../../core/db/find.ts'
import type { Em } from '../../core/db/orm.ts'
import { verb, type Outcome } from '../../core/db/verb.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { change, record, type Change } from '../audit/index.ts'
import { ContactEntity, type ContactRow } from '../customers/index.ts'
import { said } from './messages.ts'
import { ApprovalEntity, TicketEntity, type TicketRow } from './ticket.entity.ts'
import type { DecideApprovalInput, RequestApprovalInput } from './ticket.inputs.ts'
import { tellAsked } from './ticket.mails.ts'
import { about, seen, textOf, type TicketContext } from './ticket.rules.ts'
import { openStatuses } from './ticket.status.ts'

const maxApprovers = 20

/**
 * Makes exactly these contacts the ones who are asked; one of them decides for all. Problems: ticketId NOT_FOUND or
 * NOT_ALLOWED (an incident, not open, decided); approverIds NOT_FOUND, NOT_ALLOWED or LIMIT_EXCEEDED.
 */
export function requestApproval(context: TicketContext, input: RequestApprovalInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const ticket = await found(em, TicketEntity, input.ticketId, ['ticketId'])
    if (ticket.kind !== 'REQUEST') throw new Problem('NOT_ALLOWED', ['ticketId'], { key: said['approval.request'] })
    if (!openStatuses.includes(ticket.status))
      throw new Problem('NOT_ALLOWED', ['ticketId'], { key: said['approval.closed'] })
    if (ticket.approval === 'APPROVED' || ticket.approval === 'REJECTED')
      throw new Problem('NOT_ALLOWED', ['ticketId'], { key: said['approval.decided'] })
    const approvers = await foundAll(em, ContactEntity, input.approverIds, ['approverIds'])
    if (approvers.length > maxApprovers)
      throw new Problem('LIMIT_EXCEEDED', ['approverIds'], {
        key: said['approval.tooMany'],
        params: { max: maxApprovers },
      })
    const requester = await em.findOneOrFail(ContactEntity, { id: ticket.requesterId })
    for (const approver of approvers) assertMayBeAsked(approver, ticket, requester)
    const before = await em.find(ApprovalEntity, { ticketId: ticket.id })
    const wanted = new Set(approvers.map(({ id }) => id))
    const had = new Set(before.map(({ contactId }) => contactId))
    const added = approvers.filter(({ id }) => !had.has(id))
    const withdrawn = before.filter(({ contactId }) => !wanted.has(contactId))
    if (withdrawn.length) await em.nativeDelete(ApprovalEntity, { id: { $in: withdrawn.map(({ id }) => id) } })
    const asked = added.map((contact) =>
      em.create(ApprovalEntity, {
        customerId: ticket.customerId,
        ticketId: ticket.id,
        contactId: contact.id,
        contactName: contact.name,
      }),
    )
    const changes = [
      ...change<TicketRow>(ticket, { approval: approvers.length ? 'PENDING' : 'NOT_NEEDED' }),
      ...added.map(({ name }) => ({ field: 'approvers', from: null, to: name })),
      ...withdrawn.map(({ contactName }) => ({ field: 'approvers', from: contactName, to: null })),
    ]
    await em.flush()
    for (const { id, contactId } of asked) {
      const contact = added.find((each) => each.id === contactId)!
      await tellAsked(em, context.publicUrl, ticket, contact, id, '', context.principal.name)
    }
    if (changes.length) await record(em, context, { ...about(ticket), action: 'APPROVAL_ASKED', changes })
    return { ticket: ticket.id }
  })
}

/**
 * Asks for the approval of a new request by what its contract's type says: those with the company-records right, but for
 * the requester. The database does it, for a contact who opens a request asks nobody by hand. Tells what changed.
 */
export async function askByContractType(em: Em, context: TicketContext, ticket: TicketRow): Promise<Change[]> {
  if (ticket.kind !== 'REQUEST' || !ticket.contractId) return []
  const asked = await em.execute<{ id: string; name: string; email: string | null; locale: string }[]>(
    'select * from app_ask_by_contract_type(?)',
    [ticket.id],
  )
  for (const approver of asked)
    await tellAsked(em, context.publicUrl, ticket, approver, approver.id, '', context.principal.name)
  return asked.length === 0
    ? []
    : [
        { field: 'approval', from: null, to: 'PENDING' },
        ...asked.map(({ name }) => ({ field: 'approvers', from: null, to: name })),
      ]
}

/** The decision of one who was asked; the first one counts. Problems: ticketId NOT_FOUND or NOT_ALLOWED. */
export function decideApproval(context: TicketContext, input: DecideApprovalInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const visible = await seen(em, input.ticketId, ['ticketId'])
    const asked = await em.findOne(ApprovalEntity, { ticketId: visible.id, contactId: context.principal.id })
    if (!asked) throw new Problem('NOT_ALLOWED', ['ticketId'], { key: said['approval.notAsked'] })
    // Who waits here for another's decision finds it made.
    const ticket = await found(em, TicketEntity, visible.id, ['ticketId'])
    await em.refresh(asked)
    if (ticket.approval !== 'PENDING') throw new Problem('NOT_ALLOWED', ['ticketId'], { key: said['approval.decided'] })
    const decision = input.approve ? 'APPROVED' : 'REJECTED'
    asked.decision = decision
    asked.decidedAt = new Date()
    asked.comment = input.comment?.trim() ? textOf(input.comment, 'comment') : null
    const changes = change<TicketRow>(ticket, { approval: decision })
    await em.flush()
    await record(em, context, { ...about(ticket), action: decision, changes })
    return { ticket: ticket.id }
  })
}

function assertMayBeAsked(approver: ContactRow, ticket: TicketRow, requester: ContactRow) {
  if (approver.customerId !== ticket.customerId) throw new Problem('NOT_FOUND', ['approverIds'])
  if (approver.id === requester.id || (approver.accountId !== null && approver.accountId === requester.accountId))
    throw new Problem('NOT_ALLOWED', ['approverIds'], { key: said['approval.requester'] })
  if (!approver.active || !approver.accountId)
    throw new Problem('NOT_ALLOWED', ['approverIds'], { key: said['approval.cannotSignIn'] })
}
