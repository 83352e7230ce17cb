import { defineEntity, p } from '@mikro-orm/core'
import { id } from '../../core/db/columns.ts'
import { auditPolicies } from './audit.access.ts'

/** One change of a field: what it was and what it became, as text. */
export interface Change {
  field: string
  from: string | null
  to: string | null
}

/** Who did what to which object, and when. Rows are only added. */
export const AuditEntity = defineEntity({
  name: 'AuditRow',
  tableName: 'audit_event',
  properties: {
    id: id(),
    at: p.datetime().defaultRaw('now()'),
    actorKind: p.text().nullable().check("actor_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER')"),
    actorId: p.uuid().nullable(),
    actorName: p.text().nullable(),
    action: p.text(),
    subjectType: p.text().nullable(),
    subjectId: p.uuid().nullable(),
    customerId: p.uuid().nullable(),
    changes: p.json<Change[]>().defaultRaw("'[]'::jsonb"),
    ipAddress: p.text().nullable(),
  },
  policies: auditPolicies,
  indexes: [
    { name: 'audit_event_by_time', properties: ['at', 'id'] },
    { name: 'audit_event_of_customer', properties: ['customerId', 'at', 'id'] },
    { name: 'audit_event_of_subject', properties: ['subjectId', 'at', 'id'] },
    { name: 'audit_event_of_actor', properties: ['actorId', 'at', 'id'] },
  ],
})
