/** Contract types, contracts and what is told of their ends, as the specification has them. */
import { Temporal } from 'temporal-polyfill'
import { previewTemplate } from '../../src/features/contracts/notices/template.service.ts'
import { dayOn } from '../world/days.ts'
import type {
  AuditEventRow,
  ContactRow,
  ContractPlanRow,
  ContractRow,
  ContractTypeRow,
  CustomerRow,
  DeliveryRow,
  MailRow,
  NodeRow,
  NoticeRow,
  TechnicianRow,
  TemplateRow,
  TermRow,
} from '../world/rows.ts'
import { isStaff } from './asker.ts'
import {
  contractReaders,
  contractText,
  daysLeft,
  planNow,
  plansOf,
  seesContract,
  statuses,
  statusOf,
} from './contract-rules.ts'
import { forecast } from './forecast.ts'
import { columns, nodesOf, printed, typeOf, where, type Args, type Feature, type FieldOf } from './feature.ts'
import { byCode, byTurkish, fold } from './fold.ts'
import { connection, page } from './lists.ts'
import { byInstant, byName } from './orders.ts'
import type { Question } from './question.ts'
import { both, may, staff, staffMay } from './rules.ts'
import { ticketsOf } from './ticket-lists.ts'
import { timeOf } from './time-lists.ts'
import { usage } from './usage.ts'
import { aDay, aFlag, anId, anInstant, instantOf, someOf, textAbout } from './values.ts'

const writers = may('CONTRACTS_WRITE')
const staffWriters = staffMay('CONTRACTS_WRITE')
const planReaders = may('PLANS_READ')
const noticeReaders = staffMay('CONTRACTS_READ')
const organizers = staffMay('ORGANIZATION_WRITE')

const contract = columns<ContractRow>()
const kind = columns<ContractTypeRow>()
const term = columns<TermRow>()
const delivery = columns<DeliveryRow>()
const template = columns<TemplateRow>()

const byNames = (left: { name: string; id: string }, right: { name: string; id: string }) =>
  byTurkish(left.name, right.name) || byCode(left.id, right.id)
const distance = ({ side, days }: NoticeRow) => (side === 'BEFORE_END' ? -days : days)

/** What became of the mail is what became of the notice. */
const mailOf = ({ mailId }: DeliveryRow, question: Question) => question.row<MailRow>('Mail', mailId)

/** The contracts that an object leads to, as far as the one who asks may see them. */
const contractsOf = <Parent>(of: (parent: Parent, row: ContractRow, question: Question) => boolean) =>
  connection<ContractRow, Parent>('Contract', 'contracts', {
    rule: contractReaders,
    of,
    filter: 'ContractFilter',
    orderBy: 'ContractOrder',
  })

export const customerContracts: Record<string, FieldOf<CustomerRow>> = {
  contracts: contractsOf<CustomerRow>(({ id }, { customerId }) => customerId === id),
  activeContractCount: {
    rule: contractReaders,
    value: ({ id }, question) =>
      question
        .rows<ContractRow>('Contract')
        .filter((row) => row.customerId === id && statusOf(row, question.world) === 'ACTIVE').length,
  },
}
export const planContracts = contractsOf<{ id: string }>(({ id }, row, { world }) => planNow(row, world)?.planId === id)
/** Customers with a contract under the plan, of those that one sees. */
export const underPlan = where(
  anId('ServicePlan'),
  ({ id }: CustomerRow, plan: string, question) =>
    question
      .rows<ContractRow>('Contract')
      .some((row) => row.customerId === id && planNow(row, question.world)?.planId === plan),
  both(planReaders, may('CONTRACTS_READ')),
)

const sides = ['BEFORE_END', 'AFTER_END']
interface TypedTemplate {
  side: string
  locale: string
  subject: string
  body: string
}

export const contracts: Feature = {
  nodes: {
    ContractType: nodesOf<ContractTypeRow>(
      ({ contractTypes }) => contractTypes,
      byName(),
      () => true,
    ),
    Contract: nodesOf<ContractRow>((world) => world.contracts, byInstant('endsOn'), seesContract),
    NoticeTemplate: nodesOf<TemplateRow>(({ templates }) => templates, byInstant('side'), isStaff),
  },
  types: {
    ContractType: typeOf<ContractTypeRow>(contractReaders, kind.plain('id', 'name', 'active', 'requestsNeedApproval')),
    Contract: typeOf<ContractRow>(contractReaders, {
      ...contract.plain('id', 'version', 'reference', 'name', 'description', 'startsOn', 'endsOn'),
      ...contract.plain('autoRenew', 'terminatedOn', 'terminationReason'),
      ...contract.instants('createdAt', 'updatedAt'),
      type: { value: ({ typeId }, question) => question.row('ContractType', typeId) },
      customer: { value: ({ customerId }, question) => question.row('Customer', customerId) },
      plan: {
        rule: planReaders,
        value: (row, question) => question.row('ServicePlan', planNow(row, question.world)?.planId ?? null),
      },
      planRevision: { value: (row, { world }) => planNow(row, world)?.revision ?? null },
      planChanges: { value: (row, { world }) => plansOf(row, world) },
      status: { value: (row, { world }) => statusOf(row, world) },
      daysLeft: { value: (row, { world }) => daysLeft(row, world) },
      renewalPeriod: {
        value: ({ renewalCount, renewalUnit }) => renewalCount && { count: renewalCount, unit: renewalUnit },
      },
      notices: {
        rule: staff,
        value: ({ id }, { world }) =>
          world.notices
            .filter(({ contractId }) => contractId === id)
            .sort((left, right) => distance(left) - distance(right)),
      },
      noticeUsers: {
        rule: staff,
        value: ({ id }, question) =>
          question
            .rows<TechnicianRow>('Technician')
            .filter((row) =>
              question.world.noticeUsers.some((each) => each.contractId === id && each.technicianId === row.id),
            )
            .sort(byNames),
      },
      noticeContacts: {
        value: ({ id }, question) =>
          question
            .rows<ContactRow>('Contact')
            .filter((row) =>
              question.world.noticeContacts.some((each) => each.contractId === id && each.contactId === row.id),
            )
            .sort(byNames),
      },
      noticeDeliveries: {
        rule: noticeReaders,
        value: ({ id }, question, args) =>
          page(
            'noticeDeliveries',
            question.world.deliveries.filter(({ contractId }) => contractId === id) as never as NodeRow[],
            byInstant('dueOn', true),
            question,
            args,
          ),
      },
      terms: {
        value: ({ id }, { world }) =>
          world.terms
            .filter(({ contractId }) => contractId === id)
            .sort((left, right) => byCode(left.startsOn, right.startsOn)),
      },
      usage: { ...usage, args: { on: aDay } },
      forecast,
      tickets: ticketsOf<ContractRow>('contractId'),
      timeline: connection<AuditEventRow, ContractRow>('AuditEvent', 'timeline', {
        rule: staff,
        of: ({ id }, { subjectId }) => subjectId === id,
      }),
      timeEntries: timeOf<ContractRow>('contractId'),
      viewerCanEdit: { value: (_row, { asker }) => asker.permissions.has('CONTRACTS_WRITE') },
      // Not a draft, nor what was ended early, nor of a customer that is not served any more.
      viewerCanRenew: {
        value: ({ draft, terminatedOn, customerId }, { asker, world }) =>
          asker.permissions.has('CONTRACTS_WRITE') &&
          !draft &&
          terminatedOn === null &&
          world.customers.some(({ id, active }) => id === customerId && active),
      },
    }),
    ContractTerm: typeOf<TermRow>(contractReaders, {
      ...term.plain('startsOn', 'endsOn', 'origin'),
      ...term.instants('createdAt'),
    }),
    ContractPlanChange: typeOf<ContractPlanRow>(contractReaders, {
      ...columns<ContractPlanRow>().plain('fromOn', 'revision'),
      plan: { rule: planReaders, value: ({ planId }, question) => question.row('ServicePlan', planId) },
    }),
    ContractNotice: typeOf<NoticeRow>(contractReaders, columns<NoticeRow>().plain('side', 'days')),
    Period: typeOf<{ count: number; unit: string }>(
      contractReaders,
      columns<{ count: number; unit: string }>().plain('count', 'unit'),
    ),
    NoticeDelivery: typeOf<DeliveryRow>(noticeReaders, {
      ...delivery.plain('id', 'dueOn', 'endsOn', 'side', 'days', 'skipReason'),
      status: { value: (row, question) => mailOf(row, question)?.status ?? row.status },
      sentAt: { value: (row, question) => printed(mailOf(row, question)?.sentAt ?? null) },
      failure: { value: (row, question) => mailOf(row, question)?.failure ?? null },
      recipient: {
        rule: may('CUSTOMERS_READ'),
        value: ({ technicianId, contactId }, question) =>
          question.row('Technician', technicianId) ?? question.row('Contact', contactId),
      },
      email: {
        rule: may('CUSTOMERS_READ'),
        value: ({ email, technicianId, contactId }, { world }) =>
          email ??
          [...world.technicians, ...world.contacts].find(({ id }) => id === technicianId || id === contactId)?.email ??
          '',
      },
    }),
    NoticeTemplate: typeOf<TemplateRow>(organizers, {
      ...template.plain('id', 'version', 'side', 'subject', 'body'),
      ...template.instants('updatedAt'),
      locale: { value: ({ locale }) => locale.toUpperCase() },
    }),
    NoticeTemplatePreview: typeOf<{ subject: string; text: string }>(
      organizers,
      columns<{ subject: string; text: string }>().plain('subject', 'text'),
    ),
  },
  roots: {
    contracts: {
      ...connection('Contract', 'contracts', { filter: 'ContractFilter', orderBy: 'ContractOrder' }),
      rule: contractReaders,
    },
    contract: {
      rule: contractReaders,
      args: { id: anId('Contract') },
      value: (_row: unknown, question, { id }) => question.row('Contract', String(id)),
    },
    contractTypes: {
      rule: contractReaders,
      value: (_row: unknown, question) => [...question.rows<ContractTypeRow>('ContractType')].sort(byNames),
    },
    noticeTemplates: {
      rule: organizers,
      value: (_row: unknown, question) =>
        [...question.rows<TemplateRow>('NoticeTemplate')].sort(
          (left, right) => byCode(right.side, left.side) || byCode(right.locale, left.locale),
        ),
    },
    noticeTemplatePreview: {
      rule: organizers,
      args: {
        template: ({ dice }) => ({
          side: dice.pick(sides),
          locale: dice.pick(['TR', 'EN']),
          subject: dice.pick(['{reference} bitiyor', 'Bitiş: {endsOn}', '{kimse}']),
          body: dice.pick(['{customer} {days}\n\n{renewal}', 'Metin', '']),
        }),
      },
      // What is not finished yet may lack its text, but no blank is filled that nobody knows.
      accepts: ({ template: typed }) => (typed as TypedTemplate).subject !== '{kimse}',
      // How a text is filled has tests of its own, beside the texts.
      value: (_row: unknown, { world }, { template: typed }) =>
        previewTemplate({ clock: { today: () => Temporal.PlainDate.from(world.today) } as never }, typed as never),
    },
  },
  filters: {
    ContractFilter: {
      updatedAfter: where(anInstant, (row: ContractRow, after: string) => row.updatedAt > instantOf(after)),
      text: where(textAbout('Contract'), (row: ContractRow, text: string) =>
        fold(contractText(row)).includes(fold(text)),
      ),
      customerId: where(anId('Customer'), (row: ContractRow, id: string) => row.customerId === id),
      typeId: where(anId('ContractType'), (row: ContractRow, id: string) => row.typeId === id),
      planId: where(
        anId('ServicePlan'),
        (row: ContractRow, id: string, { world }) => planNow(row, world)?.planId === id,
        planReaders,
      ),
      status: where(someOf(...statuses), (row: ContractRow, some: string[], { world }) =>
        some.includes(statusOf(row, world)),
      ),
      endsBefore: where(aDay, (row: ContractRow, day: string) => row.endsOn < day),
      endsAfter: where(aDay, (row: ContractRow, day: string) => row.endsOn > day),
      autoRenew: where(aFlag, (row: ContractRow, renews: boolean) => row.autoRenew === renews),
    },
  },
  orders: {
    ContractOrder: {
      ENDS_ON_ASC: byInstant('endsOn'),
      ENDS_ON_DESC: byInstant('endsOn', true),
      NAME_ASC: byName(),
      STARTS_ON_DESC: byInstant('startsOn', true),
    },
  },
  mutations: {
    createContractType: { rule: writers, harmless: () => ({ name: ' ' }) },
    updateContractType: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'ContractType' },
    },
    createContract: {
      rule: writers,
      harmless: ({ missing, today }) => ({
        customerId: missing[0],
        typeId: missing[1],
        name: 'Yok',
        startsOn: today,
        endsOn: today,
      }),
      good: newContract,
      ids: {
        customerId: 'Customer',
        typeId: 'ContractType',
        planId: 'ServicePlan',
        noticeUserIds: 'Technician',
        noticeContactIds: 'Contact',
      },
      guarded: {
        planId: { rule: planReaders, value: null },
        notices: { rule: staffWriters, value: [] },
        noticeUserIds: { rule: staffWriters, value: [] },
      },
    },
    updateContract: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => living(question),
      ids: {
        id: 'Contract',
        typeId: 'ContractType',
        planId: 'ServicePlan',
        noticeUserIds: 'Technician',
        noticeContactIds: 'Contact',
      },
      guarded: {
        planId: { rule: planReaders, value: null },
        notices: { rule: staffWriters, value: [] },
        noticeUserIds: { rule: staffWriters, value: [] },
      },
    },
    activateContract: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'Contract' },
    },
    deleteContract: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'Contract' },
    },
    renewContract: {
      rule: writers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: (question) => living(question, { period: { count: 1, unit: 'MONTH' } }),
      ids: { id: 'Contract', planId: 'ServicePlan' },
      guarded: { planId: { rule: planReaders, value: null } },
    },
    terminateContract: {
      rule: writers,
      harmless: ({ missing, today }) => ({ id: missing[0], version: 1, on: today, reason: 'Yok' }),
      good: ({ world }) => ({ version: 1, on: dayOn(world.today, 1), reason: 'Bitti' }),
      ids: { id: 'Contract' },
    },
    sendNoticeAgain: {
      rule: both(noticeReaders, writers),
      harmless: ({ missing }) => ({ id: missing[0] }),
      good: () => ({}),
      ids: { id: 'NoticeDelivery' },
    },
    updateNoticeTemplate: {
      rule: organizers,
      harmless: ({ missing }) => ({ id: missing[0], version: 1 }),
      good: () => ({ version: 1 }),
      ids: { id: 'NoticeTemplate' },
    },
  },
}

/** A contract that could be entered. */
function newContract(question: Question): Args | null {
  const customer = question.rows<CustomerRow>('Customer').find(({ active }) => active)
  const offered = question.rows<ContractTypeRow>('ContractType').find(({ active }) => active)
  const { today } = question.world
  return customer && offered
    ? { customerId: customer.id, typeId: offered.id, name: 'Yeni', startsOn: today, endsOn: dayOn(today, 30) }
    : null
}

/** A contract that holds, of a customer that is served. */
function living(question: Question, more: Args = {}): Args | null {
  const row = question
    .rows<ContractRow>('Contract')
    .find(
      (each) =>
        statusOf(each, question.world) === 'ACTIVE' &&
        each.terminatedOn === null &&
        question.world.customers.some(({ id, active }) => id === each.customerId && active),
    )
  return row ? { id: row.id, version: row.version, ...more } : null
}
