/**
 * What the large data set consists of, in the order of its references. A feature with tables adds its steps here.
 * Everything follows from row numbers, so two runs make the same rows; only instants move along with today.
 */
import {
  assetNames,
  contractNames,
  contractTypes,
  places,
  ticketSubjects,
  cities,
  companyForms,
  companyNames,
  familyNames,
  givenNames,
  groupNames,
  sectors,
  titles,
} from './words.ts'

export interface Size {
  customers: number
  contacts: number
  /** Restricted technicians, and for how many customers each of them is authorized. */
  technicians: number
  reach: number
  /** Restricted technicians with another number of customers, one for each. */
  otherReaches: readonly number[]
  auditEvents: number
  mails: number
  tickets: number
  comments: number
  assets: number
  approvals: number
  plans: number
  contracts: number
  timeEntries: number
}

export interface Step {
  what: string
  sql: (size: Size) => string
  /** A table so large that its indices and references are faster made anew than kept. */
  indicesAfter?: string
}

/** Numbers of technicians: the administrator, support without the switch, the odd reaches, then everybody with `reach`. */
const support = 20
export const firstOtherReach = support + 1
export const firstOrdinary = (size: Size) => firstOtherReach + size.otherReaches.length
export const technicianEmail = (number: string) => `'teknisyen' || ${number} || '@bench.accord'`

/** Functions of the generating session: ids, chance and words from a row's number. */
export const tools = `
  create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable parallel safe return
    overlay(overlay(overlay(md5(kind || n) placing lpad(to_hex(1700000000000 + n * 1000), 12, '0') from 1)
      placing '7' from 13) placing '8' from 17)::uuid;
  create function pg_temp.chance(n bigint, salt int) returns float8 language sql immutable parallel safe return
    (hashint8extended(n, salt) & 1073741823) / 1073741824.0;
  create function pg_temp.pick(words text[], n bigint, salt int) returns text language sql immutable parallel safe return
    words[1 + floor(pg_temp.chance(n, salt) * cardinality(words))::int];
  create function pg_temp.person(n bigint, given text[], family text[]) returns text language sql immutable parallel safe return
    pg_temp.pick(given, n, 11) || ' ' || pg_temp.pick(family, n, 12);
`

const list = (words: readonly string[]) => `'{${words.map((word) => `"${word}"`).join(',')}}'::text[]`
const person = (n: string) => `pg_temp.person(${n}, ${list(givenNames)}, ${list(familyNames)})`
const dot = (name: string) => `replace(tr_fold(${name}), ' ', '.')`
/** Spread over two years up to yesterday. */
const at = (n: string, of: number) => `now() - interval '1 day' - interval '730 days' * (1 - ${n} / ${of}.0)`
/** Half of the contacts are spread evenly, half of them crowd at few customers: up to some hundred at one. */
const customerOf = (n: string, { customers }: Size) =>
  `case when ${n} % 2 = 0 then (${n} / 2) % ${customers} else floor(${customers} * power(pg_temp.chance(${n}, 21), 2))::int end`
const groupsOf = (customer: string) =>
  `case when pg_temp.chance(${customer}, 31) < 0.4 then 1 + floor(pg_temp.chance(${customer}, 32) * 5)::int else 0 end`
const technicianCount = (size: Size) => firstOrdinary(size) + size.technicians

const permissions = {
  field: `{CUSTOMERS_READ,CONTRACTS_READ,PLANS_READ,TICKETS_READ,TICKETS_WRITE,TIME_WRITE}`,
  support: `{CUSTOMERS_READ,CUSTOMERS_WRITE,CONTRACTS_READ,PLANS_READ,TICKETS_READ,TICKETS_WRITE,TIME_WRITE,AUDIT_READ}`,
}

export const steps: Step[] = [
  {
    what: 'roles',
    sql: () => `
      insert into role (id, name, permissions, only_authorized_customers, administrator, created_at, updated_at)
      select pg_temp.id('role', n), name, permissions::text[], restricted, n = 0, now() - interval '3 years', now() - interval '3 years'
      from (values (0, 'Yönetici', '${permissions.support}', false), (1, 'Destek masası', '${permissions.support}', false),
        (2, 'Saha teknisyeni', '${permissions.field}', true)) r (n, name, permissions, restricted)`,
  },
  {
    what: 'sign-ins of technicians',
    sql: (size) => `
      insert into sign_in.account (id, email, name, email_verified, created_at)
      select pg_temp.id('technician account', n), ${technicianEmail('n')}, ${person('n + 1000000')}, true, ${at('n', technicianCount(size))}
      from generate_series(0, ${technicianCount(size) - 1}) n`,
  },
  {
    what: 'technicians',
    sql: (size) => `
      insert into technician (id, account_id, role_id, name, email, cost_rate, cost_rate_currency, created_at, updated_at)
      select pg_temp.id('technician', n), pg_temp.id('technician account', n),
        pg_temp.id('role', case when n = 0 then 0 when n <= ${support} then 1 else 2 end),
        ${person('n + 1000000')}, ${technicianEmail('n')}, 400 + n % 7 * 25, 'TRY', ${at('n', technicianCount(size))}, ${at('n', technicianCount(size))}
      from generate_series(0, ${technicianCount(size) - 1}) n`,
  },
  {
    what: 'customers',
    // 7 919 shares no factor with 20 000: neighbours by number are no neighbours by name.
    sql: (size) => `
      insert into customer (id, name, kind, code, tax_number, email, phone, website, address, notes, active, created_at, updated_at)
      select pg_temp.id('customer', n), name, case when n % 50 = 0 then 'INTERNAL' else 'EXTERNAL' end,
        upper(left(tr_fold(word), 3)) || lpad(n::text, 5, '0'), lpad((n * 48271 % 10000000000)::text, 10, '0'),
        'bilgi@' || domain, '+90 212 555 ' || lpad((n % 10000)::text, 4, '0'), 'https://www.' || domain,
        'Atatürk Cad. No: ' || 1 + n % 200 || ', ' || pg_temp.pick(${list(cities)}, n, 3),
        case when n % 10 = 0 then 'Aramadan önce nöbetçi hattına yazın.' end, n % 25 <> 24, ${at('n', size.customers)}, ${at('n', size.customers)}
      from (select n, word, word || ' ' || sector || ' ' || form as name,
          replace(tr_fold(word), ' ', '') || n || '.example' as domain
        from (select n, k, (${list(companyNames)})[1 + k % 100] as word, (${list(sectors)})[1 + k / 100 % 50] as sector,
            (${list(companyForms)})[1 + k / 5000] as form
          from (select n, n::bigint * 7919 % 20000 as k from generate_series(0, ${size.customers - 1}) n) numbers) words) named`,
  },
  {
    what: 'groups',
    sql: (size) => `
      insert into customer_group (id, customer_id, name, created_at, updated_at)
      select pg_temp.id('group', c * 10 + g), pg_temp.id('customer', c),
        (${list(groupNames)})[1 + (c + g * 5) % ${groupNames.length}], ${at('c', size.customers)}, ${at('c', size.customers)}
      from generate_series(0, ${size.customers - 1}) c, generate_series(0, ${groupsOf('c')} - 1) g`,
  },
  {
    what: 'sign-ins of contacts',
    sql: (size) => `
      insert into sign_in.account (id, email, name, email_verified, created_at)
      select pg_temp.id('contact account', n), ${dot('name')} || n || '@kisi.example', name, true, ${at('n', size.contacts)}
      from (select n, ${person('n')} as name from generate_series(0, ${size.contacts - 1}) n where n % 10 <> 9) people`,
  },
  {
    what: 'contacts',
    sql: (size) => `
      insert into contact (id, customer_id, group_id, account_id, name, email, phone, title, active, sees_company_records,
        sees_group_records, created_at, updated_at)
      select pg_temp.id('contact', n), pg_temp.id('customer', c),
        case when groups > 0 and n % 3 > 0 then pg_temp.id('group', c * 10 + n % groups) end,
        case when n % 10 <> 9 then pg_temp.id('contact account', n) end, name,
        case when n % 10 <> 9 then ${dot('name')} || n || '@kisi.example' end,
        '+90 5' || 30 + n % 20 || ' 555 ' || lpad((n % 10000)::text, 4, '0'), pg_temp.pick(${list(titles)}, n, 13),
        n % 33 <> 32, n % 20 = 4, n % 7 = 1, ${at('n', size.contacts)}, ${at('n', size.contacts)}
      from (select n, c, name, ${groupsOf('c')} as groups
        from (select n, ${customerOf('n', size)} as c, ${person('n')} as name from generate_series(0, ${size.contacts - 1}) n) placed) people`,
  },
  {
    what: 'passwords',
    sql: () => `
      insert into sign_in.credential (account_id, provider_id, provider_account_id, password)
      select id, 'credential', id, current_setting('bench.password_hash') from sign_in.account`,
  },
  {
    what: 'authorizations',
    sql: (size) => `
      insert into technician_customer (technician_id, customer_id, created_at)
      select pg_temp.id('technician', t.n), pg_temp.id('customer', c.n), now() - interval '90 days'
      from (select ${firstOrdinary(size)} + n as n, ${size.reach} as reach from generate_series(0, ${size.technicians - 1}) n
        union all select ${firstOtherReach} + place - 1, reach
        from unnest('{${size.otherReaches.join()}}'::int[]) with ordinality o (reach, place)) t,
      lateral (select n from generate_series(0, ${size.customers - 1}) n order by hashint8extended(n, t.n), n limit t.reach) c`,
  },
  {
    what: 'API keys',
    // Nobody knows their secrets: the bench makes its own.
    sql: (size) => `
      with key as (
        insert into api_key (id, name, prefix, secret_hash, permissions, all_customers, created_by, created_at)
        select pg_temp.id('key', n), 'Entegrasyon ' || n, 'data' || lpad(n::text, 4, '0'), sha256(int8send(n)), '{CUSTOMERS_READ}',
          n % 5 = 0, pg_temp.id('technician', 0), now() - interval '1 year'
        from generate_series(1, 50) n returning id)
      insert into api_key_customer (api_key_id, customer_id)
      select pg_temp.id('key', k), pg_temp.id('customer', c)
      from generate_series(1, 50) k, generate_series(0, ${Math.min(size.customers, 1000) - 1}) c
      where k % 5 > 0 and c % 10 = k % 10 and (select count(*) from key) > 0`,
  },
  {
    what: 'audit events',
    indicesAfter: 'audit_event',
    sql: (size) => `
      insert into audit_event (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, customer_id, changes)
      select pg_temp.id('event', n), ${at('n', size.auditEvents)}, 'TECHNICIAN', pg_temp.id('technician', 1 + n % ${support}),
        'Destek masası', case when n % 4 = 0 then 'CREATED' else 'UPDATED' end,
        case when n % 5 = 0 then 'Customer' else 'Contact' end,
        case when n % 5 = 0 then pg_temp.id('customer', c) else pg_temp.id('contact', contact) end, pg_temp.id('customer', c),
        '[{"field": "phone", "from": null, "to": "+90 212 555 01 42"}]'
      from (select n, contact, ${customerOf('contact', size)} as c
        from (select n, floor(pg_temp.chance(n, 41) * ${size.contacts})::bigint as contact
          from generate_series(0, ${size.auditEvents - 1}) n) chosen) events`,
  },
  {
    what: 'mails',
    sql: (size) => `
      insert into outgoing_mail (id, customer_id, to_name, to_address, subject, body_text, body_html, message_id, effect_key, status,
        attempts, created_at, sent_at)
      select pg_temp.id('mail', n), pg_temp.id('customer', ${customerOf('n', size)}), ${person('n')}, ${dot(person('n'))} || n || '@kisi.example',
        'Accord daveti', 'Davet', '<p>Davet</p>', n || '@bench.accord', 'bench:' || n, 'SENT', 1, ${at('n', size.mails)}, ${at('n', size.mails)}
      from generate_series(0, ${size.mails - 1}) n`,
  },
  {
    what: 'assets',
    sql: (size) => `
      insert into asset (id, customer_id, kind, name, serial_number, status, created_at, updated_at)
      select pg_temp.id('asset', n), pg_temp.id('customer', n % ${size.customers}), case when n % 3 = 0 then 'SERVICE' else 'ASSET' end,
        pg_temp.pick(${list(assetNames)}, n, 51), 'SN' || lpad(n::text, 8, '0'), 'Kullanımda', ${at('n', size.assets)}, ${at('n', size.assets)}
      from generate_series(0, ${size.assets - 1}) n`,
  },
  {
    what: 'the working calendar',
    sql: () => `
      insert into working_calendar (id, name, time_zone, working_hours, holidays, standard, created_at, updated_at)
      select pg_temp.id('calendar', 0), 'Hafta içi 09:00–18:00', 'Europe/Istanbul',
        (select jsonb_agg(jsonb_build_object('weekday', d, 'from', '09:00', 'to', '18:00')) from generate_series(1, 5) d),
        '[]', true, now(), now()`,
  },
  {
    what: 'plans',
    // Of every kind: by the hour and by the ticket, with and without credit, in advance and in arrears.
    sql: ({ plans }) => `
      with plan as (
        insert into service_plan (id, revision, title, created_at, updated_at)
        select pg_temp.id('plan', n), 1, 'Destek planı ' || lpad(n::text, 2, '0'), now() - interval '3 years', now() - interval '3 years'
        from generate_series(0, ${plans - 1}) n returning id)
      insert into service_plan_revision (plan_id, revision, created_at, pricing_method, billing_method, billing_period, currency,
        fixed_fee, included_hours, included_tickets, hourly_rate, ticket_rate, overtime, overage, credit_covers_operational_only,
        roll_over_unused, technician_may_add_cost, technician_may_add_time, cost_bases, band_rates, calendar_id)
      select pg_temp.id('plan', n), 1, now() - interval '3 years', case when hourly then 'HOURLY' else 'PER_TICKET' end,
        case when n % 2 = 0 then 'IN_ARREARS' else 'IN_ADVANCE' end, case when n % 5 = 0 then 'QUARTERLY' else 'MONTHLY' end, 'TRY',
        5000 + n * 500, case when hourly then n % 20 end, case when not hourly then n end, case when hourly then 900 + n * 10 end,
        case when not hourly then 400 end, 'NOT_BILLED', 'BILLED', false, false, n % 2 = 0, n % 3 = 0,
        case when hourly then '{FIXED}'::text[] else '{}' end, '[]', pg_temp.id('calendar', 0)
      from (select n, n % 4 < 3 as hourly from generate_series(0, ${plans - 1}) n where (select count(*) from plan) > 0) numbers`,
  },
  {
    what: 'types of contracts',
    sql: () => `
      insert into contract_type (id, name, created_at, updated_at)
      select pg_temp.id('contract type', n), (${list(contractTypes)})[n + 1], now() - interval '3 years', now() - interval '3 years'
      from generate_series(0, ${contractTypes.length - 1}) n`,
  },
  {
    what: 'contracts with their terms and plans',
    // Two for each customer: one in its second year that renews itself, and one of a year that may have ended, be a draft
    // or terminated. Nothing is due today.
    sql: ({ contracts, plans }) => `
      with made as (
        select n, n / 2 as customer, starts_on::date as starts_on, ends_on::date as ends_on, renews, n % 40 = 39 as draft,
          case when n % 30 = 1 then (starts_on + interval '100 days')::date end as terminated_on
        from (select n, n % 2 = 0 as renews, ends_on, ends_on + 1 - case when n % 2 = 0 then interval '2 years' else interval '1 year' end as starts_on
          from (select n, current_date + case when n % 2 = 0 then 2 + n * 37 % 363 else n * 37 % 400 - 60 end as ends_on
            from generate_series(0, ${contracts - 1}) n) numbers) spans),
      contract as (
        insert into contract (id, reference, customer_id, type_id, name, starts_on, ends_on, draft, auto_renew, renewal_count,
          renewal_unit, terminated_on, termination_reason, created_at, updated_at)
        select pg_temp.id('contract', n), 'C-' || to_char(starts_on, 'YYYY') || '-' || lpad(n::text, 5, '0'),
          pg_temp.id('customer', customer), pg_temp.id('contract type', n % ${contractTypes.length}),
          pg_temp.pick(${list(contractNames)}, n, 81), starts_on, ends_on, draft, renews, 1, 'YEAR', terminated_on,
          case when terminated_on is not null then 'Hizmet sona erdi' end, ${at('n', contracts)}, ${at('n', contracts)}
        from made),
      term as (
        insert into contract_term (id, customer_id, contract_id, starts_on, ends_on, origin, created_at)
        select pg_temp.id('term', n * 2 + part), pg_temp.id('customer', customer), pg_temp.id('contract', n),
          case when part = 0 then starts_on else (ends_on + 1 - interval '1 year')::date end,
          case when renews and part = 0 then (ends_on + 1 - interval '1 year')::date - 1 else ends_on end,
          case when part = 0 then 'INITIAL' else 'AUTOMATIC' end, now()
        from made, generate_series(0, case when renews then 1 else 0 end) part)
      insert into contract_plan (contract_id, from_on, customer_id, plan_id, revision, created_at)
      select pg_temp.id('contract', n), starts_on, pg_temp.id('customer', customer), pg_temp.id('plan', n % ${plans}), 1, now()
      from made`,
  },
  {
    what: 'notices of contracts',
    sql: () => `
      with notice as (
        insert into contract_notice (contract_id, side, days, customer_id)
        select id, 'BEFORE_END', days, customer_id from contract, (values (30), (7)) d (days)),
      recipient as (
        insert into contract_notice_user (contract_id, technician_id, customer_id)
        select id, pg_temp.id('technician', 1 + abs(hashtext(id::text)) % ${support}), customer_id from contract
        returning contract_id, technician_id)
      insert into notice_delivery (id, customer_id, contract_id, ends_on, side, days, due_on, technician_id, created_at)
      select gen_random_uuid(), c.customer_id, c.id, c.ends_on, 'BEFORE_END', days, c.ends_on - days, r.technician_id, now()
      from contract c join recipient r on r.contract_id = c.id, (values (30), (7)) d (days)
      where not c.draft and c.terminated_on is null and c.ends_on - days > current_date + 1`,
  },
  {
    what: 'tickets',
    indicesAfter: 'ticket',
    // Most are closed long since; what is open is mostly of the last weeks. Assignees are authorized, or of the support.
    sql: (size) => `
      insert into ticket (id, number, kind, subject, description, status, approval, priority, customer_id, requester_id, group_id,
        assignee_id, asset_id, contract_id, rating, opened_at, updated_at, resolved_at, closed_at)
      select pg_temp.id('ticket', n), 'T-' || to_char(opened, 'YYYY') || '-' || lpad(n::text, 6, '0'),
        case when n % 3 = 0 then 'REQUEST' else 'INCIDENT' end, subject || ': ' || pg_temp.pick(${list(places)}, n, 62),
        'Sabahtan beri ' || subject || '. Dün akşam sorun yoktu; yeniden başlattık, değişmedi. Bakabilir misiniz?', status,
        case when n % 30 = 0 then case when status = 'OPEN' then 'PENDING' else 'APPROVED' end else 'NOT_NEEDED' end,
        (array['NORMAL', 'NORMAL', 'NORMAL', 'LOW', 'HIGH', 'URGENT'])[1 + n % 6],
        k.customer_id, k.id, k.group_id,
        case when status = 'OPEN' and n % 2 = 0 then null
          when n % 3 = 0 or w.who is null then pg_temp.id('technician', 1 + n % ${support})
          else w.who[1 + n % cardinality(w.who)] end,
        case when n % 4 = 0 and c < ${size.assets} then pg_temp.id('asset', c) end,
        case when n % 2 = 0 then pg_temp.id('contract', c * 2) end,
        case when status = 'CLOSED' and n % 5 = 0 then 3 + n % 3 end,
        opened, opened + interval '3 hours',
        case when status in ('RESOLVED', 'CLOSED') then opened + interval '1 hour' end,
        case when status in ('CLOSED', 'CANCELLED') then opened + interval '3 hours' end
      from (select n, contact, ${customerOf('contact', size)} as c, ${at('n', size.tickets)} as opened, pg_temp.pick(${list(ticketSubjects)}, n, 61) as subject,
          case when n > ${size.tickets} * 0.97
            then (array['OPEN', 'OPEN', 'OPEN', 'IN_PROGRESS', 'IN_PROGRESS', 'WAITING', 'RESOLVED'])[1 + floor(chance * 7)::int]
            else case when chance < 0.94 then 'CLOSED' when chance < 0.98 then 'CANCELLED' when chance < 0.99 then 'WAITING' else 'IN_PROGRESS' end
          end as status
        from (select n, floor(pg_temp.chance(n, 63) * ${size.contacts})::bigint as contact, pg_temp.chance(n, 64) as chance
          from generate_series(0, ${size.tickets - 1}) n) chosen) t
      join contact k on k.id = pg_temp.id('contact', contact)
      left join (select customer_id, array_agg(technician_id) as who from technician_customer group by customer_id) w
        on w.customer_id = k.customer_id`,
  },
  {
    what: 'the number of the newest ticket',
    sql: (size) => `insert into number_series (name, last) values ('T-' || to_char(now(), 'YYYY'), ${size.tickets})`,
  },
  {
    what: 'comments',
    indicesAfter: 'ticket_comment',
    sql: (size) => `
      insert into ticket_comment (id, customer_id, ticket_id, body, internal, author_kind, author_id, author_name, created_at)
      select pg_temp.id('comment', n), t.customer_id, t.id, case when n % 2 = 0 then 'Kaydınızı aldım, inceliyorum.' else 'Teşekkürler, bekliyorum.' end,
        n % 10 = 0, case when n % 2 = 0 then 'TECHNICIAN' else 'CONTACT' end,
        case when n % 2 = 0 then coalesce(t.assignee_id, pg_temp.id('technician', 1)) else t.requester_id end,
        case when n % 2 = 0 then 'Destek masası' else 'Kişi' end, t.opened_at + interval '1 minute' * (n % 150)
      from (select n, floor(pg_temp.chance(n, 71) * ${size.tickets})::bigint as ticket from generate_series(0, ${size.comments - 1}) n) c
      join ticket t on t.id = pg_temp.id('ticket', ticket)`,
  },
  {
    what: 'approvals',
    sql: (size) => `
      insert into ticket_approval (id, customer_id, ticket_id, contact_id, contact_name, asked_at, decision, decided_at)
      select pg_temp.id('approval', row_number() over (order by t.id)), t.customer_id, t.id, k.id, k.name, t.opened_at,
        case when t.approval = 'APPROVED' then 'APPROVED' end, case when t.approval = 'APPROVED' then t.updated_at end
      from (select * from ticket where approval <> 'NOT_NEEDED' order by opened_at desc, id limit ${size.approvals}) t
      cross join lateral (select id, name from contact o
        where o.customer_id = t.customer_id and o.id <> t.requester_id and o.active and o.account_id is not null order by id limit 1) k`,
  },
  {
    what: 'time entries',
    indicesAfter: 'time_entry',
    // Those with a start follow each other, so that nobody works on two things at once.
    sql: (size) => `
      insert into time_entry (id, customer_id, technician_id, ticket_id, contract_id, worked_on, started_at, ended_at, minutes, note,
        billable, created_at, updated_at)
      select pg_temp.id('time entry', n), customer_id, technician_id, ticket_id, contract_id, worked_on, started_at,
        started_at + interval '1 minute' * minutes, minutes, case when n % 10 = 0 then 'Yerinde müdahale' end, n % 12 > 0, opened_at, opened_at
      from (select n, t.customer_id, coalesce(t.assignee_id, pg_temp.id('technician', 1)) as technician_id, t.id as ticket_id,
          t.contract_id, (t.opened_at at time zone 'Europe/Istanbul')::date as worked_on, t.opened_at,
          case when n % 50 = 0 and n < ${size.tickets} then t.opened_at end as started_at, case when n % 50 = 0 then 15 else 15 + n % 8 * 15 end as minutes
        from generate_series(0, ${size.timeEntries - 1}) n
        join ticket t on t.id = pg_temp.id('ticket', n % ${size.tickets})) work`,
  },
]
