/**
 * Every id that a mutation takes, given the id of something that is not for the one who asks: F1, F2, E7, E8. What is
 * denied and what does not exist get the same bytes, and nothing is written.
 */
import { getNamedType, isInputObjectType, isListType, isNonNullType, type GraphQLInputField } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/core/db/ids.ts'
import { allPermissions } from '../../src/features/organization/index.ts'
import { openHouse, type House, type Who } from '../house.ts'
import { codes, tell } from './tools.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** What one customer may have, and the ids of what belongs to all of ours. */
interface Things {
  Customer: string
  Contact: string
  Group: string
  Mail: string
  ApiKey: string
  Session: string
  Ticket: string
  Asset: string
  /** An upload of `maker` that hangs on nothing yet. */
  Attachment: string
  Job: string
  Contract: string
  /** A contract that is only being written. */
  Draft: string
  TimeEntry: string
  /** It runs for `maker`. */
  Timer: string
  ContractType: string
  /** One that the mail server refused. */
  Notice: string
  /** What the queue keeps of a contract that could not be brought up to date. */
  LaidAside: string
  NoticeTemplate: string
  Technician: string
  Role: string
  ServicePlan: string
  WorkingCalendar: string
}
type Kind = keyof Things

/** Kinds that nobody of ours is kept from: a foreign one of these does not exist. */
const ofEverybody = new Set<Kind>([
  'Technician',
  'Role',
  'ServicePlan',
  'WorkingCalendar',
  'ContractType',
  'NoticeTemplate',
])
/** What its ids name is told by its job, row by row: test/features/job.test.ts. */
const toldLater = new Set(['bulkUpdateTickets'])
const kindOf: Record<string, Kind> = {
  customerId: 'Customer',
  customerIds: 'Customer',
  contactId: 'Contact',
  contactIds: 'Contact',
  groupId: 'Group',
  technicianId: 'Technician',
  technicianIds: 'Technician',
  memberIds: 'Technician',
  roleId: 'Role',
  requesterId: 'Contact',
  approverIds: 'Contact',
  assigneeId: 'Technician',
  assetId: 'Asset',
  calendarId: 'WorkingCalendar',
  planId: 'ServicePlan',
  typeId: 'ContractType',
  contractId: 'Contract',
  noticeUserIds: 'Technician',
  noticeContactIds: 'Contact',
  'updateTimeEntry.id': 'TimeEntry',
  'deleteTimeEntry.id': 'TimeEntry',
  'stopTimer.id': 'Timer',
  'discardTimer.id': 'Timer',
  'updateContractType.id': 'ContractType',
  'updateContract.id': 'Contract',
  'renewContract.id': 'Contract',
  'terminateContract.id': 'Contract',
  'sendNoticeAgain.id': 'Notice',
  'tryContractAgain.id': 'LaidAside',
  'updateNoticeTemplate.id': 'NoticeTemplate',
  'activateContract.id': 'Draft',
  'deleteContract.id': 'Draft',
  'updateServicePlan.id': 'ServicePlan',
  'deleteServicePlan.id': 'ServicePlan',
  'updateWorkingCalendar.id': 'WorkingCalendar',
  ticketId: 'Ticket',
  attachmentIds: 'Attachment',
  'bulkUpdateTickets.ids': 'Ticket',
  'cancelJob.id': 'Job',
  'updateTicket.id': 'Ticket',
  'reopenTicket.id': 'Ticket',
  'rateTicket.id': 'Ticket',
  'updateAsset.id': 'Asset',
  'deleteAsset.id': 'Asset',
  'updateCustomer.id': 'Customer',
  'deleteCustomer.id': 'Customer',
  'updateContact.id': 'Contact',
  'setContactActive.id': 'Contact',
  'deleteContact.id': 'Contact',
  'updateGroup.id': 'Group',
  'deleteGroup.id': 'Group',
  'updateTechnician.id': 'Technician',
  'updateRole.id': 'Role',
  'deleteRole.id': 'Role',
  'revokeApiKey.id': 'ApiKey',
  'revokeSession.id': 'Session',
  'resendMail.id': 'Mail',
}

async function thingsOf(customer: { id: string }, maker: { id: string }): Promise<Things> {
  const group = await house.seed.group(customer)
  const contact = await house.seed.contact(customer, { group })
  const technician = await house.seed.technician({ permissions: [] })
  const ticket = await house.seed.ticket(customer, await house.seed.contact(customer), { kind: 'REQUEST' })
  const asset = await house.seed.asset(customer)
  const calendar = await house.seed.calendar()
  const plan = await house.seed.plan()
  const contract = await house.seed.contract(customer, { startsOn: '2020-01-01', endsOn: '2099-12-31' })
  const draft = await house.seed.contract(customer, { draft: true })
  const entry = await house.seed.entry(maker, { ticket })
  // One at a time: what was made before is not asked for any more.
  await house.sql('delete from running_timer where technician_id = $1', [maker.id])
  const timer = await house.seed.timer(maker, ticket)
  const upload = await house.seed.attachment(maker)
  const job = newId()
  await house.seed.insert('job', {
    id: job,
    kind: 'BULK_CHANGE',
    status: 'DONE',
    total: 0,
    payload: '{}',
    created_by_kind: 'TECHNICIAN',
    created_by: maker.id,
    locale: 'tr',
    ip_address: '127.0.0.1',
    created_at: new Date(),
  })
  const mail = newId()
  await house.sql(
    `insert into outgoing_mail (id, customer_id, to_name, to_address, subject, body_text, body_html, message_id, effect_key, status, created_at)
     values ($1::uuid, $2, 'A', 'a@example.com', 'Konu', 'Metin', '', $1::text, $1::text, 'FAILED', now())`,
    [mail, customer.id],
  )
  const [notice, laidAside] = [newId(), newId()]
  await house.sql(
    `insert into notice_delivery (id, customer_id, contract_id, ends_on, side, days, due_on, contact_id, status, mail_id, email, created_at)
     values ($1, $2, $3, '2099-12-31', 'BEFORE_END', 30, '2099-12-01', $4, 'QUEUED', $5, 'a@example.com', now())`,
    [notice, customer.id, contract.id, contact.id, mail],
  )
  await house.sql(
    `select pgboss.create_queue('contract-dead', '{"policy": "standard"}') where not exists (select from pgboss.queue where name = 'contract-dead')`,
  )
  await house.sql(
    `insert into pgboss.job (id, name, data) values ($1, 'contract-dead', jsonb_build_object('contractId', $2::text))`,
    [laidAside, contract.id],
  )
  const [template] = await house.sql<{ id: string }>('select id from notice_template limit 1')
  const [session] = await house.sql<{ id: string }>('select id from sign_in.session where account_id = $1', [
    contact.accountId,
  ])
  const key = await house.seed.key(maker, { customers: [customer] })
  return {
    Customer: customer.id,
    Contact: contact.id,
    Group: group.id,
    Ticket: ticket.id,
    Asset: asset.id,
    Attachment: upload.id,
    Job: job,
    Mail: mail,
    ApiKey: key.id,
    Session: session!.id,
    Technician: technician.id,
    Role: technician.roleId,
    Contract: contract.id,
    Draft: draft.id,
    Notice: notice,
    LaidAside: laidAside,
    NoticeTemplate: template!.id,
    TimeEntry: entry.id,
    Timer: timer.id,
    ContractType: contract.typeId,
    ServicePlan: plan.id,
    WorkingCalendar: calendar.id,
  }
}

/** Every mutation with the id fields of its input. */
interface Case {
  mutation: string
  fields: GraphQLInputField[]
  ids: GraphQLInputField[]
}
function allCases(): Case[] {
  return Object.values(house.app.schema.getMutationType()!.getFields()).map(({ name, args }) => {
    const input = getNamedType(args[0]!.type)
    if (!isInputObjectType(input)) throw new Error(`${name} takes no input`)
    const fields = Object.values(input.getFields())
    return { mutation: name, fields, ids: fields.filter(({ type }) => getNamedType(type).name === 'ID') }
  })
}
function kind(mutation: string, field: string): Kind {
  const found = kindOf[`${mutation}.${field}`] ?? kindOf[field]
  if (!found) throw new Error(`Say what ${mutation}.${field} names`)
  return found
}

let number = 0
/** An input that would do something: required fields and all ids, each from `things`. */
function inputOf({ mutation, fields }: Case, things: Things): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const { name, type } of fields) {
    const bare = isNonNullType(type) ? type.ofType : type
    const isId = getNamedType(type).name === 'ID'
    // An upload is attached once: it is named only where it is what is asked about.
    if (name === 'attachmentIds') continue
    if (isId) input[name] = isListType(bare) ? [things[kind(mutation, name)]] : things[kind(mutation, name)]
    else if (name === 'email' && isNonNullType(type)) input[name] = `f${(number += 1)}@example.com`
    else if (name === 'timeZone') input[name] = 'Europe/Istanbul'
    // A plan’s currency is that of its amounts.
    // The first day of one that has begun stays.
    else if (name === 'startsOn' || name === 'endsOn') input[name] = name === 'startsOn' ? '2020-01-01' : '2099-12-31'
    else if (name === 'on') input[name] = '2099-12-30'
    else if (name === 'fixedFee') input[name] = { amount: '1', currency: 'TRY' }
    else if (isListType(bare)) {
      if (isNonNullType(type)) input[name] = []
    } else if (name === 'name') input[name] = `Adı ${(number += 1)}`
    else if (isNonNullType(type)) {
      const plain: Record<string, unknown> = {
        Int: 1,
        Boolean: false,
        String: 'x',
        Date: '2026-01-05',
        TicketKind: 'INCIDENT',
        AssetKind: 'ASSET',
        PricingMethod: 'FLAT',
        BillingMethod: 'IN_ADVANCE',
        BillingPeriod: 'MONTHLY',
        OvertimeBehaviour: 'NOT_BILLED',
        OverageBehaviour: 'NOT_BILLED',
      }
      input[name] = plain[getNamedType(type).name]
    }
  }
  return input
}

/** Verbs that are a contact’s alone. */
const ofContacts = new Set(['rateTicket', 'decideApproval'])

/** Everything that is kept, in one word. */
async function everything(): Promise<string> {
  const tables = await house.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'sign_in', 'pgboss') order by 1`,
  )
  const parts = tables.map(({ name }) => `(select md5(string_agg(t::text, ';' order by t::text)) from ${name} t)`)
  const [row] = await house.sql<{ all: string }>(`select concat_ws(' ', ${parts.join(', ')}) as all`)
  return row!.all
}

interface Asker {
  who: Who
  /** What he, she or it may change, and another customer to move to. */
  own: Things
  second: { id: string }
}

async function askers(): Promise<Record<'technician' | 'key' | 'contact', Asker>> {
  const permissions = [...allPermissions]
  const [first, second] = [await house.seed.customer(), await house.seed.customer()]
  const admin = await house.seed.technician({ administrator: true })
  const technician = await house.seed.technician({ permissions, restricted: true, customers: [first, second] })
  const own = await thingsOf(first, technician)
  const key = await house.seed.key(admin, { permissions, customers: [first, second] })
  await house.sql('update api_key set last_used_at = now()')
  return {
    technician: { who: technician, own, second },
    key: { who: key, own, second },
    contact: { who: await house.seed.contact(first, { company: true, groupRight: true }), own, second },
  }
}

describe.each(['technician', 'key', 'contact'] as const)('F1, F2, E7, E8: as %s', (title) => {
  test('a foreign id is answered like one that names nothing, and nothing is written', async () => {
    const asker = (await askers())[title]
    const admin = await house.seed.technician({ administrator: true })
    const foreign = await thingsOf(await house.seed.customer(), admin)
    await house.sql('update api_key set last_used_at = now()')
    const faults: string[] = []
    let notFound = 0
    for (const each of allCases().filter(({ mutation }) => !toldLater.has(mutation))) {
      for (const { name, type } of each.ids) {
        const of = kind(each.mutation, name)
        if (ofEverybody.has(of)) continue
        const input = inputOf(each, asker.own)
        if (each.mutation === 'moveContact') input['customerId'] = asker.second.id
        const value = (id: string) => (isListType(isNonNullType(type) ? type.ofType : type) ? [id] : id)
        const before = await everything()
        // The right version and, of the object itself, a wrong one: whether it is right is nobody's business either.
        for (const version of name === 'id' ? [1, 7] : [1]) {
          const given = 'version' in input ? { ...input, version } : input
          const denied = await tell(house, asker.who, each.mutation, { ...given, [name]: value(foreign[of]) })
          const missing = await tell(house, asker.who, each.mutation, { ...given, [name]: value(newId()) })
          const place = `${each.mutation}.${name} (${of})`
          if (denied.text !== missing.text) faults.push(`${place}: ${denied.text} but ${missing.text}`)
          const error = denied.errors?.[0]?.extensions['code'] ?? denied.data[each.mutation].errors[0]?.code
          if (error !== 'NOT_FOUND' && error !== 'FORBIDDEN') faults.push(`${place}: ${error}`)
          if (error === 'NOT_FOUND') {
            notFound += 1
            const { path } = denied.data[each.mutation].errors[0]
            if (path.join('.') !== name) faults.push(`${place}: at ${path.join('.')}`)
          }
        }
        if ((await everything()) !== before) faults.push(`${each.mutation}.${name}: something was written`)
      }
    }
    expect(faults).toEqual([])
    expect(notFound).toBeGreaterThan(title === 'contact' ? 0 : 10)
  })
})

test('F1: the same ids are good for who may use them, so the refusals were about the id', async () => {
  const admin = await house.seed.technician({ administrator: true })
  const faults: string[] = []
  for (const each of allCases()) {
    // What contacts do to their own is tried with the tickets themselves.
    if (!each.ids.length || each.mutation === 'revokeSession' || ofContacts.has(each.mutation)) continue
    const customer = await house.seed.customer({ kind: 'INTERNAL' })
    const things = await thingsOf(customer, admin)
    const input = inputOf(each, things)
    // So many may wait: only the one that is to be cancelled does.
    if (each.mutation === 'cancelJob') await house.sql(`update job set status = 'QUEUED' where id = $1`, [things.Job])
    if (each.mutation === 'moveContact') {
      const target = await house.seed.customer()
      Object.assign(input, { customerId: target.id, groupId: (await house.seed.group(target)).id })
    }
    if (each.mutation === 'convertToUser') {
      const { accountId, email, id } = await house.seed.technician({ permissions: [] })
      await house.seed.contact(customer, { accountId, email, active: false })
      input['technicianId'] = id
    }
    if (each.mutation === 'reopenTicket')
      await house.sql(`update ticket set status = 'CLOSED' where id = $1`, [things.Ticket])
    if (each.mutation === 'deleteCustomer')
      for (const table of ['time_entry', 'ticket', 'asset', 'contract'])
        await house.sql(`delete from ${table} where customer_id = $1`, [customer.id])
    if (each.mutation === 'startTimer') await house.sql('delete from running_timer where id = $1', [things.Timer])
    if (each.mutation === 'deleteRole') input['id'] = (await house.seed.role({ permissions: [] })).id
    const problems = await codes(house, admin, each.mutation, input)
    if (problems.length) faults.push(`${each.mutation}: ${problems.join()}`)
  }
  expect(faults).toEqual([])
})

test('F2: a group of another customer is not found, even when both customers are mine', async () => {
  const [one, two] = [await house.seed.customer(), await house.seed.customer()]
  const me = await house.seed.technician({
    permissions: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'],
    restricted: true,
    customers: [one, two],
  })
  const group = await house.seed.group(two)
  const contact = await house.seed.contact(one)
  const own = await house.seed.group(one)
  const before = await everything()
  const paths = []
  for (const [name, input] of [
    ['createContact', { customerId: one.id, name: 'Ali', groupId: group.id }],
    ['updateContact', { id: contact.id, version: 1, groupId: group.id }],
    ['updateGroup', { id: group.id, version: 1, contactIds: [contact.id] }],
    ['createGroup', { customerId: two.id, name: 'Yeni', contactIds: [contact.id] }],
    ['moveContact', { contactId: contact.id, customerId: two.id, groupId: own.id }],
  ] as const) {
    const { data } = await tell(house, me, name, input)
    paths.push([data[name].errors[0].code, ...data[name].errors[0].path])
  }
  expect(paths).toEqual([
    ['NOT_FOUND', 'groupId'],
    ['NOT_FOUND', 'groupId'],
    ['NOT_FOUND', 'contactIds'],
    ['NOT_FOUND', 'contactIds'],
    ['NOT_FOUND', 'groupId'],
  ])
  expect(await everything()).toBe(before)
})

test('F2: nor could the database tie a contact to a group of another customer', async () => {
  const [one, two] = [await house.seed.customer(), await house.seed.customer()]
  const group = await house.seed.group(two)
  await expect(house.seed.contact(one, { group })).rejects.toThrow('contact_group')
})

test.each([
  '',
  'x',
  '0',
  'null',
  "' or 1=1 --",
  '../1',
  'a'.repeat(9_000),
  '{}',
  '00000000-0000-0000-0000-00000000000g',
])('I1: an id that could not be one (%#) names nothing', async (id) => {
  const admin = await house.seed.technician({ administrator: true })
  const contact = await house.seed.contact(await house.seed.customer())
  for (const each of allCases()) {
    const things = Object.fromEntries(Object.values(kindOf).map((of) => [of, id])) as unknown as Things
    if (!each.ids.length) continue
    const who = ofContacts.has(each.mutation) ? contact : admin
    const problems = await codes(house, who, each.mutation, inputOf(each, things))
    expect(problems, each.mutation).toEqual(['NOT_FOUND'])
  }
})
