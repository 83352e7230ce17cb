/** How mails stand on their table, for `core/read`. */
import { byInstant, column, connection, folded, type TypeModel } from '../../core/read/model.ts'

/** Set at the start: whether a mail server takes our mails. */
export const mailSettings = { sent: true }

export const mailModels: TypeModel[] = [
  {
    name: 'Mail',
    table: 'outgoing_mail',
    scope: 'customer_id',
    orders: { CREATED_AT_DESC: byInstant('created_at', true) },
    defaultOrder: 'CREATED_AT_DESC',
    filters: {
      text: folded('search_fold'),
      status: (t, pen, path) => `${t}.status = any (${pen.arg(path, 'text[]')})`,
    },
    fields: {
      to: column((t) => `${t}.to_address`),
      // A link in a mail sets somebody's password. It is shown only where it reaches nobody otherwise, and only to
      // administrators: whoever else reads mails here could become one with it.
      text: column((t, pen) => {
        const blackened = `regexp_replace(${t}.body_text, '(/(?:reset|invite)/)[^[:space:]]+', '\\1…', 'g')`
        if (pen.kind !== 'ADMIN') return blackened
        return `case when ${t}.status = 'QUEUED' and not ${pen.principal(() => mailSettings.sent, 'boolean')} then ${t}.body_text else ${blackened} end`
      }),
    },
  },
]

/** Root fields of Query that this feature answers. */
export const mailRoots: TypeModel['fields'] = { mails: connection('Mail') }
