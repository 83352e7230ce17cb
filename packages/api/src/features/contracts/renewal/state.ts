/** Reads what decides about contracts: one statement for as many as one asks for. */
import { Temporal } from 'temporal-polyfill'
import type { Run } from '../../../core/auth/links.ts'
import type { Principal } from '../../../core/auth/principal.ts'
import type { Reader } from '../../../core/read/reader.ts'
import type { Length, Planned } from '../calendar/index.ts'
import type { NoticeSubject } from '../notices/notice.mail.ts'
import type { ChainTerm, ContractState, Recipient } from './step.ts'

/** Which revision of which plan applies from a day on. */
export interface PlanFrom {
  from: Temporal.PlainDate
  planId: string | null
  revision: number | null
}

/** A contract with what is needed to act on it. */
export interface LoadedContract extends ContractState {
  customerId: string
  about: Omit<NoticeSubject, 'startsOn' | 'endsOn' | 'renewsItself'>
  /** In order of their days. */
  plans: PlanFrom[]
  /** Newest revision of the plan that applies last. */
  newestRevision: number | null
}

interface Row {
  id: string
  draft: boolean
  customerActive: boolean
  terminatedOn: string | null
  autoRenew: boolean
  renewal: Length | null
  customerId: string
  customer: string
  contract: string
  reference: string
  type: string
  newestRevision: number | null
  terms: { startsOn: string; endsOn: string; origin: ChainTerm['origin']; createdAt: string }[]
  notices: { side: Planned['side']; days: number }[]
  recipients: Recipient[]
  waiting: { endsOn: string; side: Planned['side']; days: number; recipientId: string }[]
  plans: { from: string; planId: string | null; revision: number | null }[]
}

const list = (columns: string, from: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object(${columns}) ${from}), '[]')`

const STATE = /* sql */ `
  with asked as materialized (select array(select jsonb_array_elements_text($1::jsonb)::uuid) as ids),
    readers as materialized (select r.* from asked, app_notice_readers(asked.ids) r)
  select jsonb_build_object(
    'id', c.id, 'draft', c.draft, 'customerActive', k.active, 'terminatedOn', c.terminated_on, 'autoRenew', c.auto_renew,
    'renewal', case when c.renewal_count is not null then jsonb_build_object('count', c.renewal_count, 'unit', c.renewal_unit) end,
    'customerId', c.customer_id, 'customer', k.name, 'contract', c.name, 'reference', c.reference, 'type', y.name,
    'newestRevision', (select p.revision from service_plan p where p.id = (
      select l.plan_id from contract_plan l where l.contract_id = c.id order by l.from_on desc limit 1)),
    'terms', ${list(`'startsOn', t.starts_on, 'endsOn', t.ends_on, 'origin', t.origin, 'createdAt', t.created_at at time zone 'UTC'`, 'order by t.starts_on) from contract_term t where t.contract_id = c.id')},
    'notices', ${list(`'side', n.side, 'days', n.days`, 'order by n.side, n.days) from contract_notice n where n.contract_id = c.id')},
    'recipients', ${list(`'id', r.id, 'kind', r.kind, 'name', r.name, 'email', r.email, 'locale', r.locale, 'hindrance', r.hindrance, 'mayOpen', r.may_open`, 'order by r.kind desc, r.id) from readers r where r.contract_id = c.id')},
    'waiting', ${list(`'endsOn', d.ends_on, 'side', d.side, 'days', d.days, 'recipientId', d.recipient_id`, `order by d.due_on, d.id) from notice_delivery d where d.contract_id = c.id and d.status = 'PLANNED'`)},
    'plans', ${list(`'from', l.from_on, 'planId', l.plan_id, 'revision', l.revision`, 'order by l.from_on) from contract_plan l where l.contract_id = c.id')}
  ) as state
  from asked join contract c on c.id = any (asked.ids)
  join customer k on k.id = c.customer_id join contract_type y on y.id = c.type_id
  order by c.id`

const day = (text: string) => Temporal.PlainDate.from(text)

/** The contracts with these ids that are there for the one who asks, by id; in the caller's transaction. */
export async function loadContracts(run: Run, ids: readonly string[]): Promise<LoadedContract[]> {
  const rows = await run<{ state: Row }>(STATE, [JSON.stringify(ids)])
  return rows.map(({ state }) => contractOf(state))
}

/** One contract as the one who asks sees it, read beside the plans of a query; null when it is not there. */
export async function loadContract(reader: Reader, principal: Principal, id: string): Promise<LoadedContract | null> {
  const [state] = await reader.query<Row[]>(
    principal,
    'contract_state',
    `select coalesce(json_agg(s.state), '[]') as answer from (${STATE}) s`,
    [JSON.stringify([id])],
  )
  return state ? contractOf(state) : null
}

function contractOf(row: Row): LoadedContract {
  return {
    id: row.id,
    draft: row.draft,
    customerActive: row.customerActive,
    terminatedOn: row.terminatedOn ? day(row.terminatedOn) : null,
    autoRenew: row.autoRenew,
    renewal: row.renewal,
    customerId: row.customerId,
    about: { customer: row.customer, contract: row.contract, reference: row.reference, type: row.type },
    newestRevision: row.newestRevision,
    terms: row.terms.map(({ startsOn, endsOn, origin, createdAt }) => ({
      startsOn: day(startsOn),
      endsOn: day(endsOn),
      origin,
      createdAt: `${createdAt}Z`,
    })),
    notices: row.notices,
    recipients: row.recipients,
    waiting: row.waiting.map((each) => ({ ...each, endsOn: day(each.endsOn) })),
    plans: row.plans.map(({ from, planId, revision }) => ({ from: day(from), planId, revision })),
  }
}
