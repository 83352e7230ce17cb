import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../../core/db/columns.ts'
import type { Notice, SkipReason } from '../calendar/index.ts'
import { deliveryPolicies, templatePolicies } from './notice.access.ts'

/** The text of a notice in a language. There is one for each side and language, and always. */
export const NoticeTemplateEntity = defineEntity({
  name: 'NoticeTemplateRow',
  tableName: 'notice_template',
  properties: {
    id: id(),
    version: p.integer().version(),
    side: p.text().$type<Notice['side']>().check("side in ('BEFORE_END', 'AFTER_END')"),
    locale: p.text().$type<'tr' | 'en'>().check("locale in ('tr', 'en')"),
    subject: p.text(),
    body: p.text(),
    updatedAt: updatedAt(),
  },
  policies: templatePolicies,
  uniques: [{ name: 'notice_template_one', properties: ['side', 'locale'] }],
})
export type NoticeTemplateRow = InferEntity<typeof NoticeTemplateEntity>

/**
 * A notice of one term's end to one recipient: planned, then queued as a mail or skipped. The effect key, what was told to
 * whom of which end, makes it happen once, whoever writes it and however often.
 */
export const NoticeDeliveryEntity = defineEntity({
  name: 'NoticeDeliveryRow',
  tableName: 'notice_delivery',
  properties: {
    id: id(),
    customerId: p.uuid(),
    contractId: p.uuid(),
    /** Last day of the term whose end is told. */
    endsOn: p.date(),
    side: p.text().$type<Notice['side']>().check("side in ('BEFORE_END', 'AFTER_END')"),
    days: p.integer(),
    dueOn: p.date(),
    technicianId: p.uuid().nullable(),
    contactId: p.uuid().nullable(),
    recipientId: p.uuid().generated('(coalesce(technician_id, contact_id)) stored'),
    status: p.text().default('PLANNED').check("status in ('PLANNED', 'QUEUED', 'SKIPPED')"),
    skipReason: p.text().$type<SkipReason>().nullable(),
    /** Where it went. */
    email: p.text().nullable(),
    mailId: p.uuid().nullable(),
    createdAt: createdAt(),
  },
  policies: deliveryPolicies,
  checks: [
    { name: 'notice_delivery_recipient', expression: '(technician_id is null) <> (contact_id is null)' },
    {
      name: 'notice_delivery_whole',
      expression: "(status = 'SKIPPED') = (skip_reason is not null) and (status = 'QUEUED' or mail_id is null)",
    },
  ],
  indexes: [
    {
      name: 'notice_delivery_waiting',
      expression:
        "create index notice_delivery_waiting on notice_delivery (due_on, contract_id) where status = 'PLANNED'",
    },
    { name: 'notice_delivery_of_contract', properties: ['contractId', 'dueOn', 'id'] },
    { name: 'notice_delivery_of_technician', properties: ['technicianId'] },
    { name: 'notice_delivery_of_contact', properties: ['contactId'] },
    { name: 'notice_delivery_of_mail', properties: ['mailId'] },
  ],
  uniques: [{ name: 'notice_delivery_once', properties: ['contractId', 'endsOn', 'side', 'days', 'recipientId'] }],
})
