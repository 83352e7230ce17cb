import { after, before, byInstant, column, connection, equals, type TypeModel } from '../../core/read/model.ts'

export const auditModels: TypeModel[] = [
  {
    name: 'AuditEvent',
    table: 'audit_event',
    scope: 'customer_id',
    orders: { AT_DESC: byInstant('at', true) },
    defaultOrder: 'AT_DESC',
    filters: {
      actorId: equals('actor_id', 'uuid'),
      subjectId: equals('subject_id', 'uuid'),
      customerId: equals('customer_id', 'uuid'),
      action: equals('action', 'text'),
      after: after('at'),
      before: before('at'),
    },
    fields: {
      actor: {
        is: 'any',
        rows: (_x, p) =>
          `select case when ${p}.actor_kind = 'CONTACT' then 'Contact' when ${p}.actor_kind in ('ADMIN', 'TECHNICIAN') then 'Technician' end as type, ${p}.actor_id as id`,
      },
      subject: { is: 'any', rows: (_x, p) => `select ${p}.subject_type as type, ${p}.subject_id as id` },
      changes: {
        is: 'list',
        to: 'FieldChange',
        from: (c, p) =>
          `rows from (jsonb_to_recordset(${p}.changes) as (field text, "from" text, "to" text)) with ordinality as ${c}(field, "from", "to", n)`,
        // A change is as secret as its field, and its field as the object.
        on: (c, p, pen) =>
          `${p}.subject_type = any (${pen.openTypes()}) and not (${p}.subject_type || '.' || ${c}.field = any (${pen.closedFields()}))`,
        order: (c) => `${c}.n`,
      },
    },
  },
  {
    name: 'FieldChange',
    fields: { field: column((c) => `${c}.field`), from: column((c) => `${c}."from"`), to: column((c) => `${c}."to"`) },
  },
]

export const auditRoots: TypeModel['fields'] = { auditEvents: connection('AuditEvent') }
