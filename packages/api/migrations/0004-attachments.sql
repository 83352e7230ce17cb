-- Files of tickets and comments. The bytes lie in the storage, under random keys.

create table "attachment" (
  "id" uuid not null,
  "customer_id" uuid null,
  "ticket_id" uuid null,
  "comment_id" uuid null,
  "internal" boolean not null default false,
  "uploader_kind" text not null,
  "uploader_id" uuid not null,
  "uploader_name" text not null,
  "name" text not null,
  "content_type" text not null,
  "size" int not null,
  "storage_key" text not null,
  "created_at" timestamptz not null,
  primary key ("id")
);
create index "attachment_of_ticket" on "attachment" ("ticket_id", "created_at", "id");
create index "attachment_of_comment" on "attachment" ("comment_id", "created_at", "id");
create index attachment_unbound on attachment (uploader_id, created_at) where ticket_id is null;
alter table "attachment" add constraint "attachment_storage_key" unique ("storage_key");
alter table "attachment" add constraint "attachment_uploader_kind_check" check (uploader_kind in ('ADMIN', 'TECHNICIAN', 'CONTACT', 'PARTNER'));
alter table "attachment" add constraint "attachment_size_check" check (size > 0);
-- An upload hangs on nothing; an attachment knows its customer.
alter table "attachment" add constraint "attachment_bound_check" check ((customer_id is null) = (ticket_id is null) and (comment_id is null or ticket_id is not null));

-- A row that goes leaves its file behind, and the sweep finds it.
alter table attachment add constraint attachment_ticket foreign key (customer_id, ticket_id) references ticket (customer_id, id) on delete cascade;
alter table attachment add constraint attachment_comment foreign key (comment_id) references ticket_comment (id) on delete cascade;

-- ---------- rows: who sees what (declared in the feature's access file) ----------
alter table "attachment" enable row level security;
create policy "accord_system_all" on "attachment" to "accord_system" using (true) with check (true);
create policy "accord_staff_select" on "attachment" for select to "accord_staff" using ((ticket_id is null and uploader_id = (select app_principal_id())) or (ticket_id is not null and (true)));
create policy "accord_staff_insert" on "attachment" for insert to "accord_staff" with check (ticket_id is null and uploader_id = (select app_principal_id()));
create policy "accord_staff_update" on "attachment" for update to "accord_staff" using (ticket_id is null and uploader_id = (select app_principal_id())) with check (ticket_id is not null and uploader_id = (select app_principal_id()) and (true));
create policy "accord_restricted_select" on "attachment" for select to "accord_restricted" using ((ticket_id is null and uploader_id = (select app_principal_id())) or (ticket_id is not null and (customer_id in (select r from app_reach() r(r)))));
create policy "accord_restricted_insert" on "attachment" for insert to "accord_restricted" with check (ticket_id is null and uploader_id = (select app_principal_id()));
create policy "accord_restricted_update" on "attachment" for update to "accord_restricted" using (ticket_id is null and uploader_id = (select app_principal_id())) with check (ticket_id is not null and uploader_id = (select app_principal_id()) and (customer_id in (select r from app_reach() r(r))));
create policy "accord_partner_select" on "attachment" for select to "accord_partner" using ((ticket_id is null and uploader_id = (select app_principal_id())) or (ticket_id is not null and (not internal and ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r))))));
create policy "accord_partner_insert" on "attachment" for insert to "accord_partner" with check (ticket_id is null and uploader_id = (select app_principal_id()));
create policy "accord_partner_update" on "attachment" for update to "accord_partner" using (ticket_id is null and uploader_id = (select app_principal_id())) with check (ticket_id is not null and uploader_id = (select app_principal_id()) and (not internal and ((select app_reaches_all()) or customer_id in (select r from app_reach() r(r)))));
create policy "accord_contact_select" on "attachment" for select to "accord_contact" using ((ticket_id is null and uploader_id = (select app_principal_id())) or (ticket_id is not null and (not internal and exists (select from ticket t where t.id = attachment.ticket_id))));
create policy "accord_contact_insert" on "attachment" for insert to "accord_contact" with check (ticket_id is null and uploader_id = (select app_principal_id()));
create policy "accord_contact_update" on "attachment" for update to "accord_contact" using (ticket_id is null and uploader_id = (select app_principal_id())) with check (ticket_id is not null and uploader_id = (select app_principal_id()) and (not internal and (exists (select from ticket_comment c where c.id = attachment.comment_id and c.ticket_id = attachment.ticket_id and c.author_id = (select app_principal_id())) or (comment_id is null and exists (select from ticket t where t.id = attachment.ticket_id and t.requester_id = (select app_principal_id()))))));

-- ---------- commands: what each role may do at all ----------
grant select, insert on attachment to accord_staff, accord_restricted, accord_partner, accord_contact;
-- What was uploaded stays what it was; only where it hangs is said later.
grant update (customer_id, ticket_id, comment_id, internal) on attachment to accord_staff, accord_restricted, accord_partner, accord_contact;
grant select, insert, update, delete on attachment to accord_system;
