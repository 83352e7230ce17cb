/** Audit events, as the specification has them. */
import type { AuditEventRow, Change } from '../world/rows.ts'
import { isStaff, reaches } from './asker.ts'
import { columns, nodesOf, printed, typeOf, where, type Feature } from './feature.ts'
import { connection } from './lists.ts'
import { byInstant } from './orders.ts'
import { staff, staffMay } from './rules.ts'
import { anId, anInstant, anyId, instantOf, oneOf } from './values.ts'

const event = columns<AuditEventRow>()

export const audit: Feature = {
  nodes: {
    // Events without a customer are not for those who are limited to some.
    AuditEvent: nodesOf<AuditEventRow>(
      ({ events }) => events,
      byInstant('at', true),
      (asker, { customerId }) => isStaff(asker) && reaches(asker, customerId),
      // By whoever may read them all, or the timeline of its customer.
      (asker, { customerId }) =>
        asker.permissions.has('AUDIT_READ') || (customerId !== null && asker.permissions.has('CUSTOMERS_READ')),
    ),
  },
  types: {
    AuditEvent: typeOf<AuditEventRow>(staff, {
      ...event.plain('id', 'actorName', 'actorKind', 'action', 'subjectType'),
      at: { value: ({ at }) => printed(at) },
      actor: {
        value: ({ actorKind, actorId }, question) => {
          if (actorKind === null || actorKind === 'PARTNER') return null
          return question.object(actorKind === 'CONTACT' ? 'Contact' : 'Technician', actorId)
        },
      },
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      subject: { value: ({ subjectType, subjectId }, question) => question.object(subjectType, subjectId) },
      // A change is as secret as the field that changed.
      changes: {
        value: ({ subjectType, changes }, question) =>
          changes.filter(({ field }) => question.mayKnow(subjectType, field)),
      },
    }),
    FieldChange: typeOf<Change>(staff, { ...columns<Change>().plain('field', 'from', 'to') }),
  },
  roots: {
    auditEvents: {
      ...connection('AuditEvent', 'auditEvents', { filter: 'AuditFilter' }),
      rule: staffMay('AUDIT_READ'),
    },
  },
  filters: {
    AuditFilter: {
      actorId: where(anyId, (row: AuditEventRow, id: string) => row.actorId === id),
      subjectId: where(anyId, (row: AuditEventRow, id: string) => row.subjectId === id),
      customerId: where(anId('Customer'), (row: AuditEventRow, id: string) => row.customerId === id),
      action: where(
        oneOf('CREATED', 'UPDATED', 'INVITED', 'updated', ''),
        (row: AuditEventRow, action: string) => row.action === action,
      ),
      after: where(anInstant, (row: AuditEventRow, after: string) => row.at > instantOf(after)),
      before: where(anInstant, (row: AuditEventRow, before: string) => row.at < instantOf(before)),
    },
  },
}
