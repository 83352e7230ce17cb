import { defineEntity, p, type InferEntity } from '@mikro-orm/core'
import { createdAt, id, updatedAt } from '../../core/db/columns.ts'
import { contractPolicies, noticePolicies, partPolicies, typePolicies } from './contract.access.ts'

export type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'
export type Origin = 'INITIAL' | 'AUTOMATIC' | 'MANUAL'
export type Side = 'BEFORE_END' | 'AFTER_END'

/** A kind of contract: SLA, OLA, support, maintenance … */
export const ContractTypeEntity = defineEntity({
  name: 'ContractTypeRow',
  tableName: 'contract_type',
  properties: {
    id: id(),
    name: p.text(),
    active: p.boolean().default(true),
    // A request that is opened under such a contract asks for approval by itself.
    requestsNeedApproval: p.boolean().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    nameFold: p.text().nullable().generated('(tr_fold(name)) stored'),
  },
  policies: typePolicies,
  uniques: [{ name: 'contract_type_name_taken', properties: ['nameFold'] }],
})
export type ContractTypeRow = InferEntity<typeof ContractTypeEntity>

/**
 * An agreement with a customer. Its days are those of its terms, which the database makes sure of at the commit: whoever
 * writes terms writes `startsOn` and `endsOn` in the same transaction. A terminated contract ends on `terminatedOn`,
 * included, and is TERMINATED from that day on; until then it goes on as it did.
 */
export const ContractEntity = defineEntity({
  name: 'ContractRow',
  tableName: 'contract',
  properties: {
    id: id(),
    version: p.integer().version(),
    reference: p.text(),
    customerId: p.uuid(),
    typeId: p.uuid(),
    name: p.text(),
    description: p.text().nullable(),
    startsOn: p.date(),
    endsOn: p.date(),
    draft: p.boolean().default(false),
    autoRenew: p.boolean().default(false),
    renewalCount: p.integer().nullable().check('renewal_count >= 1'),
    renewalUnit: p.text().$type<Unit>().nullable().check("renewal_unit in ('DAY', 'WEEK', 'MONTH', 'YEAR')"),
    terminatedOn: p.date().nullable(),
    terminationReason: p.text().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    searchFold: p.text().nullable().generated("(tr_fold(reference || ' ' || name)) stored"),
  },
  policies: contractPolicies,
  checks: [
    { name: 'contract_days', expression: 'ends_on >= starts_on' },
    {
      name: 'contract_renewal',
      expression: '(renewal_count is null) = (renewal_unit is null) and (renewal_count is not null or not auto_renew)',
    },
    {
      name: 'contract_termination',
      expression: '(terminated_on is null) = (termination_reason is null) and (terminated_on is null or not draft)',
    },
  ],
  indexes: [
    {
      name: 'contract_search',
      expression: 'create index contract_search on contract using gin (search_fold gin_trgm_ops)',
    },
    {
      // Whose and in which status is read from the index too: a list walks past contracts that it does not show.
      name: 'contract_by_end',
      expression:
        'create index contract_by_end on contract (ends_on, id) include (customer_id, starts_on, draft, terminated_on)',
    },
    {
      name: 'contract_by_start',
      expression:
        'create index contract_by_start on contract (starts_on, id) include (customer_id, ends_on, draft, terminated_on)',
    },
    { name: 'contract_by_name', expression: 'create index contract_by_name on contract (name collate "tr-x-icu", id)' },
    { name: 'contract_by_update', properties: ['updatedAt', 'id'] },
    { name: 'contract_of_customer', properties: ['customerId', 'endsOn', 'id'] },
    { name: 'contract_of_type', properties: ['typeId'] },
    {
      name: 'contract_to_renew',
      expression:
        'create index contract_to_renew on contract (ends_on, id) where auto_renew and not draft and terminated_on is null',
    },
  ],
  uniques: [
    { name: 'contract_reference_taken', properties: ['reference'] },
    // Target of references that must stay inside one customer.
    { name: 'contract_of_customer_key', properties: ['customerId', 'id'] },
  ],
})
export type ContractRow = InferEntity<typeof ContractEntity>

/**
 * One span of a contract, both days included. Two terms of a contract never share a day: the database excludes it
 * (`contract_term_apart`). Billing periods are counted from the first day of the first one, and the anchor of renewals
 * follows from the chain (`calendar/`), so neither is written down.
 */
export const TermEntity = defineEntity({
  name: 'TermRow',
  tableName: 'contract_term',
  properties: {
    id: id(),
    customerId: p.uuid(),
    contractId: p.uuid(),
    startsOn: p.date(),
    endsOn: p.date(),
    origin: p.text().$type<Origin>().check("origin in ('INITIAL', 'AUTOMATIC', 'MANUAL')"),
    createdAt: createdAt(),
  },
  policies: partPolicies('contract_term'),
  checks: [{ name: 'contract_term_days', expression: 'ends_on >= starts_on' }],
  uniques: [
    // The effect key of a renewal.
    { name: 'contract_term_once', properties: ['contractId', 'startsOn'] },
    {
      name: 'contract_term_one_initial',
      expression:
        "create unique index contract_term_one_initial on contract_term (contract_id) where origin = 'INITIAL'",
    },
  ],
})

/**
 * Which revision of which plan applies from a day on, until the next one's day; no plan: nothing is priced. The only
 * place that says it: a term keeps its revision because nobody writes another row into it, and a new term that takes the
 * newest one writes a row for its first day. The last row is what the next term goes on with.
 */
export const ContractPlanEntity = defineEntity({
  name: 'ContractPlanRow',
  tableName: 'contract_plan',
  properties: {
    contractId: p.uuid().primary(),
    fromOn: p.date().primary(),
    customerId: p.uuid(),
    planId: p.uuid().nullable(),
    revision: p.integer().nullable(),
    createdAt: createdAt(),
  },
  policies: partPolicies('contract_plan'),
  checks: [{ name: 'contract_plan_whole', expression: '(plan_id is null) = (revision is null)' }],
  indexes: [{ name: 'contract_plan_of_plan', properties: ['planId', 'revision'] }],
})
export type ContractPlanRow = InferEntity<typeof ContractPlanEntity>

/** So many days before or after a term's end somebody is told of it. */
export const NoticeEntity = defineEntity({
  name: 'NoticeRow',
  tableName: 'contract_notice',
  properties: {
    contractId: p.uuid().primary(),
    side: p.text().$type<Side>().primary().check("side in ('BEFORE_END', 'AFTER_END')"),
    days: p.integer().primary().check("days <= 365 and days >= case side when 'AFTER_END' then 1 else 0 end"),
    customerId: p.uuid(),
  },
  policies: noticePolicies,
})

/** A technician who is told of a contract's end; who was not passive and saw the customer when chosen. */
export const NoticeUserEntity = defineEntity({
  name: 'NoticeUserRow',
  tableName: 'contract_notice_user',
  properties: { contractId: p.uuid().primary(), technicianId: p.uuid().primary(), customerId: p.uuid() },
  policies: noticePolicies,
  indexes: [{ name: 'contract_notice_user_of_technician', properties: ['technicianId'] }],
})

/** A contact of the customer who is told of a contract's end; who was active and had an address when chosen. */
export const NoticeContactEntity = defineEntity({
  name: 'NoticeContactRow',
  tableName: 'contract_notice_contact',
  properties: { contractId: p.uuid().primary(), contactId: p.uuid().primary(), customerId: p.uuid() },
  policies: partPolicies('contract_notice_contact'),
  indexes: [{ name: 'contract_notice_contact_of_contact', properties: ['contactId'] }],
})
