import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { QueueName } from '~/lib/__generated__/schema'

/** What each queue is called, and what it does. */
export const queueWords: Record<QueueName, { name: MessageDescriptor; about: MessageDescriptor }> = {
  CONTRACT_SWEEP: { name: msg`Look at contracts`, about: msg`Looks every minute what is due: renewals and notices.` },
  CONTRACTS: { name: msg`Renewals and notices`, about: msg`Each contract on which something is due.` },
  MAILS: { name: msg`Mails`, about: msg`What waits to be sent. After 48 hours without success a mail has failed.` },
  JOBS: { name: msg`Jobs`, about: msg`What people asked for: changes of many rows, imports, exports.` },
}
