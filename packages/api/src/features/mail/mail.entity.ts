import { defineEntity, p } from '@mikro-orm/core'
import { createdAt, id } from '../../core/db/columns.ts'
import { mailPolicies } from './mail.access.ts'

/** A mail on its way: written in the transaction that causes it, sent by the relay. */
export const MailEntity = defineEntity({
  name: 'MailRow',
  tableName: 'outgoing_mail',
  properties: {
    id: id(),
    customerId: p.uuid().nullable(),
    toName: p.text(),
    toAddress: p.text(),
    subject: p.text(),
    bodyText: p.text(),
    bodyHtml: p.text(),
    messageId: p.text(),
    referencesId: p.text().nullable(),
    /** One effect, one mail: a repeated act with the same key adds nothing. */
    effectKey: p.text(),
    status: p.text().default('QUEUED').check("status in ('QUEUED', 'SENT', 'FAILED')"),
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime().defaultRaw('now()'),
    failure: p.text().nullable(),
    createdAt: createdAt(),
    sentAt: p.datetime().nullable(),
    searchFold: p.text().nullable().generated("(tr_fold(to_name || ' ' || to_address || ' ' || subject)) stored"),
  },
  policies: mailPolicies,
  indexes: [
    {
      name: 'outgoing_mail_due',
      expression: "create index outgoing_mail_due on outgoing_mail (next_attempt_at, id) where status = 'QUEUED'",
    },
    { name: 'outgoing_mail_by_creation', properties: ['createdAt', 'id'] },
  ],
  uniques: [{ name: 'outgoing_mail_effect_taken', properties: ['effectKey'] }],
})
