-- Assets and services, tickets, comments, approvals.

-- ---------- tables ----------
create table "asset" (
  "id" uuid not null,
  "version" int not null default 1,
  "customer_id" uuid not null,
  "kind" text not null,
  "name" text not null,
  "serial_number" text null,
  "status" text null,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "search_fold" text generated always as (tr_fold(name || ' ' || coalesce(serial_number, ''))) stored null,
  primary key ("id")
);
create index asset_search on asset using gin (search_fold gin_trgm_ops);
create index asset_by_name on asset (name collate "tr-x-icu", id);
create index asset_of_customer on asset (customer_id, name collate "tr-x-icu", id);
alter table "asset" add constraint "asset_of_customer_key" unique ("customer_id", "id");
alter table "asset" add constraint "asset_kind_check" check (kind in ('ASSET', 'SERVICE'));

create table "ticket" (
  "id" uuid not null,
  "version" int not null default 1,
  "number" text not null,
  "kind" text not null,
  "subject" text not null,
  "description" text not null,
  "status" text not null default 'OPEN',
  "approval" text not null default 'NOT_NEEDED',
  "priority" text not null default 'NORMAL',
  "customer_id" uuid not null,
  "requester_id" uuid not null,
  "group_id" uuid null,
  "assignee_id" uuid null,
  "asset_id" uuid null,
  "rating" smallint null,
  "rating_comment" text null,
  "opened_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "resolved_at" timestamptz null,
  "closed_at" timestamptz null,
  "priority_rank" smallint generated always as (case priority when 'LOW' then 0 when 'NORMAL' then 1 when 'HIGH' then 2 else 3 end) stored null,
  "search_fold" text generated always as (tr_fold(number || ' ' || subject)) stored null,
  primary key ("id")
);
create index ticket_search on ticket using gin (search_fold gin_trgm_ops);
create index ticket_by_opening on ticket (opened_at, id) include (customer_id, status);
create index "ticket_by_update" on "ticket" ("updated_at", "id");
create index "ticket_by_priority" on "ticket" ("priority_rank", "opened_at", "id");
create index ticket_of_customer on ticket (customer_id, opened_at, id) include (search_fold);
create index "ticket_of_customer_by_status" on "ticket" ("customer_id", "status", "opened_at", "id");
create index "ticket_of_requester" on "ticket" ("requester_id", "opened_at", "id");
create index "ticket_of_group" on "ticket" ("group_id", "opened_at", "id");
create index ticket_of_assignee on ticket (assignee_id, status, opened_at, id) include (customer_id, search_fold);
create index "ticket_of_asset" on "ticket" ("asset_id", "opened_at", "id");
alter table "ticket" add constraint "ticket_number_taken" unique ("number");
alter table "ticket" add constraint "ticket_of_customer_key" unique ("customer_id", "id");
alter table "ticket" add constraint "ticket_kind_check" check (kind in ('INCIDENT', 'REQUEST'));
alter table "ticket" add constraint "ticket_status_check" check (status in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED'));
alter table "ticket" add constraint "ticket_approval_check" check (approval in ('NOT_NEEDED', 'PENDING', 'APPROVED', 'REJECTED'));
alter table "ticket" add constraint "ticket_priority_check" check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT'));
alter table "ticket" add constraint "ticket_rating_check" check (rating >= 1 and rating <= 5);

create table "ticket_comment" (
  "id" uuid not null,
  "customer_id" uuid not null,
  "ticket_id" uuid not null,
  "body" text not null,
  "internal" boolean not null default false,
  "author_kind" text not null,
  "author_id" uuid not null,
  "author_name" text not null,
  "created_at" timestamptz not null,
  primary key ("id")
);
create index "ticket_comment_of_ticket" on "ticket_comment" ("ticket_id", "created_at", "id");
alter table "ticket_comment" add constraint "ticket_comment_author_kind_check" check (author_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER'));

create table "ticket_approval" (
  "id" uuid not null,
  "customer_id" uuid not null,
  "ticket_id" uuid not null,
  "contact_id" uuid not null,
  "contact_name" text not null,
  "asked_at" timestamptz not null,
  "decision" text null,
  "comment" text null,
  "decided_at" timestamptz null,
  primary key ("id")
);
create index "ticket_approval_of_contact" on "ticket_approval" ("contact_id", "ticket_id");
alter table "ticket_approval" add constraint "ticket_approval_asked_once" unique ("ticket_id", "contact_id");
alter table "ticket_approval" add constraint "ticket_approval_decision_check" check (decision in ('APPROVED', 'REJECTED'));

create table "number_series" (
  "name" text not null,
  "last" int not null,
  primary key ("name")
);

-- References stay inside one customer. What a ticket hangs on is kept as long as the ticket is.
alter table asset add constraint asset_customer foreign key (customer_id) references customer (id);
alter table ticket add constraint ticket_customer foreign key (customer_id) references customer (id);
alter table ticket add constraint ticket_requester foreign key (customer_id, requester_id) references contact (customer_id, id);
alter table ticket add constraint ticket_group foreign key (customer_id, group_id) references customer_group (customer_id, id) on delete set null (group_id);
alter table ticket add constraint ticket_asset foreign key (customer_id, asset_id) references asset (customer_id, id);
alter table ticket add constraint ticket_assignee foreign key (assignee_id) references technician (id);
alter table ticket_comment add constraint ticket_comment_ticket foreign key (customer_id, ticket_id) references ticket (customer_id, id) on delete cascade;
alter table ticket_approval add constraint ticket_approval_ticket foreign key (customer_id, ticket_id) references ticket (customer_id, id) on delete cascade;
alter table ticket_approval add constraint ticket_approval_contact foreign key (customer_id, contact_id) references contact (customer_id, id);

-- ---------- functions that policies and services ask ----------
-- Every contact of the sign-in of this transaction's contact, the former ones at other companies too.
create function public.app_own_contacts() returns setof uuid
language sql stable security definer rows 2 set search_path = pg_catalog, public as $$
  select mine.id
  from public.contact me join public.contact mine on mine.id = me.id or mine.account_id = me.account_id
  where current_setting('role') = 'accord_contact' and me.id = public.app_principal_id() and me.active
$$;

-- Tickets whose approval this transaction's contact was asked for.
create function public.app_asked_tickets() returns setof uuid
language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select a.ticket_id
  from public.ticket_approval a join public.contact me on me.id = a.contact_id
  where current_setting('role') = 'accord_contact' and me.id = public.app_principal_id() and me.active
$$;

-- Contacts and customers that a visible ticket names: what one sees is told whose it is.
create function public.app_named_contacts() returns setof uuid
language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select t.requester_id from public.ticket t where t.requester_id in (select r from public.app_own_contacts() r)
  union
  select t.requester_id from public.ticket t
  where t.customer_id = public.app_contact_customer() and t.group_id = public.app_contact_group()
    and (public.app_contact_sees_group() or public.app_contact_sees_company())
  union
  select t.requester_id from public.ticket t where t.id in (select r from public.app_asked_tickets() r)
$$;
create function public.app_named_customers() returns setof uuid
language sql stable security definer rows 2 set search_path = pg_catalog, public as $$
  select c.customer_id from public.contact c
  where c.id in (select r from public.app_own_contacts() r)
    and exists (select from public.ticket t where t.requester_id = c.id)
$$;

-- The technician, if active, with the address for a mail, and whether he or she may see the customer.
create function public.app_assignee(asked uuid, asked_customer uuid)
returns table (id uuid, name text, email text, locale text, may boolean)
language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select t.id, t.name, t.email, a.locale,
    r.administrator or not r.only_authorized_customers or exists (
      select from public.technician_customer tc where tc.technician_id = t.id and tc.customer_id = asked_customer)
  from public.technician t
  join public.role r on r.id = t.role_id
  join sign_in.account a on a.id = t.account_id
  where t.id = asked and t.active
$$;

-- Counted per year of the calendar that contract days are counted in; who opens a ticket waits here for who opens one.
create function public.app_next_ticket_number(zone text) returns text
language sql volatile security definer set search_path = pg_catalog, public as $$
  with year as (select to_char(now() at time zone zone, 'YYYY') as y), taken as (
    insert into public.number_series as s (name, last) select 'T-' || y, 1 from year
    on conflict (name) do update set last = s.last + 1
    returning s.name, s.last)
  select name || '-' || lpad(last::text, 6, '0') from taken
$$;

-- Who loses the authorization for a customer loses its open tickets, unless the role sees all customers.
create function public.unassign_unseen() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (
    select from public.technician t join public.role r on r.id = t.role_id
    where t.id = old.technician_id and r.only_authorized_customers and not r.administrator)
  then
    update public.ticket k set assignee_id = null, version = k.version + 1, updated_at = now()
    where k.customer_id = old.customer_id and k.assignee_id = old.technician_id
      and k.status in ('OPEN', 'IN_PROGRESS', 'WAITING');
  end if;
  return null;
end $$;
create trigger technician_customer_unassigns after delete on public.technician_customer
  for each row execute function public.unassign_unseen();

revoke execute on function public.app_own_contacts(), public.app_asked_tickets(), public.app_named_contacts(),
  public.app_named_customers(), public.app_assignee(uuid, uuid), public.app_next_ticket_number(text),
  public.unassign_unseen() from public;
grant execute on function public.app_own_contacts(), public.app_asked_tickets(), public.app_named_contacts(),
  public.app_named_customers() to accord_contact;
grant execute on function public.app_assignee(uuid, uuid) to accord_staff, accord_restricted, accord_system;
grant execute on function public.app_next_ticket_number(text)
  to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;

-- ---------- rows: who sees what (declared in the features' access files) ----------
alter table "asset" enable row level security;
create policy "accord_staff_all" on "asset" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "asset" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "asset" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "asset" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
alter table "ticket" enable row level security;
create policy "accord_staff_all" on "ticket" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "ticket" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "ticket" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "ticket" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "ticket" for select to "accord_contact" using ((requester_id in (select r from app_own_contacts() r(r))) or (customer_id = (select app_contact_customer()) and group_id = (select app_contact_group()) and ((select app_contact_sees_group()) or (select app_contact_sees_company()))) or (customer_id = (select app_contact_customer()) and (select app_contact_sees_company())) or (id in (select r from app_asked_tickets() r(r))));
create policy "accord_contact_insert" on "ticket" for insert to "accord_contact" with check (customer_id = (select app_contact_customer()) and requester_id = (select app_principal_id()));
create policy "accord_contact_update" on "ticket" for update to "accord_contact" using ((customer_id = (select app_contact_customer()) and (requester_id in (select r from app_own_contacts() r(r)) or (select app_contact_sees_company()))) or (id in (select r from app_asked_tickets() r(r)))) with check ((customer_id = (select app_contact_customer()) and (requester_id in (select r from app_own_contacts() r(r)) or (select app_contact_sees_company()))) or (id in (select r from app_asked_tickets() r(r))));
alter table "ticket_comment" enable row level security;
create policy "accord_staff_all" on "ticket_comment" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "ticket_comment" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "ticket_comment" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "ticket_comment" to "accord_partner" using (((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) and not internal) with check (((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) and not internal);
create policy "accord_contact_select" on "ticket_comment" for select to "accord_contact" using (not internal and exists (select from ticket t where t.id = ticket_comment.ticket_id));
create policy "accord_contact_insert" on "ticket_comment" for insert to "accord_contact" with check (not internal and author_id = (select app_principal_id()) and exists (select from ticket t where t.id = ticket_comment.ticket_id and t.customer_id = (select app_contact_customer()) and (t.requester_id in (select r from app_own_contacts() r(r)) or (select app_contact_sees_company()))));
alter table "ticket_approval" enable row level security;
create policy "accord_staff_all" on "ticket_approval" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "ticket_approval" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "ticket_approval" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "ticket_approval" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "ticket_approval" for select to "accord_contact" using (exists (select from ticket t where t.id = ticket_approval.ticket_id));
create policy "accord_contact_update" on "ticket_approval" for update to "accord_contact" using (contact_id = (select app_principal_id())) with check (contact_id = (select app_principal_id()));
alter table "number_series" enable row level security;
create policy "accord_contact_select" on "technician" for select to "accord_contact" using (true);
create policy "accord_partner_select" on "technician" for select to "accord_partner" using (true);
drop policy "accord_contact_select" on "customer";
create policy "accord_contact_select" on "customer" for select to "accord_contact" using (id = (select app_contact_customer()) or id in (select r from app_named_customers() r(r)));
drop policy "accord_contact_select" on "contact";
create policy "accord_contact_select" on "contact" for select to "accord_contact" using (id = (select app_principal_id()) or id in (select r from app_named_contacts() r(r)) or (customer_id = (select app_contact_customer()) and ((select app_contact_sees_company()) or (group_id = (select app_contact_group()) and (select app_contact_sees_group())))));

-- ---------- commands: what each role may do at all ----------
grant select, insert, update, delete on asset to accord_staff, accord_restricted, accord_partner, accord_system;
grant select, insert, update, delete on ticket, ticket_comment, ticket_approval to accord_staff, accord_restricted, accord_partner, accord_system;
grant select on ticket, ticket_comment, ticket_approval to accord_contact;
grant insert on ticket, ticket_comment to accord_contact;
-- A contact reopens, rates and decides; what the work is and whose is ours to say.
grant update (version, updated_at, status, resolved_at, closed_at, approval, rating, rating_comment) on ticket to accord_contact;
grant update (decision, comment, decided_at) on ticket_approval to accord_contact;
-- Of technicians the name only.
grant select (id, name) on technician to accord_contact, accord_partner;
