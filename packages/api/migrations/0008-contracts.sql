-- Contract types, contracts with their terms, plans and notices; the contract of tickets and assets.

-- The exclusion of terms that overlap compares ids beside spans.
create extension if not exists btree_gist with schema public;

-- ---------- tables ----------
create table "contract_type" (
  "id" uuid not null,
  "name" text not null,
  "active" boolean not null default true,
  "requests_need_approval" boolean not null default false,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "name_fold" text generated always as (tr_fold(name)) stored null,
  primary key ("id")
);
alter table "contract_type" add constraint "contract_type_name_taken" unique ("name_fold");

create table "contract" (
  "id" uuid not null,
  "version" int not null default 1,
  "reference" text not null,
  "customer_id" uuid not null,
  "type_id" uuid not null,
  "name" text not null,
  "description" text null,
  "starts_on" date not null,
  "ends_on" date not null,
  "draft" boolean not null default false,
  "auto_renew" boolean not null default false,
  "renewal_count" int null,
  "renewal_unit" text null,
  "terminated_on" date null,
  "termination_reason" text null,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "search_fold" text generated always as (tr_fold(reference || ' ' || name)) stored null,
  primary key ("id")
);
create index contract_search on contract using gin (search_fold gin_trgm_ops);
create index contract_by_end on contract (ends_on, id) include (customer_id, starts_on, draft, terminated_on);
create index contract_by_start on contract (starts_on, id) include (customer_id, ends_on, draft, terminated_on);
create index contract_by_name on contract (name collate "tr-x-icu", id);
create index "contract_by_update" on "contract" ("updated_at", "id");
create index "contract_of_customer" on "contract" ("customer_id", "ends_on", "id");
create index "contract_of_type" on "contract" ("type_id");
create index contract_to_renew on contract (ends_on, id) where auto_renew and not draft and terminated_on is null;
alter table "contract" add constraint "contract_reference_taken" unique ("reference");
alter table "contract" add constraint "contract_of_customer_key" unique ("customer_id", "id");
alter table "contract" add constraint "contract_renewal_unit_check" check (renewal_unit in ('DAY', 'WEEK', 'MONTH', 'YEAR'));
alter table "contract" add constraint "contract_renewal_count_check" check (renewal_count >= 1);
alter table "contract" add constraint "contract_days" check (ends_on >= starts_on);
alter table "contract" add constraint "contract_renewal" check ((renewal_count is null) = (renewal_unit is null) and (renewal_count is not null or not auto_renew));
alter table "contract" add constraint "contract_termination" check ((terminated_on is null) = (termination_reason is null) and (terminated_on is null or not draft));

create table "contract_term" (
  "id" uuid not null,
  "customer_id" uuid not null,
  "contract_id" uuid not null,
  "starts_on" date not null,
  "ends_on" date not null,
  "origin" text not null,
  "created_at" timestamptz not null,
  primary key ("id")
);
alter table "contract_term" add constraint "contract_term_origin_check" check (origin in ('INITIAL', 'AUTOMATIC', 'MANUAL'));
alter table "contract_term" add constraint "contract_term_days" check (ends_on >= starts_on);
alter table contract_term add constraint contract_term_apart
  exclude using gist (contract_id with =, daterange(starts_on, ends_on, '[]') with &&);
create unique index contract_term_one_initial on contract_term (contract_id) where origin = 'INITIAL';

create table "contract_plan" (
  "contract_id" uuid not null,
  "from_on" date not null,
  "customer_id" uuid not null,
  "plan_id" uuid null,
  "revision" int null,
  "created_at" timestamptz not null,
  primary key ("contract_id", "from_on")
);
create index "contract_plan_of_plan" on "contract_plan" ("plan_id", "revision");
alter table "contract_plan" add constraint "contract_plan_whole" check ((plan_id is null) = (revision is null));

create table "contract_notice" (
  "contract_id" uuid not null,
  "side" text not null,
  "days" int not null,
  "customer_id" uuid not null,
  primary key ("contract_id", "side", "days")
);
alter table "contract_notice" add constraint "contract_notice_side_check" check (side in ('BEFORE_END', 'AFTER_END'));
alter table "contract_notice" add constraint "contract_notice_days_check" check (days <= 365 and days >= case side when 'AFTER_END' then 1 else 0 end);

create table "contract_notice_user" (
  "contract_id" uuid not null,
  "technician_id" uuid not null,
  "customer_id" uuid not null,
  primary key ("contract_id", "technician_id")
);
create index "contract_notice_user_of_technician" on "contract_notice_user" ("technician_id");

create table "contract_notice_contact" (
  "contract_id" uuid not null,
  "contact_id" uuid not null,
  "customer_id" uuid not null,
  primary key ("contract_id", "contact_id")
);
create index "contract_notice_contact_of_contact" on "contract_notice_contact" ("contact_id");

alter table ticket add column "contract_id" uuid null;
create index "ticket_of_contract" on "ticket" ("contract_id", "opened_at", "id");
alter table asset add column "contract_id" uuid null;
create index "asset_of_contract" on "asset" ("contract_id");

-- References stay inside one customer. What a contract hangs on, and what hangs on it, is kept as long as it is.
alter table contract add constraint contract_customer foreign key (customer_id) references customer (id);
alter table contract add constraint contract_type foreign key (type_id) references contract_type (id);
alter table contract_term add constraint contract_term_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;
alter table contract_plan add constraint contract_plan_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;
alter table contract_plan add constraint contract_plan_revision foreign key (plan_id, revision) references service_plan_revision (plan_id, revision);
alter table contract_notice add constraint contract_notice_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;
alter table contract_notice_user add constraint contract_notice_user_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;
alter table contract_notice_user add constraint contract_notice_user_technician foreign key (technician_id) references technician (id) on delete cascade;
alter table contract_notice_contact add constraint contract_notice_contact_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;
alter table contract_notice_contact add constraint contract_notice_contact_contact foreign key (customer_id, contact_id) references contact (customer_id, id) on delete cascade;
alter table ticket add constraint ticket_contract foreign key (customer_id, contract_id) references contract (customer_id, id);
alter table asset add constraint asset_contract foreign key (customer_id, contract_id) references contract (customer_id, id);

-- ---------- functions that reads, policies and services ask ----------
-- The day of this transaction, as the program's clock says. Whoever did not say it gets no answer but an error.
create function public.app_today() returns date
language sql stable parallel safe as $$
  select current_setting('app.today')::date
$$;

-- Counted per year of the day of today; who enters a contract waits here for who enters one.
create function public.app_next_contract_reference() returns text
language sql volatile security definer set search_path = pg_catalog, public as $$
  with taken as (
    insert into public.number_series as s (name, last) values ('C-' || to_char(public.app_today(), 'YYYY'), 1)
    on conflict (name) do update set last = s.last + 1
    returning s.name, s.last)
  select name || '-' || lpad(last::text, greatest(4, length(last::text)), '0') from taken
$$;

-- Whether this transaction's principal reaches the customer: what a definer function does for somebody stays in reach.
create function public.app_reaches(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select current_setting('role') in ('accord_staff', 'accord_system') or public.app_reaches_all()
    or asked in (select r from public.app_reach() r)
$$;

-- The contract that a new ticket of the customer names when nobody says one: the only active one. Also for a contact who
-- may not see contracts.
create function public.app_default_contract(asked uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when count(*) = 1 then (array_agg(c.id))[1] end
  from public.contract c
  where c.customer_id = asked and public.app_reaches(asked) and not c.draft
    and c.starts_on <= public.app_today() and c.ends_on >= public.app_today()
    and (c.terminated_on is null or c.terminated_on > public.app_today())
$$;

-- A request under a contract whose type wants it asks for approval by itself: every contact of the customer with the
-- company-records right who can sign in, but never the requester. Nobody is asked twice, and where nobody is left
-- nobody is asked. Tells who was asked, for the mails. A definer, because a contact asks nobody by hand.
create function public.app_ask_by_contract_type(asked uuid)
returns table (id uuid, name text, email text, locale text)
language sql volatile security definer rows 20 set search_path = pg_catalog, public as $$
  with opened as (
    select t.id, t.customer_id, t.requester_id, r.account_id
    from public.ticket t
    join public.contract k on k.id = t.contract_id
    join public.contract_type y on y.id = k.type_id and y.requests_need_approval
    join public.contact r on r.id = t.requester_id
    where t.id = asked and t.kind = 'REQUEST' and t.status = 'OPEN' and t.approval = 'NOT_NEEDED'
      and public.app_reaches(t.customer_id)
      and (current_setting('role') <> 'accord_contact' or t.requester_id = public.app_principal_id())
  ), able as (
    select o.id as ticket_id, c.id, c.customer_id, c.name, c.email, c.locale
    from opened o join public.contact c on c.customer_id = o.customer_id
    where c.active and c.account_id is not null and c.sees_company_records
      and c.id <> o.requester_id and c.account_id is distinct from o.account_id
    order by c.name collate "tr-x-icu", c.id limit 20
  ), asking as (
    insert into public.ticket_approval (id, customer_id, ticket_id, contact_id, contact_name, asked_at)
    select gen_random_uuid(), a.customer_id, a.ticket_id, a.id, a.name, now() from able a
    returning ticket_approval.id, contact_id
  ), waiting as (
    update public.ticket t set approval = 'PENDING' where t.id in (select a.ticket_id from able a)
  )
  select q.id, a.name, a.email, a.locale from asking q join able a on a.id = q.contact_id
$$;

-- The first and the last day of a contract are those of its terms, whoever writes them: looked at when the transaction
-- ends. One that is terminated before it begins has no term left.
create function public.hold_contract_in_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  changed uuid;
begin
  if tg_table_name = 'contract' then changed := new.id;
  elsif tg_op = 'DELETE' then changed := old.contract_id;
  else changed := new.contract_id;
  end if;
  if exists (
    select from public.contract c
    cross join lateral (
      select min(t.starts_on) as first, max(t.ends_on) as last from public.contract_term t where t.contract_id = c.id
    ) terms
    where c.id = changed and (c.starts_on is distinct from terms.first or c.ends_on is distinct from terms.last)
      and (terms.first is not null or c.terminated_on is null))
  then
    raise exception 'the days of contract % are not those of its terms', changed;
  end if;
  return null;
end $$;
create constraint trigger contract_in_step after insert or update of starts_on, ends_on, terminated_on on public.contract
  deferrable initially deferred for each row execute function public.hold_contract_in_step();
create constraint trigger contract_term_in_step after insert or update or delete on public.contract_term
  deferrable initially deferred for each row execute function public.hold_contract_in_step();

revoke execute on function public.app_today(), public.app_next_contract_reference(), public.app_reaches(uuid),
  public.app_default_contract(uuid), public.app_ask_by_contract_type(uuid), public.hold_contract_in_step() from public;
grant execute on function public.app_today()
  to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;
grant execute on function public.app_next_contract_reference()
  to accord_staff, accord_restricted, accord_partner, accord_system;
grant execute on function public.app_default_contract(uuid), public.app_ask_by_contract_type(uuid)
  to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;

-- ---------- rows: who sees what (declared in the feature's access file) ----------
alter table "contract_type" enable row level security;
create policy "accord_staff_all" on "contract_type" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract_type" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract_type" to "accord_restricted" using (true) with check (true);
create policy "accord_partner_all" on "contract_type" to "accord_partner" using (true) with check (true);
create policy "accord_contact_select" on "contract_type" for select to "accord_contact" using (true);
alter table "contract" enable row level security;
create policy "accord_staff_all" on "contract" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contract" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "contract" for select to "accord_contact" using (not draft and customer_id = (select app_contact_customer()) and (select app_contact_sees_company()));
alter table "contract_term" enable row level security;
create policy "accord_staff_all" on "contract_term" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract_term" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract_term" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contract_term" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "contract_term" for select to "accord_contact" using (exists (select from contract c where c.id = contract_term.contract_id));
alter table "contract_plan" enable row level security;
create policy "accord_staff_all" on "contract_plan" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract_plan" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract_plan" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contract_plan" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "contract_plan" for select to "accord_contact" using (exists (select from contract c where c.id = contract_plan.contract_id));
alter table "contract_notice" enable row level security;
create policy "accord_staff_all" on "contract_notice" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract_notice" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract_notice" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contract_notice" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
alter table "contract_notice_user" enable row level security;
create policy "accord_staff_all" on "contract_notice_user" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract_notice_user" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract_notice_user" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contract_notice_user" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
alter table "contract_notice_contact" enable row level security;
create policy "accord_staff_all" on "contract_notice_contact" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contract_notice_contact" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contract_notice_contact" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contract_notice_contact" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "contract_notice_contact" for select to "accord_contact" using (exists (select from contract c where c.id = contract_notice_contact.contract_id));

-- ---------- commands: what each role may do at all ----------
grant select, insert, update on contract_type to accord_staff, accord_restricted, accord_partner, accord_system;
grant select, insert, update, delete on contract, contract_term, contract_plan, contract_notice, contract_notice_user,
  contract_notice_contact to accord_staff, accord_restricted, accord_partner, accord_system;
grant select on contract_type, contract, contract_term, contract_plan, contract_notice_contact to accord_contact;
