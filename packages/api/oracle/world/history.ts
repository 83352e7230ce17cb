/** What happened and what was mailed: audit events about every type, with and without a customer, and mails with links. */
import type { Dice } from '../dice.ts'
import { instant } from './instants.ts'
import type { AuditEventRow, Change, MailRow, NodeRow, World } from './rows.ts'

/** Fields that events tell of, by type: plain ones, those behind doors of their own, and names that no field of the schema has. */
const told: Record<string, readonly string[]> = {
  Customer: ['name', 'notes', 'taxNumber', 'technicians', 'active', 'email'],
  Contact: ['name', 'phone', 'email', 'groupId', 'seesCompanyRecords', 'role'],
  Group: ['name', 'members'],
  Technician: ['name', 'role', 'costRate', 'active', 'email'],
  Role: ['name', 'permissions', 'onlyAuthorizedCustomers'],
  ApiKey: ['name', 'permissions', 'customers', 'allCustomers'],
  Mail: ['status'],
  Asset: ['name', 'serialNumber', 'status'],
  Ticket: ['subject', 'status', 'assignee', 'approvers', 'asset', 'timeline'],
  Comment: ['body'],
  ServicePlan: ['title', 'fixedFee', 'calendar', 'bandRates'],
  ContractType: ['name', 'active'],
  Contract: ['name', 'endsOn', 'notices', 'noticeUsers', 'noticeContacts', 'plan', 'planChanges', 'terminationReason'],
  NoticeTemplate: ['subject', 'body'],
  TimeEntry: ['minutes', 'extraCost', 'technician', 'ticket', 'contract', 'startedAt'],
  WorkingCalendar: ['name', 'workingHours', 'holidays'],
}
const actions = ['CREATED', 'UPDATED', 'DELETED', 'PASSIVATED', 'AUTHORIZATION_CHANGED', 'INVITED']

export function addEvents(dice: Dice, world: World): void {
  const subjects: NodeRow[] = [
    ...world.customers,
    ...world.groups,
    ...world.contacts,
    ...world.technicians,
    ...world.roles,
    ...world.keys,
    ...world.mails,
    ...world.assets,
    ...world.tickets,
    ...world.comments,
    ...world.plans,
    ...world.calendars,
    ...world.contractTypes,
    ...world.contracts,
    ...world.templates,
    ...world.timeEntries,
  ]
  const types = Object.keys(told)
  // Every type at least once: whichever rule is forgotten, there is an event to betray it.
  for (const type of types) {
    const rows = subjects.filter((row) => row.type === type)
    if (rows.length > 0) addEvent(dice, world, dice.pick(rows), told[type]!)
  }
  for (let left = dice.int(5, 40); left > 0; left -= 1) {
    const subject = dice.pick(subjects)
    addEvent(dice, world, subject, dice.some(told[subject.type] ?? [], 0, 4))
  }
}

function addEvent(dice: Dice, world: World, subject: NodeRow, fields: readonly string[]): void {
  const customerId = subject.type === 'Customer' ? subject.id : 'customerId' in subject ? subject.customerId : null
  const actor = dice.pick([
    ...world.technicians.map((row) => ({
      kind: row === world.technicians[0] ? ('ADMIN' as const) : ('TECHNICIAN' as const),
      row,
    })),
    ...world.contacts.map((row) => ({ kind: 'CONTACT' as const, row })),
    ...world.keys.map((row) => ({ kind: 'PARTNER' as const, row })),
    null,
  ])
  const gone = dice.chance(10)
  const row: AuditEventRow = {
    type: 'AuditEvent',
    id: dice.uuid(),
    at: instant(dice),
    actorKind: actor?.kind ?? null,
    actorId: actor?.row.id ?? null,
    actorName: actor?.row.name ?? null,
    action: dice.pick(actions),
    subjectType: subject.type,
    subjectId: gone ? dice.pick(world.missing) : subject.id,
    customerId,
    changes: fields.map((field): Change => ({
      field,
      from: dice.maybe(50, () => `eski "${field}"`),
      to: dice.maybe(30, () => `yeni ${field}`),
    })),
  }
  world.events.push(row)
}

export function addMails(dice: Dice, world: World): void {
  const people = [...world.contacts.filter(({ email }) => email), ...world.technicians]
  for (let left = dice.int(4, 12); left > 0; left -= 1) {
    const to = dice.pick(people)
    const status = dice.pick(['QUEUED', 'QUEUED', 'SENT', 'FAILED'] as const)
    const link = dice.pick(['/invite/', '/reset/'])
    const row: MailRow = {
      type: 'Mail',
      id: dice.uuid(),
      customerId: 'customerId' in to && dice.chance(85) ? to.customerId : null,
      toName: to.name,
      toAddress: to.email ?? '',
      subject: dice.pick(['Davet', 'Şifre sıfırlama', 'İş daveti', 'Iğdır']),
      bodyText: dice.pick([
        `Merhaba ${to.name}\nhttps://ev.example${link}${dice.hex(12)}\nGüle güle`,
        `İki bağlantı: https://ev.example/reset/${dice.hex(6)} ve https://ev.example/invite/${dice.hex(6)}.`,
        'Bağlantısız bir yazı',
      ]),
      status,
      attempts: dice.int(0, 5),
      failure: status === 'FAILED' ? '550 böyle biri yok' : null,
      createdAt: instant(dice),
      sentAt: status === 'SENT' ? instant(dice) : null,
    }
    world.mails.push(row)
  }
}
