-- Time entries and running timers; the first resolution of tickets; what a contract's usage is computed from.

-- ---------- tables ----------
create table "time_entry" (
  "id" uuid not null,
  "version" int not null default 1,
  "customer_id" uuid not null,
  "technician_id" uuid not null,
  "ticket_id" uuid null,
  "contract_id" uuid null,
  "worked_on" date not null,
  "started_at" timestamptz null,
  "ended_at" timestamptz null,
  "minutes" int not null,
  "added_minutes" int not null default 0,
  "extra_cost" numeric(14,4) null,
  "currency" text null,
  "extra_cost_reason" text null,
  "note" text null,
  "billable" boolean not null default true,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  primary key ("id")
);
create index "time_entry_by_day" on "time_entry" ("worked_on", "id");
create index "time_entry_of_technician" on "time_entry" ("technician_id", "worked_on", "id");
create index "time_entry_of_customer" on "time_entry" ("customer_id", "worked_on", "id");
create index "time_entry_of_contract" on "time_entry" ("contract_id", "worked_on", "id");
create index "time_entry_of_ticket" on "time_entry" ("ticket_id", "worked_on", "id");
alter table "time_entry" add constraint "time_entry_minutes_check" check (minutes >= 1 and minutes <= 1440);
alter table "time_entry" add constraint "time_entry_added_minutes_check" check (added_minutes >= 0 and added_minutes <= 1440);
alter table "time_entry" add constraint "time_entry_currency_check" check (currency ~ '^[A-Z]{3}$');
alter table "time_entry" add constraint "time_entry_for_something" check (ticket_id is not null or contract_id is not null);
alter table "time_entry" add constraint "time_entry_cost_has_currency" check ((extra_cost is null) = (currency is null));
alter table "time_entry" add constraint "time_entry_end_has_start" check ((started_at is null) = (ended_at is null));
-- Nobody works on two things at once.
alter table time_entry add constraint time_entry_apart
  exclude using gist (technician_id with =, tstzrange(started_at, ended_at) with &&) where (started_at is not null);

create table "running_timer" (
  "id" uuid not null,
  "customer_id" uuid not null,
  "technician_id" uuid not null,
  "ticket_id" uuid null,
  "contract_id" uuid null,
  "started_at" timestamptz not null,
  "note" text null,
  primary key ("id")
);
alter table "running_timer" add constraint "running_timer_one_each" unique ("technician_id");
alter table "running_timer" add constraint "running_timer_for_something" check (ticket_id is not null or contract_id is not null);

-- References stay inside one customer. What time was spent on is kept as long as the time is.
alter table time_entry add constraint time_entry_customer foreign key (customer_id) references customer (id);
alter table time_entry add constraint time_entry_technician foreign key (technician_id) references technician (id);
alter table time_entry add constraint time_entry_ticket foreign key (customer_id, ticket_id) references ticket (customer_id, id);
alter table time_entry add constraint time_entry_contract foreign key (customer_id, contract_id) references contract (customer_id, id);
alter table running_timer add constraint running_timer_customer foreign key (customer_id) references customer (id);
alter table running_timer add constraint running_timer_technician foreign key (technician_id) references technician (id) on delete cascade;
alter table running_timer add constraint running_timer_ticket foreign key (customer_id, ticket_id) references ticket (customer_id, id) on delete cascade;
alter table running_timer add constraint running_timer_contract foreign key (customer_id, contract_id) references contract (customer_id, id) on delete cascade;

-- A ticket counts once, at its first resolution, however often it is opened again.
alter table ticket add column "first_resolved_at" timestamptz null;
update ticket t set first_resolved_at = coalesce(
  (select min(e.at) from audit_event e
   where e.subject_id = t.id and e.subject_type = 'Ticket' and e.changes @> '[{"field": "status", "to": "RESOLVED"}]'),
  t.resolved_at);
create index ticket_resolved_of_contract on ticket (contract_id, first_resolved_at) where first_resolved_at is not null;
create function public.keep_first_resolution() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.first_resolved_at := case tg_op when 'UPDATE' then coalesce(old.first_resolved_at, new.resolved_at) else new.resolved_at end;
  return new;
end $$;
create trigger ticket_keeps_first_resolution before insert or update of resolved_at, first_resolved_at on public.ticket
  for each row execute function public.keep_first_resolution();

-- ---------- functions that usage asks ----------
-- Of these contracts those whose usage this transaction's principal may know: a customer's people with the
-- company-records right, staff and keys within their reach. Entries, plans and calendars below are told to nobody else.
create function public.app_priced_contracts(asked uuid[]) returns setof uuid
language sql stable security definer rows 25 set search_path = pg_catalog, public as $$
  select c.id from public.contract c
  where c.id = any (asked) and case current_setting('role')
    when 'accord_contact' then
      not c.draft and c.customer_id = public.app_contact_customer() and public.app_contact_sees_company()
    else public.app_reaches(c.customer_id) end
$$;

-- A revision with the calendar that cuts its bands. Numbers are text: they stay exact.
create function public.app_pricing(asked_plan uuid, asked_revision int) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'planId', r.plan_id, 'revision', r.revision,
    'terms', jsonb_build_object(
      'pricingMethod', r.pricing_method, 'billingMethod', r.billing_method, 'billingPeriod', r.billing_period,
      'currency', r.currency, 'fixedFee', r.fixed_fee::text, 'includedHours', r.included_hours::text,
      'includedTickets', r.included_tickets, 'weeklyHourLimit', r.weekly_hour_limit::text,
      'hourlyRate', r.hourly_rate::text, 'ticketRate', r.ticket_rate::text, 'overtime', r.overtime,
      'overtimeMultiplier', r.overtime_multiplier::text, 'overage', r.overage,
      'creditCoversOperationalOnly', r.credit_covers_operational_only, 'rollOverUnused', r.roll_over_unused,
      'rollOverCap', r.roll_over_cap::text, 'rollOverPeriods', r.roll_over_periods,
      'technicianMayAddCost', r.technician_may_add_cost, 'technicianMayAddTime', r.technician_may_add_time,
      'costBases', r.cost_bases, 'bandRates', r.band_rates, 'calendarId', r.calendar_id),
    'calendar', (
      select jsonb_build_object('timeZone', k.time_zone, 'workingHours', k.working_hours, 'holidays', k.holidays)
      from public.working_calendar k
      where case when r.calendar_id is null then k.standard else k.id = r.calendar_id end))
  from public.service_plan_revision r where r.plan_id = asked_plan and r.revision = asked_revision
$$;

-- Terms and plans of contracts; `newest` is the last plan in the revision that a new term would take.
create function public.app_contract_pricing(asked uuid[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(jsonb_object_agg(c.id, jsonb_build_object(
    'terms', coalesce((
      select jsonb_agg(jsonb_build_object(
        'startsOn', t.starts_on, 'endsOn', least(t.ends_on, c.terminated_on)) order by t.starts_on)
      from public.contract_term t
      where t.contract_id = c.id and (c.terminated_on is null or t.starts_on <= c.terminated_on)), '[]'),
    'plans', coalesce((
      select jsonb_agg(jsonb_build_object('fromOn', p.from_on, 'pricing', public.app_pricing(p.plan_id, p.revision))
        order by p.from_on)
      from public.contract_plan p where p.contract_id = c.id), '[]'),
    'newest', (
      select public.app_pricing(s.id, s.revision)
      from public.contract_plan p left join public.service_plan s on s.id = p.plan_id
      where p.contract_id = c.id order by p.from_on desc limit 1))), '{}')
  from public.contract c where c.id in (select r from public.app_priced_contracts(asked) r)
$$;

-- Work of contracts between two days each: entries by day, and tickets at their first resolution. `asked` holds
-- {contract, from, to}; `zone` is the calendar that days are counted in.
create function public.app_contract_work(asked jsonb, zone text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(jsonb_object_agg(a.contract, jsonb_build_object(
    'entries', coalesce((
      select jsonb_agg(jsonb_build_array(e.id, e.worked_on, (extract(epoch from e.started_at) * 1000)::bigint, e.minutes,
        e.added_minutes, e.billable, e.extra_cost::text, e.extra_cost_reason) order by e.worked_on, e.id)
      from public.time_entry e
      where e.contract_id = a.contract and e.worked_on between a."from" and a."to"), '[]'),
    'tickets', coalesce((
      select jsonb_agg(jsonb_build_array(t.id, (extract(epoch from t.first_resolved_at) * 1000)::bigint,
        (t.first_resolved_at at time zone zone)::date) order by t.first_resolved_at, t.id)
      from public.ticket t
      where t.contract_id = a.contract
        and t.first_resolved_at >= a."from"::timestamp at time zone zone
        and t.first_resolved_at < (a."to" + 1)::timestamp at time zone zone), '[]'))), '{}')
  from jsonb_to_recordset(asked) as a(contract uuid, "from" date, "to" date)
  where a.contract in (
    select r from public.app_priced_contracts(array(select x.contract from jsonb_to_recordset(asked) as x(contract uuid))) r)
$$;

revoke execute on function public.app_priced_contracts(uuid[]), public.app_pricing(uuid, int), public.app_contract_pricing(uuid[]),
  public.app_contract_work(jsonb, text), public.keep_first_resolution() from public;
grant execute on function public.app_contract_pricing(uuid[]), public.app_contract_work(jsonb, text)
  to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;

-- ---------- rows: who sees what (declared in the feature's access file) ----------
alter table "time_entry" enable row level security;
create policy "accord_staff_all" on "time_entry" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "time_entry" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "time_entry" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
alter table "running_timer" enable row level security;
create policy "accord_staff_all" on "running_timer" to "accord_staff" using (technician_id = (select app_principal_id())) with check (technician_id = (select app_principal_id()));
create policy "accord_restricted_all" on "running_timer" to "accord_restricted" using (technician_id = (select app_principal_id())) with check (technician_id = (select app_principal_id()));
create policy "accord_system_all" on "running_timer" to "accord_system" using (true) with check (true);

-- ---------- commands: what each role may do at all ----------
grant select, insert, update, delete on time_entry, running_timer to accord_staff, accord_restricted, accord_system;
