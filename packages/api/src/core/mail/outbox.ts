import { isEmail } from '../auth/email.ts'
import type { Run } from '../auth/links.ts'
import { newId } from '../db/ids.ts'
import type { MailText } from './templates.ts'

/**
 * Writes a mail into the outbox, in the transaction of what it tells about: both happen or neither. A trigger
 * tells the relay at the commit. `effectKey` names what the mail is the effect of: the same effect is never told twice, the second
 * insert fails. `referencesId` names the
 * thread it belongs to. Throws for an address that is not one plain address. Nothing is read back: writing alone needs to be allowed.
 * @returns the id of the mail
 */
export async function queueMail(
  run: Run,
  to: { name: string; address: string },
  mail: MailText,
  about: { effectKey?: string; customerId?: string | null; referencesId?: string } = {},
): Promise<string> {
  if (!isEmail(to.address)) throw new Error('not a mail address')
  const id = newId()
  await run(
    `insert into public.outgoing_mail
       (id, customer_id, to_name, to_address, subject, body_text, body_html, message_id, references_id, effect_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
    [
      id,
      about.customerId ?? null,
      oneLine(to.name),
      to.address,
      oneLine(mail.subject),
      mail.text,
      mail.html,
      `<${id}@accord.local>`,
      about.referencesId ?? null,
      about.effectKey ?? id,
    ],
  )
  return id
}

/** A name or a subject never begins another header line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
