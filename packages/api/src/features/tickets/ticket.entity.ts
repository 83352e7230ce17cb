import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { approvalPolicies, commentPolicies, ticketPolicies } from './ticket.access.ts'
import type { Approval, Status } from './ticket.status.ts'

export type Kind = 'INCIDENT' | 'REQUEST'
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT'

/** An incident or a request of a customer. */
export const TicketEntity = defineEntity({
  name: 'TicketRow',
  tableName: 'ticket',
  properties: {
    id: id(),
    version: p.integer().version(),
    number: p.text(),
    kind: p.text().$type<Kind>().check("kind in ('INCIDENT', 'REQUEST')"),
    subject: p.text(),
    description: p.text(),
    status: p
      .text()
      .$type<Status>()
      .default('OPEN')
      .check("status in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED')"),
    approval: p
      .text()
      .$type<Approval>()
      .default('NOT_NEEDED')
      .check("approval in ('NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED')"),
    priority: p.text().$type<Priority>().default('NORMAL').check("priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')"),
    customerId: p.uuid(),
    requesterId: p.uuid(),
    // The requester's group when it was opened: whoever changes groups takes no tickets along.
    groupId: p.uuid().nullable(),
    assigneeId: p.uuid().nullable(),
    assetId: p.uuid().nullable(),
    contractId: p.uuid().nullable(),
    rating: p.smallint().nullable().check('rating >= 1 and rating <= 5'),
    ratingComment: p.text().nullable(),
    openedAt: createdAt(),
    updatedAt: updatedAt(),
    resolvedAt: p.datetime().nullable(),
    // Kept by the database when it is opened again: a ticket is billed once.
    firstResolvedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    priorityRank: p
      .smallint()
      .nullable()
      .generated("(case priority when 'LOW' then 0 when 'NORMAL' then 1 when 'HIGH' then 2 else 3 end) stored"),
    searchFold: p.text().nullable().generated("(tr_fold(number || ' ' || subject)) stored"),
  },
  policies: ticketPolicies,
  indexes: [
    { name: 'ticket_search', expression: 'create index ticket_search on ticket using gin (search_fold gin_trgm_ops)' },
    {
      // Whose and in which status is read from the index too: a list walks past many tickets that it does not show.
      name: 'ticket_by_opening',
      expression: 'create index ticket_by_opening on ticket (opened_at, id) include (customer_id, status)',
    },
    { name: 'ticket_by_update', properties: ['updatedAt', 'id'] },
    { name: 'ticket_by_priority', properties: ['priorityRank', 'openedAt', 'id'] },
    {
      name: 'ticket_of_customer',
      expression: 'create index ticket_of_customer on ticket (customer_id, opened_at, id) include (search_fold)',
    },
    { name: 'ticket_of_customer_by_status', properties: ['customerId', 'status', 'openedAt', 'id'] },
    { name: 'ticket_of_requester', properties: ['requesterId', 'openedAt', 'id'] },
    { name: 'ticket_of_group', properties: ['groupId', 'openedAt', 'id'] },
    {
      // The text too, here and above: the tickets of few customers, or of one technician, are searched without reading them.
      name: 'ticket_of_assignee',
      expression:
        'create index ticket_of_assignee on ticket (assignee_id, status, opened_at, id) include (customer_id, search_fold)',
    },
    { name: 'ticket_of_asset', properties: ['assetId', 'openedAt', 'id'] },
    { name: 'ticket_of_contract', properties: ['contractId', 'openedAt', 'id'] },
    {
      name: 'ticket_resolved_of_contract',
      expression:
        'create index ticket_resolved_of_contract on ticket (contract_id, first_resolved_at) where first_resolved_at is not null',
    },
  ],
  uniques: [
    { name: 'ticket_number_taken', properties: ['number'] },
    // Target of references that must stay inside one customer.
    { name: 'ticket_of_customer_key', properties: ['customerId', 'id'] },
  ],
})
export type TicketRow = InferEntity<typeof TicketEntity>

/** What somebody wrote on a ticket: public, or internal for staff. */
export const CommentEntity = defineEntity({
  name: 'CommentRow',
  tableName: 'ticket_comment',
  properties: {
    id: id(),
    customerId: p.uuid(),
    ticketId: p.uuid(),
    body: p.text(),
    internal: p.boolean().default(false),
    authorKind: p.text().check("author_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER')"),
    authorId: p.uuid(),
    // As it was then: who may not see the person still reads who wrote.
    authorName: p.text(),
    createdAt: createdAt(),
  },
  policies: commentPolicies,
  indexes: [{ name: 'ticket_comment_of_ticket', properties: ['ticketId', 'createdAt', 'id'] }],
})

/** A contact who was asked to approve a ticket, and the decision. */
export const ApprovalEntity = defineEntity({
  name: 'ApprovalRow',
  tableName: 'ticket_approval',
  properties: {
    id: id(),
    customerId: p.uuid(),
    ticketId: p.uuid(),
    contactId: p.uuid(),
    contactName: p.text(),
    askedAt: createdAt(),
    decision: p.text().$type<'APPROVED' | 'REJECTED'>().nullable().check("decision in ('APPROVED', 'REJECTED')"),
    comment: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
  },
  policies: approvalPolicies,
  indexes: [{ name: 'ticket_approval_of_contact', properties: ['contactId', 'ticketId'] }],
  uniques: [{ name: 'ticket_approval_asked_once', properties: ['ticketId', 'contactId'] }],
})

/** The last number that was given in a series, such as tickets of a year. Reached through `app_next_number` only. */
export const SeriesEntity = defineEntity({
  name: 'SeriesRow',
  tableName: 'number_series',
  properties: { name: p.text().primary(), last: p.integer() },
  // Closed to everybody: only the definer function reads and writes it.
  rowLevelSecurity: true,
})
