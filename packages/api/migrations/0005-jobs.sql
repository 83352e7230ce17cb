-- Jobs: what is long and runs after its mutation has answered, as the one who asked for it.

create table "job" (
  "id" uuid not null,
  "kind" text not null,
  "status" text not null default 'QUEUED',
  "total" int not null,
  "payload" jsonb not null,
  "created_by_kind" text not null,
  "created_by" uuid not null,
  "locale" text not null,
  "ip_address" text not null,
  "cancel_asked" boolean not null default false,
  "attempt" int not null default 0,
  "losses" int not null default 0,
  "lease_until" timestamptz null,
  "not_before" timestamptz not null default now(),
  "failure" text null,
  "created_at" timestamptz not null,
  "started_at" timestamptz null,
  "finished_at" timestamptz null,
  primary key ("id")
);
create index "job_of_creator" on "job" ("created_by", "created_at", "id");
create index job_waiting on job (created_at, id) where status in ('QUEUED', 'RUNNING');
-- One job of a person runs at a time, however many workers there are.
create unique index job_one_running on job (created_by) where status = 'RUNNING';
alter table "job" add constraint "job_kind_check" check (kind in ('IMPORT', 'EXPORT', 'BILLING_RUN', 'BULK_CHANGE'));
alter table "job" add constraint "job_status_check" check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
alter table "job" add constraint "job_created_by_kind_check" check (created_by_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER'));
alter table "job" add constraint "job_locale_check" check (locale in ('tr', 'en'));

create table "job_row" (
  "job_id" uuid not null,
  "row" int not null,
  "code" text null,
  "path" text[] null,
  "message" text null,
  primary key ("job_id", "row")
);
alter table job_row add constraint job_row_job foreign key (job_id) references job (id) on delete cascade;

-- ---------- functions ----------
-- Who somebody is now who does not ask just now: the same answer as app_principal_of_session and app_principal_of_key
-- give, without a session or a key's secret. Jobs act as what it says, and stop when it says no.
create function public.app_principal_of(asked_kind text, asked uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when asked_kind in ('ADMIN', 'TECHNICIAN') then (
      select jsonb_build_object(
        'kind', case when r.administrator then 'ADMIN' else 'TECHNICIAN' end,
        'id', t.id, 'accountId', a.id, 'name', t.name, 'locale', a.locale,
        'permissions', to_jsonb(r.permissions), 'administrator', r.administrator,
        'restricted', r.only_authorized_customers and not r.administrator,
        'customerCount', case when r.only_authorized_customers and not r.administrator
          then (select count(*) from public.technician_customer tc where tc.technician_id = t.id) end,
        'due', false)
      from public.technician t
      join public.role r on r.id = t.role_id
      join sign_in.account a on a.id = t.account_id
      where t.id = asked and t.active)
    when asked_kind = 'CONTACT' then (
      select jsonb_build_object(
        'kind', 'CONTACT', 'id', c.id, 'accountId', a.id, 'name', c.name, 'locale', a.locale,
        'permissions', '[]'::jsonb, 'restricted', false,
        'customerId', c.customer_id, 'groupId', c.group_id,
        'seesCompanyRecords', c.sees_company_records, 'seesGroupRecords', c.sees_group_records,
        'customerCount', 1, 'due', false)
      from public.contact c
      join public.customer k on k.id = c.customer_id and k.active
      join sign_in.account a on a.id = c.account_id
      where c.id = asked and c.active)
    when asked_kind = 'PARTNER' then (
      select public.app_principal_of_key(k.prefix) - 'secretHash' from public.api_key k where k.id = asked)
  end
$$;
revoke execute on function public.app_principal_of(text, uuid) from public;
grant execute on function public.app_principal_of(text, uuid) to accord_system;

-- ---------- rows: who sees what (declared in the feature's access file) ----------
alter table "job" enable row level security;
alter table "job_row" enable row level security;
create policy "accord_system_all" on "job" to "accord_system" using (true) with check (true);
create policy "accord_staff_select" on "job" for select to "accord_staff" using (created_by = (select app_principal_id()));
create policy "accord_staff_insert" on "job" for insert to "accord_staff" with check (created_by = (select app_principal_id()));
create policy "accord_staff_update" on "job" for update to "accord_staff" using (created_by = (select app_principal_id())) with check (created_by = (select app_principal_id()));
create policy "accord_restricted_select" on "job" for select to "accord_restricted" using (created_by = (select app_principal_id()));
create policy "accord_restricted_insert" on "job" for insert to "accord_restricted" with check (created_by = (select app_principal_id()));
create policy "accord_restricted_update" on "job" for update to "accord_restricted" using (created_by = (select app_principal_id())) with check (created_by = (select app_principal_id()));
create policy "accord_contact_select" on "job" for select to "accord_contact" using (created_by = (select app_principal_id()));
create policy "accord_contact_insert" on "job" for insert to "accord_contact" with check (created_by = (select app_principal_id()));
create policy "accord_contact_update" on "job" for update to "accord_contact" using (created_by = (select app_principal_id())) with check (created_by = (select app_principal_id()));
create policy "accord_partner_select" on "job" for select to "accord_partner" using (created_by = (select app_principal_id()));
create policy "accord_partner_insert" on "job" for insert to "accord_partner" with check (created_by = (select app_principal_id()));
create policy "accord_partner_update" on "job" for update to "accord_partner" using (created_by = (select app_principal_id())) with check (created_by = (select app_principal_id()));
create policy "accord_system_all" on "job_row" to "accord_system" using (true) with check (true);
create policy "accord_staff_select" on "job_row" for select to "accord_staff" using (exists (select from job j where j.id = job_row.job_id));
create policy "accord_staff_insert" on "job_row" for insert to "accord_staff" with check (exists (select from job j where j.id = job_row.job_id));
create policy "accord_restricted_select" on "job_row" for select to "accord_restricted" using (exists (select from job j where j.id = job_row.job_id));
create policy "accord_restricted_insert" on "job_row" for insert to "accord_restricted" with check (exists (select from job j where j.id = job_row.job_id));
create policy "accord_contact_select" on "job_row" for select to "accord_contact" using (exists (select from job j where j.id = job_row.job_id));
create policy "accord_contact_insert" on "job_row" for insert to "accord_contact" with check (exists (select from job j where j.id = job_row.job_id));
create policy "accord_partner_select" on "job_row" for select to "accord_partner" using (exists (select from job j where j.id = job_row.job_id));
create policy "accord_partner_insert" on "job_row" for insert to "accord_partner" with check (exists (select from job j where j.id = job_row.job_id));

-- ---------- commands: what each role may do at all ----------
grant select, insert on job, job_row to accord_staff, accord_restricted, accord_partner, accord_contact;
-- Cancelling; the rest is the worker's to say.
grant update (status, cancel_asked, finished_at) on job to accord_staff, accord_restricted, accord_partner, accord_contact;
grant select, insert, update, delete on job, job_row to accord_system;
