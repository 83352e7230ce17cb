/** Sending a notice again that the mail server refused. */
import { runner } from '../../../core/db/orm.ts'
import { verb, type Outcome, type VerbContext } from '../../../core/db/verb.ts'
import { Problem } from '../../../core/graphql/problem.ts'
import { isUuid } from '../../../core/graphql/scalars.ts'
import { record } from '../../audit/index.ts'
import { said } from '../messages.ts'
import type { SendNoticeAgainInput } from './notice.type.ts'

/** Puts the mail of a failed notice back into the queue. Problems: id NOT_FOUND, NOT_ALLOWED (it has not failed). */
export function sendNoticeAgain(context: VerbContext, input: SendNoticeAgainInput): Promise<Outcome> {
  return verb(context, async (em) => {
    const run = runner(em)
    const [row] = isUuid(input.id)
      ? await run<{
          contract_id: string
          customer_id: string
          email: string
          mail: string | null
          status: string | null
        }>(
          `select d.contract_id, d.customer_id, d.email, m.id as mail, m.status from notice_delivery d
           left join outgoing_mail m on m.id = d.mail_id where d.id = $1 for update of d`,
          [input.id],
        )
      : []
    if (!row) throw new Problem('NOT_FOUND', ['id'])
    if (row.status !== 'FAILED') throw new Problem('NOT_ALLOWED', ['id'], { key: said['notice.notFailed'] })
    await run(
      `update outgoing_mail set status = 'QUEUED', attempts = 0, next_attempt_at = now(), failure = null
       where id = $1 and status = 'FAILED'`,
      [row.mail],
    )
    await record(em, context, {
      action: 'NOTICE_SENT_AGAIN',
      subjectType: 'Contract',
      subjectId: row.contract_id,
      customerId: row.customer_id,
      changes: [{ field: 'noticeDeliveries', from: null, to: row.email }],
    })
    return { noticeDelivery: input.id }
  })
}
