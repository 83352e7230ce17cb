/** The log of the demo's notices: what was told of the present ends by now, and what is planned. */
import { Temporal } from 'temporal-polyfill'
import type pg from 'pg'
import { newId } from '../core/db/ids.ts'
import { dueOn, noticeMail, passedWhenSet, type Notice, type NoticeSubject } from '../features/contracts/index.ts'

interface Row extends Record<'contract' | 'reference' | 'type' | 'customer' | 'name' | 'email', string> {
  contractId: string
  customerId: string
  technicianId: string | null
  contactId: string | null
  startsOn: string
  endsOn: string
  renewsItself: boolean
  side: Notice['side']
  days: number
  subject: string
  body: string
}

const ROWS = /* sql */ `
  select c.id as "contractId", c.customer_id as "customerId", c.name as contract, c.reference, y.name as type, k.name as customer,
    t.starts_on::text as "startsOn", t.ends_on::text as "endsOn", c.auto_renew as "renewsItself", n.side, n.days,
    p.technician_id as "technicianId", p.contact_id as "contactId", p.name, p.email, m.subject, m.body
  from contract c
  join customer k on k.id = c.customer_id and k.active
  join contract_type y on y.id = c.type_id
  join contract_term t on t.contract_id = c.id and t.ends_on = c.ends_on
  join contract_notice n on n.contract_id = c.id
  join notice_template m on m.side = n.side and m.locale = 'tr'
  cross join lateral (
    select z.id as technician_id, null::uuid as contact_id, z.name, z.email
    from contract_notice_user u join technician z on z.id = u.technician_id and z.active where u.contract_id = c.id
    union all
    select null, z.id, z.name, z.email
    from contract_notice_contact u join contact z on z.id = u.contact_id and z.active where u.contract_id = c.id) p
  where not c.draft and c.terminated_on is null and p.email is not null
  order by c.reference, n.side, n.days, p.name`

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>

/** Fills what was told of the ends of the contracts that are there. */
export async function fillNotices(client: pg.Client, insert: Insert, today: Temporal.PlainDate): Promise<void> {
  const { rows } = await client.query<Row>(ROWS)
  for (const row of rows) {
    const endsOn = Temporal.PlainDate.from(row.endsOn)
    const startsOn = Temporal.PlainDate.from(row.startsOn)
    const due = dueOn(endsOn, row)
    const passed = passedWhenSet({ ...row, endsOn, recipientId: '' }, startsOn)
    const sent = !passed && due.until(today).sign > 0
    const at = new Date(`${due.toString()}T09:00:00+03:00`)
    const about: NoticeSubject = { ...row, startsOn, endsOn }
    await insert('notice_delivery', {
      id: newId(),
      customer_id: row.customerId,
      contract_id: row.contractId,
      ends_on: row.endsOn,
      side: row.side,
      days: row.days,
      due_on: due.toString(),
      technician_id: row.technicianId,
      contact_id: row.contactId,
      status: passed ? 'SKIPPED' : sent ? 'QUEUED' : 'PLANNED',
      skip_reason: passed ? 'DATE_PASSED' : null,
      email: sent ? row.email : null,
      mail_id: sent ? await fillMail(insert, row, about, due, at) : null,
      created_at: new Date(`${row.startsOn}T09:00:00+03:00`),
    })
  }
}

async function fillMail(insert: Insert, row: Row, about: NoticeSubject, due: Temporal.PlainDate, at: Date) {
  const id = newId()
  const mail = noticeMail(row, 'tr', about, row.name, due, null)
  await insert('outgoing_mail', {
    id,
    customer_id: row.customerId,
    to_name: row.name,
    to_address: row.email,
    subject: mail.subject,
    body_text: mail.text,
    body_html: mail.html,
    message_id: `<${id}@accord.local>`,
    effect_key: `notice:${row.contractId}:${row.endsOn}:${row.side}:${row.days}:${row.technicianId ?? row.contactId}`,
    status: 'SENT',
    attempts: 1,
    created_at: at,
    sent_at: at,
  })
  return id
}
