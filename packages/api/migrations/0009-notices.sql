-- Notices of a contract's end: their texts, and what was planned, sent and skipped. Renewals happen once.

-- ---------- tables ----------
create table "notice_template" (
  "id" uuid not null,
  "version" int not null default 1,
  "side" text not null,
  "locale" text not null,
  "subject" text not null,
  "body" text not null,
  "updated_at" timestamptz not null,
  primary key ("id")
);
alter table "notice_template" add constraint "notice_template_one" unique ("side", "locale");
alter table "notice_template" add constraint "notice_template_side_check" check (side in ('BEFORE_END', 'AFTER_END'));
alter table "notice_template" add constraint "notice_template_locale_check" check (locale in ('tr', 'en'));

create table "notice_delivery" (
  "id" uuid not null,
  "customer_id" uuid not null,
  "contract_id" uuid not null,
  "ends_on" date not null,
  "side" text not null,
  "days" int not null,
  "due_on" date not null,
  "technician_id" uuid null,
  "contact_id" uuid null,
  "recipient_id" uuid generated always as (coalesce(technician_id, contact_id)) stored not null,
  "status" text not null default 'PLANNED',
  "skip_reason" text null,
  "email" text null,
  "mail_id" uuid null,
  "created_at" timestamptz not null,
  primary key ("id")
);
create index notice_delivery_waiting on notice_delivery (due_on, contract_id) where status = 'PLANNED';
create index "notice_delivery_of_contract" on "notice_delivery" ("contract_id", "due_on", "id");
create index "notice_delivery_of_technician" on "notice_delivery" ("technician_id");
create index "notice_delivery_of_contact" on "notice_delivery" ("contact_id");
create index "notice_delivery_of_mail" on "notice_delivery" ("mail_id");
-- The effect key: what was told to whom of which end happens once.
alter table "notice_delivery" add constraint "notice_delivery_once" unique ("contract_id", "ends_on", "side", "days", "recipient_id");
alter table "notice_delivery" add constraint "notice_delivery_side_check" check (side in ('BEFORE_END', 'AFTER_END'));
alter table "notice_delivery" add constraint "notice_delivery_status_check" check (status in ('PLANNED', 'QUEUED', 'SKIPPED'));
alter table "notice_delivery" add constraint "notice_delivery_recipient" check ((technician_id is null) <> (contact_id is null));
alter table "notice_delivery" add constraint "notice_delivery_whole" check ((status = 'SKIPPED') = (skip_reason is not null) and (status = 'QUEUED' or mail_id is null));

-- The effect key of a renewal: a contract has one term that begins on a day.
alter table "contract_term" add constraint "contract_term_once" unique ("contract_id", "starts_on");

alter table notice_delivery add constraint notice_delivery_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;
alter table notice_delivery add constraint notice_delivery_technician foreign key (technician_id) references technician (id) on delete cascade;
alter table notice_delivery add constraint notice_delivery_contact foreign key (customer_id, contact_id) references contact (customer_id, id) on delete cascade;
alter table notice_delivery add constraint notice_delivery_mail foreign key (mail_id) references outgoing_mail (id);

-- ---------- what is there from the start ----------
insert into notice_template (id, side, locale, subject, body, updated_at) values
  (gen_random_uuid(), 'BEFORE_END', 'tr', '{reference} {contract}: bitişine {days} gün kaldı',
   E'{customer} ile {reference} numaralı “{contract}” sözleşmesinin ({type}) bu dönemi {endsOn} tarihinde sona eriyor; {days} gün kaldı.\n\n{renewal}', now()),
  (gen_random_uuid(), 'BEFORE_END', 'en', '{reference} {contract}: {days} days until it ends',
   E'The present term of contract {reference}, “{contract}” ({type}), with {customer} ends on {endsOn}, in {days} days.\n\n{renewal}', now()),
  (gen_random_uuid(), 'AFTER_END', 'tr', '{reference} {contract}: {endsOn} tarihinde sona erdi',
   E'{customer} ile {reference} numaralı “{contract}” sözleşmesi ({type}) {endsOn} tarihinde, {days} gün önce sona erdi.\n\nSürdürmek için sözleşmeyi yenileyin.', now()),
  (gen_random_uuid(), 'AFTER_END', 'en', '{reference} {contract}: ended on {endsOn}',
   E'Contract {reference}, “{contract}” ({type}), with {customer} ended on {endsOn}, {days} days ago.\n\nTo go on with it, renew it.', now());

-- ---------- functions that services and jobs ask ----------
-- Who is told of the ends of these contracts, as each is now, in whose language, and what stands in the way. A definer,
-- because the language of a technician stands with the sign-in.
create function public.app_notice_readers(asked uuid[])
returns table (contract_id uuid, kind text, id uuid, name text, email text, locale text, hindrance text, may_open boolean)
language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select n.contract_id, 'TECHNICIAN', t.id, t.name, t.email, a.locale,
    case when not t.active then 'PASSIVE'
      when r.only_authorized_customers and not r.administrator and not exists (
        select from public.technician_customer x where x.technician_id = t.id and x.customer_id = n.customer_id)
      then 'OUT_OF_REACH' end, true
  from public.contract_notice_user n
  join public.technician t on t.id = n.technician_id
  join public.role r on r.id = t.role_id
  join sign_in.account a on a.id = t.account_id
  where n.contract_id = any (asked) and public.app_reaches(n.customer_id)
  union all
  select n.contract_id, 'CONTACT', c.id, c.name, c.email, c.locale,
    case when not c.active or not k.active then 'PASSIVE' when c.email is null then 'NO_ADDRESS' end,
    c.sees_company_records and c.account_id is not null
  from public.contract_notice_contact n
  join public.contact c on c.id = n.contact_id
  join public.customer k on k.id = c.customer_id
  where n.contract_id = any (asked) and public.app_reaches(n.customer_id)
$$;
revoke execute on function public.app_notice_readers(uuid[]) from public;
grant execute on function public.app_notice_readers(uuid[])
  to accord_staff, accord_restricted, accord_partner, accord_system;

-- How it is with what runs by itself: numbers for whoever keeps the system, and contracts that were laid aside, by name as
-- far as the one who asks may see them. A definer, because the queue's tables have no policies.
create function public.app_system_health() returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  with jobs as (
    select j.name, j.state::text as state, j.created_on, j.started_on, j.completed_on, j.start_after, j.output
    from pgboss.job j where j.name in ('contract-sweep', 'contract-day')
  ), waiting as (
    select 'CONTRACT_SWEEP' as name, count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as running, 0::bigint as failed, min(created_on) filter (where state in ('created', 'retry')) as oldest
    from jobs where name = 'contract-sweep'
    union all
    select 'CONTRACTS', count(*) filter (where state in ('created', 'retry')), count(*) filter (where state = 'active'),
      (select count(*) from pgboss.job d where d.name = 'contract-dead' and d.state = 'created'),
      min(created_on) filter (where state in ('created', 'retry'))
    from jobs where name = 'contract-day'
    union all
    select 'JOBS', count(*) filter (where status = 'QUEUED'), count(*) filter (where status = 'RUNNING'),
      count(*) filter (where status = 'FAILED' and finished_at > now() - interval '7 days'), min(created_at) filter (where status = 'QUEUED')
    from public.job
    union all
    select 'MAILS', count(*) filter (where status = 'QUEUED'), 0, count(*) filter (where status = 'FAILED'),
      min(created_at) filter (where status = 'QUEUED')
    from public.outgoing_mail where status in ('QUEUED', 'FAILED')
  )
  select jsonb_build_object(
    'databaseVersion', current_setting('server_version'),
    'databaseBytes', pg_database_size(current_database())::text,
    'queues', (select jsonb_agg(jsonb_build_object('name', name, 'waiting', waiting, 'running', running, 'failed', failed, 'waitingSince', oldest)) from waiting),
    'lastSweep', (select jsonb_build_object('startedAt', started_on, 'finishedAt', completed_on, 'contracts', coalesce((output->>'found')::int, 0))
      from jobs where name = 'contract-sweep' and state = 'completed' order by completed_on desc limit 1),
    'lastDay', (select jsonb_build_object('renewed', coalesce(sum((output->>'renewed')::int), 0),
        'queued', coalesce(sum((output->>'queued')::int), 0), 'skipped', coalesce(sum((output->>'skipped')::int), 0))
      from jobs where name = 'contract-day' and state = 'completed' and completed_on > now() - interval '24 hours'),
    'laidAside', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'contractId', c.id, 'reference', c.reference,
        'at', d.created_on, 'failure', d.source_output->>'message') order by d.created_on desc, d.id), '[]')
      from (select * from pgboss.job x where x.name = 'contract-dead' and x.state = 'created' order by x.created_on desc, x.id limit 100) d
      left join public.contract c on c.id = (d.data->>'contractId')::uuid and public.app_reaches(c.customer_id)
      -- What failed tells of the contract: who does not see every customer is told of the own ones.
      where c.id is not null or current_setting('role') = 'accord_staff'))
$$;

-- Takes a contract that was laid aside back: the next sweep finds it, if anything is due on it still. Tells which one.
create function public.app_take_back(asked uuid) returns uuid
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from pgboss.job d using public.contract c
  where d.name = 'contract-dead' and d.id = asked and c.id = (d.data->>'contractId')::uuid and public.app_reaches(c.customer_id)
  returning c.id
$$;
revoke execute on function public.app_system_health(), public.app_take_back(uuid) from public;
grant execute on function public.app_system_health(), public.app_take_back(uuid) to accord_staff, accord_restricted;

-- ---------- rows: who sees what (declared in the feature's access file) ----------
alter table "notice_template" enable row level security;
create policy "accord_staff_all" on "notice_template" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "notice_template" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "notice_template" to "accord_restricted" using (true) with check (true);
alter table "notice_delivery" enable row level security;
create policy "accord_staff_all" on "notice_delivery" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "notice_delivery" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "notice_delivery" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "notice_delivery" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));

-- ---------- commands: what each role may do at all ----------
grant select, update on notice_template to accord_staff, accord_restricted, accord_system;
grant select, insert, update, delete on notice_delivery to accord_staff, accord_restricted, accord_partner, accord_system;
