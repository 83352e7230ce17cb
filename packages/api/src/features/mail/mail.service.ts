import { found } from '../../core/db/find.ts'
import { verb, type Outcome, type VerbContext } from '../../core/db/verb.ts'
import { defineMessages } from '../../core/graphql/messages.ts'
import { Problem } from '../../core/graphql/problem.ts'
import { record } from '../audit/index.ts'
import { MailEntity } from './mail.entity.ts'
import type { ResendMailInput } from './mail.type.ts'

const said = defineMessages({
  'mail.notFailed': {
    tr: 'Yalnız gönderilemeyen bir e-posta yeniden gönderilir.',
    en: 'Only a mail that has failed can be sent again.',
  },
})

/** Puts a failed mail back into the queue, as if it had never been tried. */
export function resendMail(context: VerbContext, input: ResendMailInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const row = await found(em, MailEntity, input.id)
    if (row.status !== 'FAILED') throw new Problem('NOT_ALLOWED', ['id'], { key: said['mail.notFailed'] })
    await em.execute(
      `update outgoing_mail set status = 'QUEUED', attempts = 0, next_attempt_at = now(), failure = null where id = ?`,
      [row.id],
    )
    await record(em, context, {
      action: 'SENT_AGAIN',
      subjectType: 'Mail',
      subjectId: row.id,
      customerId: row.customerId,
    })
    return { mail: row.id }
  })
}
