/** Puts a world into a database, as the owner and in one transaction, in place of the one that was there. */
import type { Sql } from '../../test/house.ts'
import type { World } from './rows.ts'
import { hashOf } from './staff.ts'

type Row = Record<string, unknown>

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Triggers that would put their own instants in, or refuse to forget what happened. */
const quiet = ['sign_in.session', 'audit_event', 'outgoing_mail']

/** Rows of every table, parents first. */
function tablesOf(world: World): [table: string, rows: readonly object[]][] {
  return [
    ['sign_in.account', world.accounts],
    ['sign_in.session', world.sessions.map((session) => ({ ...session, endsAt: session.expiresAt }))],
    ['role', world.roles],
    ['technician', world.technicians],
    ['customer', world.customers],
    ['customer_group', world.groups],
    ['contact', world.contacts],
    ['technician_customer', world.authorizations],
    ['api_key', world.keys.map((key) => ({ ...key, secretHash: hashOf(world.secrets.get(key.id)!) }))],
    ['api_key_customer', world.keyCustomers],
    ['working_calendar', world.calendars],
    ['service_plan', world.plans],
    ['service_plan_revision', world.revisions],
    ['contract_type', world.contractTypes],
    ['contract', world.contracts],
    ['contract_term', world.terms],
    ['contract_plan', world.contractPlans],
    ['contract_notice', world.notices],
    ['contract_notice_user', world.noticeUsers],
    ['contract_notice_contact', world.noticeContacts],
    ['notice_template', world.templates],
    ['asset', world.assets],
    ['ticket', world.tickets],
    ['ticket_comment', world.comments],
    ['ticket_approval', world.approvals],
    ['attachment', world.attachments],
    ['job', world.jobs],
    ['job_row', world.jobRows],
    ['time_entry', world.timeEntries],
    ['running_timer', world.timers],
    ['audit_event', world.events],
    [
      'outgoing_mail',
      world.mails.map((mail) => ({ ...mail, bodyHtml: '', messageId: `<${mail.id}@ev.example>`, effectKey: mail.id })),
    ],
    ['notice_delivery', world.deliveries],
    [
      'idempotency_key',
      world.idempotency.map((row) => ({ ...row, operation: 'createCustomer', bodyHash: '', answer: {} })),
    ],
  ]
}

export async function insertWorld(sql: Sql, world: World): Promise<void> {
  const tables = tablesOf(world)
  const names = tables.map(([name]) => name)
  const statements = [
    ...quiet.map((name) => `alter table ${name} disable trigger user;`),
    `truncate ${names.join(', ')} cascade;`,
    ...tables.map(([name, rows]) => insertInto(name, rows as readonly Row[])),
    ...quiet.map((name) => `alter table ${name} enable trigger user;`),
  ]
  // Several statements in one message are one transaction.
  await sql(statements.join('\n'))
}

/** What no column holds: which type a row is of, and what the program works out from others. */
const onlyTheModels = new Set(['type', 'device', 'expired'])

/** One statement a table. */
export function insertInto(table: string, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const names = Object.keys(rows[0]!).filter((name) => !onlyTheModels.has(name))
  const values = rows.map((row) => Object.fromEntries(names.map((name) => [snake(name), row[name]])))
  const columns = names.map(snake).join(', ')
  const json = JSON.stringify(values).replaceAll("'", "''")
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, '${json}'::jsonb);`
}
