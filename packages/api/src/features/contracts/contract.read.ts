/** How contract types and contracts stand on their tables, for `core/read`. */
import {
  after,
  byName,
  column,
  connection,
  equals,
  foldedInMany,
  list,
  one,
  type Expr,
  type Filter,
  type Order,
  type TypeModel,
} from '../../core/read/model.ts'

/** Asked once a statement. */
const today = '(select app_today())'
const turkish = 'collate "tr-x-icu"'

const over = (t: string) => `${t}.terminated_on <= ${today}`

/** Whether a contract is ACTIVE on the day of the transaction. */
const isActive = (t: string) =>
  `(not ${t}.draft and ${t}.starts_on <= ${today} and ${t}.ends_on >= ${today} and ${over(t)} is not true)`

const statuses = ['DRAFT', 'TERMINATED', 'UPCOMING', 'EXPIRED', 'ACTIVE'] as const
type Status = (typeof statuses)[number]

/** The status on the day of the transaction; `statusOn` says the same of rows that are at hand. */
const statusNow = (t: string, word: (status: Status) => string = (status) => `'${status}'`) =>
  `case when ${t}.draft then ${word('DRAFT')} when ${over(t)} then ${word('TERMINATED')} when ${t}.starts_on > ${today} then ${word('UPCOMING')} when ${t}.ends_on < ${today} then ${word('EXPIRED')} else ${word('ACTIVE')} end`

/**
 * By status. Where only what is not over is asked for, the index of ends is entered at today, so that old contracts are
 * not walked past. As booleans: PostgreSQL takes a text among many for something rare, and would sort what it should walk.
 */
const byStatus: Filter = (t, pen, path) => {
  const asked = (test: (given: unknown[]) => boolean) =>
    pen.arg(path, 'boolean', (given) => Array.isArray(given) && test(given))
  const living = asked((given) => given.every((status) => status === 'ACTIVE' || status === 'UPCOMING'))
  return `${statusNow(t, (status) => asked((given) => given.includes(status)))}
    and ${t}.ends_on >= (select case when ${living} then app_today() else '-infinity' end)`
}

/** The row of `contract_plan` that holds today; before the first day that day's, after the last one that day's. */
const planNow = (t: string, name: string) =>
  `(select p.${name} from contract_plan p where p.contract_id = ${t}.id and p.from_on <= greatest(${t}.starts_on, least(${today}, ${t}.ends_on)) order by p.from_on desc limit 1)`

/** Contracts under the plan that `plan` is the id of. */
const underPlan = (t: string, plan: string) =>
  `${t}.id in (select x.contract_id from contract_plan x where x.plan_id = ${plan}) and ${planNow(t, 'plan_id')} = ${plan}`

const byDay = (name: string, desc: boolean): Order => ({
  desc,
  keys: [
    { sql: (t) => `${t}.${name}`, cast: 'date' },
    { sql: (t) => `${t}.id`, cast: 'uuid' },
  ],
})

export const contractModels: TypeModel[] = [
  { name: 'ContractType', table: 'contract_type', fields: {} },
  {
    name: 'Contract',
    table: 'contract',
    scope: 'customer_id',
    keysFirst: ['filtered'],
    orders: {
      ENDS_ON_ASC: byDay('ends_on', false),
      ENDS_ON_DESC: byDay('ends_on', true),
      NAME_ASC: byName(),
      STARTS_ON_DESC: byDay('starts_on', true),
    },
    defaultOrder: 'ENDS_ON_ASC',
    filters: {
      updatedAfter: after('updated_at'),
      text: foldedInMany('contract', ['customerId'], 'search_fold'),
      customerId: equals('customer_id', 'uuid'),
      typeId: equals('type_id', 'uuid'),
      planId: (t, pen, path) => underPlan(t, pen.arg(path, 'uuid')),
      status: byStatus,
      endsBefore: (t, pen, path) => `${t}.ends_on < ${pen.arg(path, 'date')}`,
      endsAfter: (t, pen, path) => `${t}.ends_on > ${pen.arg(path, 'date')}`,
      autoRenew: equals('auto_renew', 'boolean'),
    },
    fields: {
      type: one('ContractType', (y, p) => `${y}.id = ${p}.type_id`),
      customer: one('Customer', (c, p) => `${c}.id = ${p}.customer_id`),
      plan: one('ServicePlan', (s, p) => `${s}.id = ${planNow(p, 'plan_id')}`),
      planRevision: column((t) => planNow(t, 'revision')),
      planChanges: list(
        'ContractPlanChange',
        (x, p) => `${x}.contract_id = ${p}.id`,
        (x) => `${x}.from_on`,
      ),
      status: column((t) => statusNow(t)),
      daysLeft: column((t) => `case when ${isActive(t)} then ${t}.ends_on - ${today} + 1 end`),
      renewalPeriod: { is: 'embedded', to: 'Period', present: (t) => `${t}.renewal_count is not null` },
      notices: list(
        'ContractNotice',
        (n, p) => `${n}.contract_id = ${p}.id`,
        (n) => `case ${n}.side when 'BEFORE_END' then -${n}.days else ${n}.days end`,
      ),
      noticeUsers: list(
        'Technician',
        (z, p) => `${z}.id in (select n.technician_id from contract_notice_user n where n.contract_id = ${p}.id)`,
        (z) => `${z}.name ${turkish}, ${z}.id`,
      ),
      noticeContacts: list(
        'Contact',
        (c, p) => `${c}.id in (select n.contact_id from contract_notice_contact n where n.contract_id = ${p}.id)`,
        (c) => `${c}.name ${turkish}, ${c}.id`,
      ),
      terms: list(
        'ContractTerm',
        (x, p) => `${x}.contract_id = ${p}.id`,
        (x) => `${x}.starts_on`,
      ),
      timeline: connection('AuditEvent', (e, p) => `${e}.subject_id = ${p}.id`),
      viewerCanEdit: column((_t, pen) => pen.principal((who) => who.permissions.has('CONTRACTS_WRITE'), 'boolean')),
    },
  },
  {
    name: 'Period',
    fields: { count: column((t) => `${t}.renewal_count`), unit: column((t) => `${t}.renewal_unit`) },
  },
  { name: 'ContractTerm', table: 'contract_term', fields: {} },
  { name: 'ContractNotice', table: 'contract_notice', fields: {} },
  {
    name: 'ContractPlanChange',
    table: 'contract_plan',
    fields: { plan: one('ServicePlan', (s, p) => `${s}.id = ${p}.plan_id`) },
  },
]

/** Root fields of Query that this feature answers. */
export const contractRoots: TypeModel['fields'] = {
  contracts: connection('Contract'),
  contract: one('Contract', (t, _p, pen) => `${t}.id = ${pen.arg('id', 'uuid')}`),
  contractTypes: list(
    'ContractType',
    () => 'true',
    (y) => `${y}.name ${turkish}, ${y}.id`,
  ),
}

const activeCount: Expr = (p) => `(select count(*) from contract c where c.customer_id = ${p}.id and ${isActive('c')})`

/** Fields that contracts add to types of the features they build on. */
export const contractAdditions: Record<string, TypeModel['fields']> = {
  Customer: {
    contracts: connection('Contract', (c, p) => `${c}.customer_id = ${p}.id`),
    activeContractCount: column(activeCount),
  },
  ServicePlan: { contracts: connection('Contract', (c, p) => underPlan(c, `${p}.id`)) },
}

/** Filters that contracts add to lists of the features they build on. */
export const contractFilters: Record<string, NonNullable<TypeModel['filters']>> = {
  Customer: {
    planId: (t, pen, path) =>
      `exists (select from contract c where c.customer_id = ${t}.id and ${underPlan('c', pen.arg(path, 'uuid'))})`,
  },
}
