/**
 * Conditions of the functions that say who asks and what is within reach, each made true (or what it was not) in turn.
 * Those that guard sign-ins against changes have tests of their own beside the sign-in.
 */
import type { Sql } from '../../test/house.ts'
import type { Asker } from '../model/asker.ts'
import { actorOf, passiveContact } from '../writes/policies.ts'
import { tables } from '../writes/tables.ts'
import type { Mutant } from './mutant.ts'
import { take } from './policies.ts'
import type { Trials } from './trials.ts'

/** A condition as it stands in the function, which of them when it stands there more than once, and what becomes of it. */
type Change = [condition: string, becomes: string, which?: number]

const changes: Record<string, Change[]> = {
  'app_principal_of_session(text)': [
    ['s.expires_at <= now()', 'false'],
    [`case when r.administrator then 'ADMIN' else 'TECHNICIAN' end`, `'ADMIN'`],
    [`'restricted', r.only_authorized_customers and not r.administrator`, `'restricted', false`],
    [`'restricted', r.only_authorized_customers and not r.administrator`, `'restricted', r.only_authorized_customers`],
    [`'permissions', to_jsonb(r.permissions)`, `'permissions', '["CUSTOMERS_READ", "ORGANIZATION_WRITE"]'::jsonb`],
    [`'permissions', '[]'::jsonb`, `'permissions', '["CUSTOMERS_READ"]'::jsonb`],
    ['r.id = t.role_id) on t.account_id = a.id and t.active', 'r.id = t.role_id) on t.account_id = a.id'],
    ['and k.active)', ')'],
    ['c.account_id = a.id and c.active', 'c.account_id = a.id'],
    ['and t.id is null', ''],
    [`'seesCompanyRecords', c.sees_company_records`, `'seesCompanyRecords', true`],
    [`'seesGroupRecords', c.sees_group_records`, `'seesGroupRecords', true`],
  ],
  'app_principal_of_key(text)': [
    ['k.expires_at <= now()', 'false'],
    ['k.revoked_at <= now()', 'false'],
    ['where r.administrator or p = any (r.permissions)', ''],
    ['k.all_customers and (r.administrator or not r.only_authorized_customers)', 'k.all_customers'],
    ['t.id = k.created_by and t.active', 't.id = k.created_by'],
    [`and (r.administrator or 'API_KEYS_WRITE' = any (r.permissions))`, ''],
  ],
  'app_reach()': [
    ['tc.technician_id = public.app_principal_id()', 'true'],
    ['k.id = public.app_principal_id()', 'true', 0],
    ['k.id = public.app_principal_id()', 'true', 1],
    ['not k.all_customers', 'true'],
    ['r.administrator or not r.only_authorized_customers or exists', 'true or exists'],
    ['tc.technician_id = t.id and tc.customer_id = kc.customer_id', 'tc.customer_id = kc.customer_id'],
    ['k.all_customers\n      and r.only_authorized_customers', 'true\n      and r.only_authorized_customers'],
    ['tc.technician_id = t.id\n', 'true\n'],
    // Of a contact: customers among which lists are looked for, so that less of them is less in the lists.
    ['mine.id = me.id or mine.account_id = me.account_id', 'mine.id = me.id'],
    ['mine.id = me.id or mine.account_id = me.account_id', 'mine.account_id = me.account_id and mine.id <> me.id'],
  ],
  'app_reaches_all()': [
    [`current_setting('role') = 'accord_partner'`, 'true'],
    ['k.id = public.app_principal_id()', 'true'],
    ['and k.all_customers', ''],
    ['(r.administrator or not r.only_authorized_customers)', 'true'],
  ],
  'app_own_keys()': [['k.created_by = public.app_principal_id()', 'true']],
  'app_contact_customer()': [
    ['c.id = public.app_principal_id() and', ''],
    ['and c.active', ''],
  ],
  'app_contact_group()': [
    [
      'select c.group_id',
      'select (select g.id from public.customer_group g where g.customer_id = c.customer_id order by g.id desc limit 1)',
    ],
    ['and c.active', ''],
  ],
  'app_contact_sees_company()': [
    ['select c.sees_company_records', 'select true'],
    ['and c.active', ''],
  ],
  'app_contact_sees_group()': [
    ['select c.sees_group_records', 'select true'],
    ['and c.active', ''],
  ],
  'app_own_contacts()': [
    ['mine.id = me.id or mine.account_id = me.account_id', 'mine.id = me.id'],
    ['mine.id = me.id or mine.account_id = me.account_id', 'true'],
    ['and me.id = public.app_principal_id()', ''],
    ['and me.active', ''],
  ],
  'app_asked_tickets()': [
    ['and me.id = public.app_principal_id()', ''],
    ['me.id = a.contact_id', 'true'],
    ['and me.active', ''],
  ],
  'app_named_contacts()': [
    ['where t.requester_id in (select r from public.app_own_contacts() r)', ''],
    ['where t.requester_id in (select r from public.app_own_contacts() r)', 'where false'],
    ['t.customer_id = public.app_contact_customer() and', ''],
    ['and t.group_id = public.app_contact_group()', ''],
    ['t.group_id = public.app_contact_group()', 'false'],
    ['and (public.app_contact_sees_group() or public.app_contact_sees_company())', ''],
    ['where t.id in (select r from public.app_asked_tickets() r)', ''],
    ['where t.id in (select r from public.app_asked_tickets() r)', 'where false'],
  ],
  'app_named_customers()': [
    ['c.id in (select r from public.app_own_contacts() r)\n    and', ''],
    ['exists (select from public.ticket t where t.requester_id = c.id)', 'true'],
    ['exists (select from public.ticket t where t.requester_id = c.id)', 'false'],
  ],
}

const contractChanges: Record<string, Change[]> = {
  'app_reaches(uuid)': [
    [`current_setting('role') in ('accord_staff', 'accord_system') or`, ''],
    [`current_setting('role') in ('accord_staff', 'accord_system')`, 'true'],
    ['or public.app_reaches_all()', ''],
    ['or public.app_reaches_all()', 'or true'],
    ['or asked in (select r from public.app_reach() r)', ''],
  ],
  'app_priced_contracts(uuid[])': [
    ['not c.draft and', ''],
    ['c.customer_id = public.app_contact_customer() and', ''],
    ['and public.app_contact_sees_company()', ''],
    ['public.app_reaches(c.customer_id)', 'true'],
  ],
  'app_contract_pricing(uuid[])': [
    ['c.id in (select r from public.app_priced_contracts(asked) r)', 'c.id = any (asked)'],
  ],
  'app_notice_readers(uuid[])': [
    ['and public.app_reaches(n.customer_id)', '', 0],
    ['and public.app_reaches(n.customer_id)', '', 1],
    ['n.contract_id = any (asked)', 'true', 0],
    ['n.contract_id = any (asked)', 'true', 1],
    [`not t.active`, 'false'],
    ['not c.active or not k.active', 'not k.active'],
    ['not c.active or not k.active', 'not c.active'],
    ['c.email is null', 'false'],
    ['r.only_authorized_customers and', ''],
    ['and not r.administrator', ''],
  ],
  'app_default_contract(uuid)': [
    ['and public.app_reaches(asked)', ''],
    ['and not c.draft', ''],
    ['count(*) = 1', 'true'],
    ['c.customer_id = asked and', ''],
    ['and c.starts_on <= public.app_today()', ''],
    ['and c.ends_on >= public.app_today()', ''],
  ],
}
Object.assign(changes, contractChanges)

export async function functionMutants(sql: Sql, trials: Trials): Promise<Mutant[]> {
  const mutants: Mutant[] = []
  for (const [name, conditions] of Object.entries(changes)) {
    const [row] = await sql<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [`public.${name}`])
    const original = row!.text
    const policies = await sql<{ table: string; role: string }>(
      `select tablename as "table", roles[1]::text as role from pg_policies
       where schemaname = 'public' and concat(qual, with_check) like '%' || $1 || '%'`,
      [name.replace(/\)$/, '')],
    )
    const asked = (table: string, role: string) => policies.some((each) => each.table === table && each.role === role)
    for (const change of conditions) {
      const changed = changedBy(original, change, name)
      const [condition, becomes, which] = change
      mutants.push({
        name: `${name.replace(/\(.*/, '')}: ${oneLine(condition)}${which === undefined ? '' : ` (${which + 1})`} → ${oneLine(becomes) || 'nothing'}`,
        apply: async () => void (await sql(changed)),
        restore: async () => void (await sql(original)),
        trials: () => everything(trials, asked, behindTellers.test(name)),
      })
    }
  }
  return mutants
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 70)

function changedBy(original: string, [condition, becomes, which]: Change, name: string): string {
  const parts = original.split(condition)
  const places = parts.length - 1
  if (places === 0 || (which === undefined && places > 1) || (which ?? 0) >= places)
    throw new Error(`${name} has changed: "${condition}" stands there ${places} times`)
  const at = (which ?? 0) + 1
  return parts.slice(0, at).join(condition) + becomes + parts.slice(at).join(condition)
}

const document = '{ me { kind permissions ticketScopes onlyAuthorizedCustomers locale person { id } } }'
/** Functions that other ones tell by. */
const behindTellers = /^app_(?:reaches\(|priced_contracts|contract_|notice_readers|default_contract|system_health)/
const roots = [
  'Query.customers',
  'Query.contacts',
  'Query.groups',
  'Query.tickets',
  'Query.assets',
  'Query.auditEvents',
  'Query.mails',
  'Query.contracts',
  'Query.timeEntries',
]

/**
 * Who everybody is, those who are not let in among them; what is done with tables of which a policy asks the function;
 * what the lists show, and all the other tables.
 */
function* everything(trials: Trials, asked: (table: string, role: string) => boolean, isTeller: boolean) {
  const { oracle } = trials
  for (const caller of oracle.callers)
    yield {
      name: `${document} by ${caller.label}`,
      wrong: async () => (await oracle.check({ caller, document, variables: {} }))?.reason ?? null,
    }
  const living = oracle.callers.filter(({ asker }) => asker !== null && asker !== 'REFUSED')
  const actors = [...living.map(({ asker, label }) => actorOf(asker as Asker, label)), passiveContact(oracle.world)]
  if (isTeller) yield* trials.told(actors)
  const near = Object.keys(tables).map((table) => ({ table, by: actors.filter(({ role }) => asked(table, role)) }))
  for (const { table, by } of near) yield* trials.deeds(table, by, ['select'])
  for (const { table, by } of near) yield* trials.deeds(table, by, ['insert', 'update', 'delete'])
  for (const root of roots) yield* take(trials.queries([root], living), living.length * 2)
  for (const { table, by } of near)
    yield* trials.deeds(
      table,
      actors.filter((actor) => !by.includes(actor)),
      ['select'],
    )
}
