/** Outgoing mail, as the specification has it. */
import type { MailRow } from '../world/rows.ts'
import { isStaff, reaches } from './asker.ts'
import { columns, nodesOf, typeOf, where, type Feature } from './feature.ts'
import { fold } from './fold.ts'
import { connection } from './lists.ts'
import { byInstant } from './orders.ts'
import { staffMay } from './rules.ts'
import { someOf, textAbout } from './values.ts'

const organizers = staffMay('ORGANIZATION_WRITE')
const mailRow = columns<MailRow>()
const statuses = ['QUEUED', 'SENT', 'FAILED']

/** A link that sets somebody's password reaches nobody else. */
const blackened = (text: string) => text.replace(/(\/(?:reset|invite)\/)\S+/g, '$1…')

export const mail: Feature = {
  nodes: {
    Mail: nodesOf<MailRow>(
      ({ mails }) => mails,
      byInstant('createdAt', true),
      (asker, { customerId }) => isStaff(asker) && reaches(asker, customerId),
    ),
  },
  types: {
    Mail: typeOf<MailRow>(organizers, {
      ...mailRow.plain('id', 'subject', 'status', 'attempts', 'failure'),
      ...mailRow.instants('createdAt', 'sentAt'),
      to: { value: ({ toAddress }) => toAddress },
      text: {
        // Where no mail server is set, administrators hand the links on that wait for one.
        value: ({ bodyText, status }, { asker, world }) =>
          asker.kind === 'ADMIN' && status === 'QUEUED' && !world.mailServer ? bodyText : blackened(bodyText),
      },
    }),
  },
  roots: { mails: { ...connection('Mail', 'mails', { filter: 'MailFilter' }), rule: organizers } },
  filters: {
    MailFilter: {
      text: where(textAbout('Mail'), ({ toName, toAddress, subject }: MailRow, text: string) =>
        fold(`${toName} ${toAddress} ${subject}`).includes(fold(text)),
      ),
      status: where(someOf(...statuses), ({ status }: MailRow, wanted: string[]) => wanted.includes(status)),
    },
  },
  mutations: {
    resendMail: {
      rule: organizers,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'Mail' },
    },
  },
}
