-- The roles are made by `migrate` (they belong to the server, not to the database).
create extension if not exists pg_trgm with schema public;

-- Turkish fold: what people type without dots and hats meets what is stored with them.
create function public.tr_fold(t text) returns text
language sql immutable strict parallel safe as $$
  select translate(lower(normalize(t, NFC) collate "tr-x-icu"), 'çğıöşüâîû', 'cgiosuaiu')
$$;

-- The id of whom a transaction works for; null when none was set, and then no policy but "everybody" holds.
create function public.app_principal_id() returns uuid
language sql stable parallel safe as $$
  select nullif(current_setting('app.principal', true), '')::uuid
$$;

-- ---------- sign-in ----------
create schema sign_in;

create table sign_in.account (
  id uuid primary key default gen_random_uuid(),
  email text not null check (char_length(email) between 3 and 254),
  -- Only A to Z are folded: a Turkish dotless i or a full-width letter is another address.
  email_key text not null generated always as
    (translate(email, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')) stored
    constraint account_email_key_unique unique,
  name text not null,
  locale text not null default 'tr' check (locale in ('tr', 'en')),
  email_verified boolean not null default false,
  image text,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in.session (
  id uuid primary key default gen_random_uuid(),
  token text not null unique,
  account_id uuid not null references sign_in.account (id) on delete cascade,
  remember boolean not null default false,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
create index on sign_in.session (account_id);

create table sign_in.credential (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references sign_in.account (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, provider_account_id)
);
create index on sign_in.credential (account_id);

create table sign_in.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null unique,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on sign_in.verification (value);
create index on sign_in.verification (expires_at);

create table sign_in.rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- Eight hours without a request, or seven days in all; thirty days for who asked to be remembered.
create function sign_in.begin_session() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.created_at := now();
  new.updated_at := now();
  new.last_seen_at := now();
  new.ends_at := now() + case when new.remember then interval '30 days' else interval '7 days' end;
  new.expires_at := case when new.remember then new.ends_at else now() + interval '8 hours' end;
  return new;
end $$;
create trigger begin_session before insert on sign_in.session
  for each row execute function sign_in.begin_session();

create function sign_in.bound_session() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.ends_at := old.ends_at;
  new.expires_at := least(new.expires_at, old.ends_at);
  return new;
end $$;
create trigger bound_session before update on sign_in.session
  for each row execute function sign_in.bound_session();

-- One living link for an account: a newer one ends the older ones.
create function sign_in.replace_link() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  delete from sign_in.verification v where v.value = new.value;
  new.created_at := now();
  return new;
end $$;
create trigger replace_link before insert on sign_in.verification
  for each row execute function sign_in.replace_link();

revoke execute on all functions in schema sign_in from public;
grant usage on schema sign_in to accord_sign_in;
grant select on sign_in.account to accord_sign_in;
grant select, insert, update, delete
  on sign_in.session, sign_in.credential, sign_in.verification, sign_in.rate_limit to accord_sign_in;

-- ---------- tables ----------
create table "api_key_customer" (
  "api_key_id" uuid not null,
  "customer_id" uuid not null,
  primary key ("api_key_id", "customer_id")
);
create index "api_key_customer_of_customer" on "api_key_customer" ("customer_id");

create table "api_key" (
  "id" uuid not null,
  "name" text not null,
  "prefix" text not null,
  "secret_hash" bytea not null,
  "permissions" text[] not null,
  "all_customers" boolean not null default false,
  "created_by" uuid not null,
  "created_at" timestamptz not null,
  "expires_at" timestamptz null,
  "last_used_at" timestamptz null,
  "revoked_at" timestamptz null,
  primary key ("id")
);
alter table "api_key" add constraint "api_key_prefix_taken" unique ("prefix");

create table "audit_event" (
  "id" uuid not null,
  "at" timestamptz not null default now(),
  "actor_kind" text null,
  "actor_id" uuid null,
  "actor_name" text null,
  "action" text not null,
  "subject_type" text null,
  "subject_id" uuid null,
  "customer_id" uuid null,
  "changes" jsonb not null default '[]',
  "ip_address" text null,
  primary key ("id")
);
create index "audit_event_by_time" on "audit_event" ("at", "id");
create index "audit_event_of_customer" on "audit_event" ("customer_id", "at", "id");
create index "audit_event_of_subject" on "audit_event" ("subject_id", "at", "id");
create index "audit_event_of_actor" on "audit_event" ("actor_id", "at", "id");
alter table "audit_event" add constraint "audit_event_actor_kind_check" check (actor_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER'));

create table "technician_customer" (
  "technician_id" uuid not null,
  "customer_id" uuid not null,
  "created_at" timestamptz not null,
  primary key ("technician_id", "customer_id")
);
create index "technician_customer_of_customer" on "technician_customer" ("customer_id", "technician_id");

create table "contact" (
  "id" uuid not null,
  "version" int not null default 1,
  "customer_id" uuid not null,
  "group_id" uuid null,
  "account_id" uuid null,
  "name" text not null,
  "email" text null,
  "phone" text null,
  "title" text null,
  "locale" text not null default 'tr',
  "active" boolean not null default true,
  "sees_company_records" boolean not null default false,
  "sees_group_records" boolean not null default false,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "search_fold" text generated always as (tr_fold(name || ' ' || coalesce(email, ''))) stored null,
  primary key ("id")
);
create index contact_search on contact using gin (search_fold gin_trgm_ops);
create index contact_by_name on contact (name collate "tr-x-icu", id) include (customer_id);
create index contact_of_customer on contact (customer_id, name collate "tr-x-icu", id);
create index "contact_of_group" on "contact" ("group_id");
create index contact_by_creation on contact (created_at, id);
create index contact_by_update on contact (updated_at, id);
create index "contact_of_account" on "contact" ("account_id");
create unique index contact_account_taken on contact (account_id) where active;
alter table "contact" add constraint "contact_of_customer_key" unique ("customer_id", "id");
alter table "contact" add constraint "contact_locale_check" check (locale in ('tr', 'en'));

create table "customer" (
  "id" uuid not null,
  "version" int not null default 1,
  "name" text not null,
  "kind" text not null default 'EXTERNAL',
  "code" text null,
  "tax_number" text null,
  "email" text null,
  "phone" text null,
  "website" text null,
  "address" text null,
  "notes" text null,
  "active" boolean not null default true,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "name_fold" text generated always as (tr_fold(name)) stored null,
  "search_fold" text generated always as (tr_fold(name || ' ' || coalesce(code, '') || ' ' || coalesce(email, ''))) stored null,
  primary key ("id")
);
create index customer_search on customer using gin (search_fold gin_trgm_ops);
create index customer_by_name on customer (name collate "tr-x-icu", id);
create index customer_by_creation on customer (created_at, id);
create index customer_by_update on customer (updated_at, id);
create unique index customer_name_taken on customer (name_fold) where active;
alter table "customer" add constraint "customer_kind_check" check (kind in ('EXTERNAL', 'INTERNAL'));

create table "customer_group" (
  "id" uuid not null,
  "version" int not null default 1,
  "customer_id" uuid not null,
  "name" text not null,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "name_fold" text generated always as (tr_fold(name)) stored null,
  primary key ("id")
);
create index customer_group_by_name on customer_group (name collate "tr-x-icu", id);
alter table "customer_group" add constraint "customer_group_name_taken" unique ("customer_id", "name_fold");
alter table "customer_group" add constraint "customer_group_of_customer" unique ("customer_id", "id");

create table "idempotency_key" (
  "principal_id" uuid not null,
  "key" text not null,
  "operation" text not null,
  "body_hash" text not null,
  "answer" jsonb not null,
  "created_at" timestamptz not null default now(),
  primary key ("principal_id", "key")
);
create index "idempotency_key_by_creation" on "idempotency_key" ("created_at");

create table "outgoing_mail" (
  "id" uuid not null,
  "customer_id" uuid null,
  "to_name" text not null,
  "to_address" text not null,
  "subject" text not null,
  "body_text" text not null,
  "body_html" text not null,
  "message_id" text not null,
  "references_id" text null,
  "effect_key" text not null,
  "status" text not null default 'QUEUED',
  "attempts" int not null default 0,
  "next_attempt_at" timestamptz not null default now(),
  "failure" text null,
  "created_at" timestamptz not null,
  "sent_at" timestamptz null,
  "search_fold" text generated always as (tr_fold(to_name || ' ' || to_address || ' ' || subject)) stored null,
  primary key ("id")
);
create index outgoing_mail_due on outgoing_mail (next_attempt_at, id) where status = 'QUEUED';
create index "outgoing_mail_by_creation" on "outgoing_mail" ("created_at", "id");
alter table "outgoing_mail" add constraint "outgoing_mail_effect_taken" unique ("effect_key");
alter table "outgoing_mail" add constraint "outgoing_mail_status_check" check (status in ('QUEUED', 'SENT', 'FAILED'));

create table "role" (
  "id" uuid not null,
  "version" int not null default 1,
  "name" text not null,
  "permissions" text[] not null,
  "only_authorized_customers" boolean not null default false,
  "administrator" boolean not null default false,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "name_fold" text generated always as (tr_fold(name)) stored null,
  primary key ("id")
);
alter table "role" add constraint "role_name_taken" unique ("name_fold");
create unique index role_one_administrator on role (administrator) where administrator;

create table "technician" (
  "id" uuid not null,
  "version" int not null default 1,
  "account_id" uuid not null,
  "role_id" uuid not null,
  "name" text not null,
  "email" text not null,
  "active" boolean not null default true,
  "cost_rate" numeric(14,4) null,
  "cost_rate_currency" text null,
  "created_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "search_fold" text generated always as (tr_fold(name || ' ' || email)) stored null,
  primary key ("id")
);
create index technician_by_name on technician (name collate "tr-x-icu", id);
create index "technician_of_role" on "technician" ("role_id");
alter table "technician" add constraint "technician_account_taken" unique ("account_id");
alter table "technician" add constraint "technician_cost_rate_currency_check" check (cost_rate_currency ~ '^[A-Z]{3}$');

-- References of a customer's rows stay inside the customer: a foreign id cannot be smuggled past the policies.
alter table customer_group add constraint customer_group_customer foreign key (customer_id) references customer (id) on delete cascade;
alter table contact add constraint contact_customer foreign key (customer_id) references customer (id) on delete cascade;
alter table contact add constraint contact_group foreign key (customer_id, group_id) references customer_group (customer_id, id) on delete set null (group_id);
alter table contact add constraint contact_account foreign key (account_id) references sign_in.account (id);
alter table technician add constraint technician_account foreign key (account_id) references sign_in.account (id);
alter table technician add constraint technician_role foreign key (role_id) references role (id);
alter table technician_customer add constraint technician_customer_technician foreign key (technician_id) references technician (id) on delete cascade;
alter table technician_customer add constraint technician_customer_customer foreign key (customer_id) references customer (id) on delete cascade;
alter table api_key add constraint api_key_maker foreign key (created_by) references technician (id);
alter table api_key_customer add constraint api_key_customer_key foreign key (api_key_id) references api_key (id) on delete cascade;
alter table api_key_customer add constraint api_key_customer_customer foreign key (customer_id) references customer (id) on delete cascade;

-- ---------- functions that policies and services ask ----------
-- A technician comes before a contact: who was converted is a technician, with a passive contact.
create function public.app_principal_of_session(session_token text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when s.expires_at <= now() then jsonb_build_object('refused', 'EXPIRED', 'sessionId', s.id)
    when t.id is not null then jsonb_build_object(
      'kind', case when r.administrator then 'ADMIN' else 'TECHNICIAN' end,
      'id', t.id, 'accountId', a.id, 'sessionId', s.id, 'name', t.name, 'locale', a.locale,
      'permissions', to_jsonb(r.permissions), 'administrator', r.administrator,
      'restricted', r.only_authorized_customers and not r.administrator,
      'customerCount', case when r.only_authorized_customers and not r.administrator
        then (select count(*) from public.technician_customer tc where tc.technician_id = t.id) end,
      'due', s.last_seen_at < now() - interval '1 minute')
    when c.id is not null then jsonb_build_object(
      'kind', 'CONTACT',
      'id', c.id, 'accountId', a.id, 'sessionId', s.id, 'name', c.name, 'locale', a.locale,
      'permissions', '[]'::jsonb, 'restricted', false,
      'customerId', c.customer_id, 'groupId', c.group_id,
      'seesCompanyRecords', c.sees_company_records, 'seesGroupRecords', c.sees_group_records,
      'customerCount', 1,
      'due', s.last_seen_at < now() - interval '1 minute')
    else jsonb_build_object('refused', 'PASSIVE', 'sessionId', s.id)
  end
  from sign_in.session s
  join sign_in.account a on a.id = s.account_id
  left join (public.technician t join public.role r on r.id = t.role_id) on t.account_id = a.id and t.active
  left join (public.contact c join public.customer k on k.id = c.customer_id and k.active)
    on c.account_id = a.id and c.active and t.id is null
  where s.token = session_token
  limit 1
$$;

-- What a key may do is what it was given and what its maker may do now.
-- The secret's hash goes to the program, which compares it in constant time.
create function public.app_principal_of_key(key_prefix text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when k.expires_at <= now() then jsonb_build_object('refused', 'EXPIRED', 'secretHash', encode(k.secret_hash, 'hex'))
    when k.revoked_at <= now() then jsonb_build_object('refused', 'REVOKED', 'secretHash', encode(k.secret_hash, 'hex'))
    when t.id is null then jsonb_build_object('refused', 'PASSIVE', 'secretHash', encode(k.secret_hash, 'hex'))
    else jsonb_build_object(
      'kind', 'PARTNER', 'id', k.id, 'name', k.name, 'locale', 'en', 'secretHash', encode(k.secret_hash, 'hex'),
      'permissions', coalesce((
        select jsonb_agg(p) from unnest(k.permissions) p where r.administrator or p = any (r.permissions)), '[]'),
      'restricted', r.only_authorized_customers and not r.administrator,
      'customerCount', case
        when k.all_customers and (r.administrator or not r.only_authorized_customers) then null
        when k.all_customers
          then (select count(*) from public.technician_customer tc where tc.technician_id = t.id)
        else (select count(*) from public.api_key_customer kc where kc.api_key_id = k.id
          and (r.administrator or not r.only_authorized_customers or exists (
            select from public.technician_customer tc
            where tc.technician_id = t.id and tc.customer_id = kc.customer_id)))
        end,
      'due', k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
  end
  from public.api_key k
  left join (public.technician t join public.role r on r.id = t.role_id)
    on t.id = k.created_by and t.active and (r.administrator or 'API_KEYS_WRITE' = any (r.permissions))
  where k.prefix = key_prefix
$$;

-- Moves "last seen" on, at most once a minute, and ends for good a session that was seen expired:
-- a clock that is set back does not bring it to life again.
create function public.app_touch(kind text, touched uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if kind = 'KEY' then
    update public.api_key k set last_used_at = now()
    where k.id = touched and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  elsif kind = 'SESSION' then
    delete from sign_in.session s where s.id = touched and s.expires_at <= now();
    with seen as (
      update sign_in.session s
      set last_seen_at = now(), expires_at = case when s.remember then s.ends_at else now() + interval '8 hours' end
      where s.id = touched and s.last_seen_at < now() - interval '1 minute'
      returning s.account_id)
    update sign_in.account a set last_seen_at = now() from seen where a.id = seen.account_id;
  end if;
end $$;

-- May this account sign in now? The same rule as app_principal_of_session.
create function public.app_may_sign_in(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.technician t where t.account_id = asked and t.active)
    or exists (
      select from public.contact c join public.customer k on k.id = c.customer_id and k.active
      where c.account_id = asked and c.active)
$$;

revoke execute on function public.app_principal_of_session(text), public.app_principal_of_key(text),
  public.app_touch(text, uuid), public.app_may_sign_in(uuid) from public;
grant execute on function public.app_principal_of_session(text), public.app_principal_of_key(text),
  public.app_touch(text, uuid) to accord_gate;
grant execute on function public.app_may_sign_in(uuid) to accord_sign_in;

-- Stores the hash of an invitation's token. False: the principal of this transaction may not invite this account.
-- An invitation sets a password, so it never reaches above the one who sends it: technicians are invited by who may
-- write the organization, administrators by administrators, contacts by who may write customers and sees theirs.
create function public.app_create_link(invited uuid, token_hash text, hours integer) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not exists (
    select from public.technician me
    join public.role r on r.id = me.role_id
    left join (public.technician they join public.role theirs on theirs.id = they.role_id)
      on they.account_id = invited and they.active
    where me.id = nullif(current_setting('app.principal', true), '')::uuid and me.active
      and case
        when r.administrator then true
        when they.id is not null then 'ORGANIZATION_WRITE' = any (r.permissions) and not theirs.administrator
        else 'CUSTOMERS_WRITE' = any (r.permissions) or 'ORGANIZATION_WRITE' = any (r.permissions)
      end
      and (they.id is not null or exists (
        select from public.contact c join public.customer k on k.id = c.customer_id and k.active
        where c.account_id = invited and c.active
          and (r.administrator or not r.only_authorized_customers or exists (
            select from public.technician_customer tc
            where tc.technician_id = me.id and tc.customer_id = c.customer_id))))
  ) then
    return false;
  end if;
  insert into sign_in.verification (identifier, value, expires_at)
  values (token_hash, invited::text, now() + make_interval(hours => hours));
  return true;
end $$;

revoke execute on function public.app_create_link(uuid, text, integer) from public;
grant execute on function public.app_create_link(uuid, text, integer) to accord_staff, accord_restricted;

-- Customers that a contact, a restricted technician or a limited partner's key reaches, now. A key reaches what it was given
-- and what its maker reaches. Policies ask this once for every table of a statement, so only the question that the role
-- stands for is planned and run.
create function public.app_reach() returns setof uuid
language plpgsql stable security definer rows 100 set search_path = pg_catalog, public as $$
begin
  case current_setting('role')
  when 'accord_restricted' then return query
    select tc.customer_id from public.technician_customer tc where tc.technician_id = public.app_principal_id();
  when 'accord_partner' then return query
    select kc.customer_id
    from public.api_key k
    join public.api_key_customer kc on kc.api_key_id = k.id
    join public.technician t on t.id = k.created_by
    join public.role r on r.id = t.role_id
    where k.id = public.app_principal_id() and not k.all_customers
      and (r.administrator or not r.only_authorized_customers or exists (
        select from public.technician_customer tc where tc.technician_id = t.id and tc.customer_id = kc.customer_id))
    union all
    select tc.customer_id
    from public.api_key k
    join public.technician t on t.id = k.created_by
    join public.role r on r.id = t.role_id
    join public.technician_customer tc on tc.technician_id = t.id
    where k.id = public.app_principal_id() and k.all_customers
      and r.only_authorized_customers and not r.administrator;
  when 'accord_contact' then return query
    -- Former customers too: tickets that a person opened there are still his or hers to read.
    select mine.customer_id
    from public.contact me join public.contact mine on mine.id = me.id or mine.account_id = me.account_id
    where me.id = public.app_principal_id() and me.active;
  else null;
  end case;
end $$;

-- Whether the key of this transaction reaches all customers.
create function public.app_reaches_all() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.api_key k
    join public.technician t on t.id = k.created_by
    join public.role r on r.id = t.role_id
    where current_setting('role') = 'accord_partner' and k.id = public.app_principal_id() and k.all_customers
      and (r.administrator or not r.only_authorized_customers))
$$;

create function public.app_own_keys() returns setof uuid
language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select k.id from public.api_key k where k.created_by = public.app_principal_id()
$$;

-- What the contact of this transaction belongs to and may see.
create function public.app_contact_customer() returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.customer_id from public.contact c where c.id = public.app_principal_id() and c.active
$$;
create function public.app_contact_group() returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.group_id from public.contact c where c.id = public.app_principal_id() and c.active
$$;
create function public.app_contact_sees_company() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select c.sees_company_records from public.contact c where c.id = public.app_principal_id() and c.active), false)
$$;
create function public.app_contact_sees_group() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select c.sees_group_records from public.contact c where c.id = public.app_principal_id() and c.active), false)
$$;

-- Whether the principal of this transaction may end the sessions of this sign-in: a technician's are for who writes the
-- organization, an administrator's for administrators; a restricted principal ends only those of contacts who are active
-- within reach or nowhere.
create function public.app_may_end_sessions(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select case current_setting('role')
    when 'accord_system' then true
    -- The owner, by hand: the program's logins cannot call this without a role.
    when 'none' then true
    when 'accord_contact' then exists (
      select from public.contact c where c.id = public.app_principal_id() and c.account_id = asked)
    when 'accord_partner' then not exists (select from public.technician t where t.account_id = asked)
    else exists (
      select from public.technician me join public.role r on r.id = me.role_id
      where me.id = public.app_principal_id() and me.active and (r.administrator or me.account_id = asked or not exists (
        select from public.technician they join public.role theirs on theirs.id = they.role_id
        where they.account_id = asked and (theirs.administrator or not 'ORGANIZATION_WRITE' = any (r.permissions)))))
  end
  and (current_setting('role') not in ('accord_restricted', 'accord_partner')
    or public.app_reaches_all()
    or exists (select from public.technician me where me.id = public.app_principal_id() and me.account_id = asked)
    or not exists (
      select from public.contact c
      where c.account_id = asked and c.active and c.customer_id not in (select public.app_reach())))
$$;

-- Whether it may change the sign-in itself. Whoever holds the address may reset the password and sign in with it, so
-- nobody changes one that leads further than the own: to a permission, to a customer, or to contacts beyond reach.
-- Passive technicians count: they could be made active afterwards.
create function public.app_may_change_account(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.app_may_end_sessions(asked)
  and (current_setting('role') not in ('accord_restricted', 'accord_partner')
    or public.app_reaches_all()
    or exists (select from public.technician me where me.id = public.app_principal_id() and me.account_id = asked)
    or not exists (
      select from public.contact c where c.account_id = asked and c.customer_id not in (select public.app_reach())))
  and (current_setting('role') not in ('accord_staff', 'accord_restricted')
    or not exists (
      select from public.technician me
      join public.role mine on mine.id = me.role_id and not mine.administrator
      join public.technician they on they.account_id = asked and they.id <> me.id
      join public.role theirs on theirs.id = they.role_id
      where me.id = public.app_principal_id() and (
        not theirs.permissions <@ mine.permissions
        or (mine.only_authorized_customers and (not theirs.only_authorized_customers or exists (
          select from public.technician_customer tc
          where tc.technician_id = they.id and tc.customer_id not in (select public.app_reach())))))))
$$;

-- Passivation and conversion end all sessions and links in their own transaction.
create function public.app_end_sessions(ended uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from sign_in.session s where s.account_id = ended and public.app_may_end_sessions(ended);
  delete from sign_in.verification v where v.value = ended::text and public.app_may_end_sessions(ended);
$$;

-- Who writes people makes their sign-ins; an address that has one already is a unique violation.
create function public.app_create_account(address text, person text, language text) returns uuid
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into sign_in.account (email, name, locale) values (address, person, language) returning id
$$;

-- The e-mail of all contacts and the technician of one sign-in is one e-mail; with a new one sessions and links end.
-- A name leads nowhere: it may be changed by whoever may end the sessions.
create function public.app_change_account(changed uuid, address text, person text, language text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not public.app_may_end_sessions(changed) or (address is not null and not public.app_may_change_account(changed)) then
    return false;
  end if;
  -- A link that went to the old address, and whoever signed in with it, must not outlive it.
  if address is not null and exists (select from sign_in.account a where a.id = changed and a.email <> address) then
    delete from sign_in.verification v where v.value = changed::text;
    delete from sign_in.session s where s.account_id = changed;
  end if;
  update sign_in.account a
  set email = coalesce(address, a.email), name = coalesce(person, a.name), locale = coalesce(language, a.locale), updated_at = now()
  where a.id = changed;
  if address is not null then
    update public.contact c set email = address, updated_at = now() where c.account_id = changed and c.email is distinct from address;
    update public.technician t set email = address where t.account_id = changed and t.email is distinct from address;
  end if;
  return true;
end $$;

-- Whether the sign-in is already somebody else's: another active contact, or an active technician. Asked by whoever is
-- about to become active with it; two who ask at once wait for each other.
create function public.app_account_is_taken(asked uuid, except_contact uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(asked::text, 0));
  return exists (
      select from public.contact c where c.account_id = asked and c.active and c.id is distinct from except_contact)
    or exists (select from public.technician t where t.account_id = asked and t.active);
end $$;

-- Removes a sign-in that nobody has any more.
create function public.app_delete_account(unused uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  delete from sign_in.account a
  where a.id = unused and public.app_may_end_sessions(unused)
    and not exists (select from public.contact c where c.account_id = unused)
    and not exists (select from public.technician t where t.account_id = unused)
$$;

-- What sign-in has to say to the audit log, where nobody is the principal yet.
create function public.app_audit_sign_in(account_id uuid, action text, ip text) returns void
language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into public.audit_event (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, customer_id, ip_address)
  select gen_random_uuid(), now(),
    case when t.id is null then 'CONTACT' when r.administrator then 'ADMIN' else 'TECHNICIAN' end,
    coalesce(t.id, c.id), coalesce(t.name, c.name), $2,
    case when t.id is null then 'Contact' else 'Technician' end, coalesce(t.id, c.id), c.customer_id, $3
  from sign_in.account a
  left join (public.technician t join public.role r on r.id = t.role_id) on t.account_id = a.id
  left join lateral (
    select x.* from public.contact x where x.account_id = a.id order by x.active desc, x.created_at desc limit 1
  ) c on t.id is null
  where a.id = $1 and coalesce(t.id, c.id) is not null
$$;

-- Whether all of these migrations are applied; a program of a newer build waits for them.
create function public.app_migrated(names text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select not exists (select unnest(names) except select m.name from public.accord_migration m)
$$;

-- Audit rows are only added, even by their owner.
create function public.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'audit events are append-only';
end $$;
create trigger audit_event_append_only before update or delete or truncate on public.audit_event
  for each statement execute function public.refuse_change();

-- The relay is told of new mail at the commit.
create function public.tell_relay() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('outgoing_mail', '');
  return null;
end $$;
create trigger outgoing_mail_told after insert or update on public.outgoing_mail
  for each statement execute function public.tell_relay();

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname like 'app\_%' loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function public.tr_fold(text), public.app_principal_id()
  to accord_staff, accord_restricted, accord_contact, accord_partner, accord_system, accord_sign_in;
-- Empty for those who reach everything: plans that are shared between roles may name it.
grant execute on function public.app_reach() to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;
grant execute on function public.app_reaches_all() to accord_partner;
grant execute on function public.app_own_keys() to accord_restricted;
grant execute on function public.app_contact_customer(), public.app_contact_group(), public.app_contact_sees_company(),
  public.app_contact_sees_group() to accord_contact;
grant execute on function public.app_may_change_account(uuid)
  to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;
grant execute on function public.app_account_is_taken(uuid, uuid)
  to accord_staff, accord_restricted, accord_partner, accord_system;
grant execute on function public.app_create_account(text, text, text), public.app_delete_account(uuid)
  to accord_staff, accord_restricted, accord_partner, accord_system;
grant execute on function public.app_change_account(uuid, text, text, text)
  to accord_staff, accord_restricted, accord_partner, accord_contact, accord_system;
grant execute on function public.app_end_sessions(uuid)
  to accord_staff, accord_restricted, accord_partner, accord_system;
grant execute on function public.app_migrated(text[]) to accord_gate;
grant execute on function public.app_audit_sign_in(uuid, text, text) to accord_sign_in;

-- ---------- rows: who sees what (declared in the features' access files) ----------
alter table "api_key_customer" enable row level security;
create policy "accord_staff_all" on "api_key_customer" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "api_key_customer" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "api_key_customer" to "accord_restricted" using (customer_id in (select r from app_reach() r(r)) and api_key_id in (select r from app_own_keys() r(r))) with check (customer_id in (select r from app_reach() r(r)) and api_key_id in (select r from app_own_keys() r(r)));
alter table "api_key" enable row level security;
create policy "accord_staff_all" on "api_key" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "api_key" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "api_key" to "accord_restricted" using (created_by = (select app_principal_id())) with check (created_by = (select app_principal_id()));
alter table "audit_event" enable row level security;
create policy "accord_staff_select" on "audit_event" for select to "accord_staff" using (true);
create policy "accord_system_select" on "audit_event" for select to "accord_system" using (true);
create policy "accord_staff_insert" on "audit_event" for insert to "accord_staff" with check (true);
create policy "accord_system_insert" on "audit_event" for insert to "accord_system" with check (true);
create policy "accord_restricted_select" on "audit_event" for select to "accord_restricted" using (customer_id in (select r from app_reach() r(r)));
create policy "accord_restricted_insert" on "audit_event" for insert to "accord_restricted" with check (actor_id = (select app_principal_id()));
create policy "accord_contact_insert" on "audit_event" for insert to "accord_contact" with check (actor_id = (select app_principal_id()));
create policy "accord_partner_insert" on "audit_event" for insert to "accord_partner" with check (actor_id = (select app_principal_id()));
alter table "technician_customer" enable row level security;
create policy "accord_staff_all" on "technician_customer" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "technician_customer" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "technician_customer" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
alter table "contact" enable row level security;
create policy "accord_staff_all" on "contact" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "contact" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "contact" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "contact" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "contact" for select to "accord_contact" using (id = (select app_principal_id()) or (customer_id = (select app_contact_customer()) and ((select app_contact_sees_company()) or (group_id = (select app_contact_group()) and (select app_contact_sees_group())))));
create policy "accord_contact_update" on "contact" for update to "accord_contact" using (id = (select app_principal_id())) with check (id = (select app_principal_id()));
alter table "customer" enable row level security;
create policy "accord_staff_all" on "customer" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "customer" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "customer" to "accord_restricted" using (id in (select r from app_reach() r(r))) with check (id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "customer" to "accord_partner" using ((select app_reaches_all()) or id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "customer" for select to "accord_contact" using (id = (select app_contact_customer()));
alter table "customer_group" enable row level security;
create policy "accord_staff_all" on "customer_group" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "customer_group" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "customer_group" to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_partner_all" on "customer_group" to "accord_partner" using ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))) with check ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)));
create policy "accord_contact_select" on "customer_group" for select to "accord_contact" using (customer_id = (select app_contact_customer()) and ((select app_contact_sees_company()) or id = (select app_contact_group())));
alter table "idempotency_key" enable row level security;
create policy "accord_staff_all" on "idempotency_key" to "accord_staff" using (principal_id = (select app_principal_id())) with check (principal_id = (select app_principal_id()));
create policy "accord_restricted_all" on "idempotency_key" to "accord_restricted" using (principal_id = (select app_principal_id())) with check (principal_id = (select app_principal_id()));
create policy "accord_contact_all" on "idempotency_key" to "accord_contact" using (principal_id = (select app_principal_id())) with check (principal_id = (select app_principal_id()));
create policy "accord_partner_all" on "idempotency_key" to "accord_partner" using (principal_id = (select app_principal_id())) with check (principal_id = (select app_principal_id()));
create policy "accord_system_all" on "idempotency_key" to "accord_system" using (true) with check (true);
alter table "outgoing_mail" enable row level security;
create policy "accord_staff_all" on "outgoing_mail" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "outgoing_mail" to "accord_system" using (true) with check (true);
create policy "accord_restricted_select" on "outgoing_mail" for select to "accord_restricted" using (customer_id in (select r from app_reach() r(r)));
create policy "accord_restricted_update" on "outgoing_mail" for update to "accord_restricted" using (customer_id in (select r from app_reach() r(r))) with check (customer_id in (select r from app_reach() r(r)));
create policy "accord_restricted_insert" on "outgoing_mail" for insert to "accord_restricted" with check (true);
create policy "accord_contact_insert" on "outgoing_mail" for insert to "accord_contact" with check (true);
create policy "accord_partner_insert" on "outgoing_mail" for insert to "accord_partner" with check (true);
create policy "accord_sign_in_insert" on "outgoing_mail" for insert to "accord_sign_in" with check (true);
alter table "role" enable row level security;
create policy "accord_staff_all" on "role" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "role" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "role" to "accord_restricted" using (true) with check (true);
alter table "technician" enable row level security;
create policy "accord_staff_all" on "technician" to "accord_staff" using (true) with check (true);
create policy "accord_system_all" on "technician" to "accord_system" using (true) with check (true);
create policy "accord_restricted_all" on "technician" to "accord_restricted" using (true) with check (true);

-- ---------- commands: what each role may do at all ----------
grant usage on schema public to accord_gate, accord_staff, accord_restricted, accord_contact, accord_partner, accord_system, accord_sign_in;
grant select, insert, update, delete on api_key to accord_restricted;
grant select, insert, update, delete on api_key to accord_staff;
grant select, insert, update, delete on api_key to accord_system;
grant select, insert, update, delete on api_key_customer to accord_restricted;
grant select, insert, update, delete on api_key_customer to accord_staff;
grant select, insert, update, delete on api_key_customer to accord_system;
grant insert on audit_event to accord_contact;
grant insert on audit_event to accord_partner;
grant select, insert on audit_event to accord_restricted;
grant select, insert on audit_event to accord_staff;
grant select, insert on audit_event to accord_system;
grant select on contact to accord_contact;
-- A contact changes how he or she is reached and addressed, never what he or she may see.
grant update (version, updated_at, name, phone, locale) on contact to accord_contact;
grant select, insert, update, delete on contact to accord_partner;
grant select, insert, update, delete on contact to accord_restricted;
grant select, insert, update, delete on contact to accord_staff;
grant select, insert, update, delete on contact to accord_system;
grant select on customer to accord_contact;
grant select, insert, update, delete on customer to accord_partner;
grant select, insert, update, delete on customer to accord_restricted;
grant select, insert, update, delete on customer to accord_staff;
grant select, insert, update, delete on customer to accord_system;
grant select on customer_group to accord_contact;
grant select, insert, update, delete on customer_group to accord_partner;
grant select, insert, update, delete on customer_group to accord_restricted;
grant select, insert, update, delete on customer_group to accord_staff;
grant select, insert, update, delete on customer_group to accord_system;
grant select, insert, update, delete on idempotency_key to accord_contact;
grant select, insert, update, delete on idempotency_key to accord_partner;
grant select, insert, update, delete on idempotency_key to accord_restricted;
grant select, insert, update, delete on idempotency_key to accord_staff;
grant select, insert, update, delete on idempotency_key to accord_system;
grant insert on outgoing_mail to accord_contact;
grant insert on outgoing_mail to accord_partner;
grant select, insert, update on outgoing_mail to accord_restricted;
grant insert on outgoing_mail to accord_sign_in;
grant select, insert, update, delete on outgoing_mail to accord_staff;
grant select, insert, update, delete on outgoing_mail to accord_system;
grant select, insert, update, delete on role to accord_restricted;
grant select, insert, update, delete on role to accord_staff;
grant select, insert, update, delete on role to accord_system;
grant select, insert, update, delete on technician to accord_restricted;
grant select, insert, update, delete on technician to accord_staff;
grant select, insert, update, delete on technician to accord_system;
grant select, insert, update, delete on technician_customer to accord_restricted;
grant select, insert, update, delete on technician_customer to accord_staff;
grant select, insert, update, delete on technician_customer to accord_system;
