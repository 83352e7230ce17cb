-- Service plans with their revisions, and working calendars.

-- ---------- tables ----------
create table "working_calendar" (
  "id" uuid not null,
  "version" int not null default 1,
  "name" text not null,
  "time_zone" text not null,
  "working_hours" jsonb not null,
  "holidays" jsonb not null,
  "standard" boolean not null default false,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "name_fold" text generated always as (tr_fold(name)) stored null,
  primary key ("id")
);
alter table "working_calendar" add constraint "working_calendar_name_taken" unique ("name_fold");
create unique index working_calendar_one_standard on working_calendar (standard) where standard;
create table "service_plan" (
  "id" uuid not null,
  "version" int not null default 1,
  "revision" int not null,
  "title" text not null,
  "description" text null,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "search_fold" text generated always as (tr_fold(title || ' ' || coalesce(description, ''))) stored null,
  primary key ("id")
);
create index service_plan_by_title on service_plan (title collate "tr-x-icu", id);
create table "service_plan_revision" (
  "plan_id" uuid not null,
  "revision" int not null,
  "created_at" timestamptz not null,
  "pricing_method" text not null,
  "billing_method" text not null,
  "billing_period" text not null,
  "currency" text not null,
  "fixed_fee" numeric(14,4) null,
  "included_hours" numeric(9,4) null,
  "included_tickets" int null,
  "weekly_hour_limit" numeric(9,4) null,
  "hourly_rate" numeric(14,4) null,
  "ticket_rate" numeric(14,4) null,
  "overtime" text not null,
  "overtime_multiplier" numeric(9,4) null,
  "overage" text not null,
  "credit_covers_operational_only" boolean not null,
  "roll_over_unused" boolean not null,
  "roll_over_cap" numeric(9,4) null,
  "roll_over_periods" int null,
  "technician_may_add_cost" boolean not null,
  "technician_may_add_time" boolean not null,
  "cost_bases" text[] not null,
  "band_rates" jsonb not null,
  "calendar_id" uuid null,
  primary key ("plan_id", "revision")
);
create index "service_plan_revision_of_calendar" on "service_plan_revision" ("calendar_id");
alter table "service_plan_revision" add constraint "service_plan_revision_pricing_method_check" check (pricing_method in ('HOURLY', 'PER_TICKET', 'FLAT'));
alter table "service_plan_revision" add constraint "service_plan_revision_billing_method_check" check (billing_method in ('IN_ADVANCE', 'IN_ARREARS'));
alter table "service_plan_revision" add constraint "service_plan_revision_billing_period_check" check (billing_period in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'ONE_OFF'));
alter table "service_plan_revision" add constraint "service_plan_revision_currency_check" check (currency ~ '^[A-Z]{3}$');
alter table "service_plan_revision" add constraint "service_plan_revision_overtime_check" check (overtime in ('NOT_BILLED', 'BILLED_AT_RATE', 'BILLED_AT_OVERTIME_RATE', 'REFUSED'));
alter table "service_plan_revision" add constraint "service_plan_revision_overage_check" check (overage in ('BILLED', 'NOT_BILLED', 'REFUSED'));

alter table service_plan_revision add constraint service_plan_revision_plan foreign key (plan_id) references service_plan (id) on delete cascade;
alter table service_plan_revision add constraint service_plan_revision_calendar foreign key (calendar_id) references working_calendar (id);

-- What was agreed under a revision stays what it was, whoever writes.
create function public.refuse_revision_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a revision of a service plan is never changed';
end $$;
create trigger service_plan_revision_stays before update on public.service_plan_revision
  for each statement execute function public.refuse_revision_change();
revoke execute on function public.refuse_revision_change() from public;

-- ---------- rows: who sees what (declared in the feature's access file) ----------
alter table "working_calendar" enable row level security;
create policy "accord_staff_all" on "working_calendar" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "working_calendar" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "working_calendar" to "accord_restricted" using (true) with check (true);
create policy "accord_partner_all" on "working_calendar" to "accord_partner" using (true) with check (true);
alter table "service_plan" enable row level security;
create policy "accord_staff_all" on "service_plan" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "service_plan" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "service_plan" to "accord_restricted" using (true) with check (true);
create policy "accord_partner_all" on "service_plan" to "accord_partner" using (true) with check (true);
alter table "service_plan_revision" enable row level security;
create policy "accord_staff_all" on "service_plan_revision" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "service_plan_revision" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "service_plan_revision" to "accord_restricted" using (true) with check (true);
create policy "accord_partner_all" on "service_plan_revision" to "accord_partner" using (true) with check (true);

-- ---------- commands: what each role may do at all ----------
grant select, insert, update, delete on working_calendar, service_plan to accord_staff, accord_restricted, accord_partner, accord_system;
grant select, insert, delete on service_plan_revision to accord_staff, accord_restricted, accord_partner, accord_system;
