import { defineEntity, p } from '@mikro-orm/core'
import { createdAt, id } from '../../core/db/columns.ts'
import { attachmentPolicies } from './attachment.access.ts'

/** A file: first an upload that hangs on nothing, then attached to a ticket or to a comment on it. */
export const AttachmentEntity = defineEntity({
  name: 'AttachmentRow',
  tableName: 'attachment',
  properties: {
    id: id(),
    customerId: p.uuid().nullable(),
    ticketId: p.uuid().nullable(),
    commentId: p.uuid().nullable(),
    // As its comment is.
    internal: p.boolean().default(false),
    uploaderKind: p.text().check("uploader_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER')"),
    uploaderId: p.uuid(),
    // As it was then: who may not see the person still reads whose file it is.
    uploaderName: p.text(),
    name: p.text(),
    contentType: p.text(),
    size: p.integer().check('size > 0'),
    storageKey: p.text(),
    createdAt: createdAt(),
  },
  policies: attachmentPolicies,
  indexes: [
    { name: 'attachment_of_ticket', properties: ['ticketId', 'createdAt', 'id'] },
    { name: 'attachment_of_comment', properties: ['commentId', 'createdAt', 'id'] },
    {
      name: 'attachment_unbound',
      expression: 'create index attachment_unbound on attachment (uploader_id, created_at) where ticket_id is null',
    },
  ],
  uniques: [{ name: 'attachment_storage_key', properties: ['storageKey'] }],
  checks: [
    {
      name: 'attachment_bound_check',
      expression: '(customer_id is null) = (ticket_id is null) and (comment_id is null or ticket_id is not null)',
    },
  ],
})
