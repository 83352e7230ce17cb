-- Who listens hears what changed: ids only, at the commit. Who may see it is asked by each reader for himself.

-- "ticket customer requester group flags": `i` for staff only, `a` contacts were asked for approval.
create function public.app_ticket_told(t public.ticket, internal boolean, asked boolean) returns text
language sql stable set search_path = pg_catalog, public as $$
  select concat_ws(' ', t.id, t.customer_id, t.requester_id, coalesce(t.group_id::text, '-'),
    nullif(case when internal then 'i' else '' end
      || case when asked or exists (select from public.ticket_approval a where a.ticket_id = t.id) then 'a' else '' end, ''))
$$;

-- One statement that changes more than a hundred of them is told as one word.
create function public.tell_tickets() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select count(*) from (select from changed limit 101) as few) > 100 then
    perform pg_notify('ticket_changed', 'many');
  else
    perform pg_notify('ticket_changed', public.app_ticket_told(t, false, false))
    from changed c join public.ticket t on t.id = c.id;
  end if;
  return null;
end $$;
create function public.tell_comments() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select count(*) from (select from changed limit 101) as few) > 100 then
    perform pg_notify('ticket_changed', 'many');
  else
    perform pg_notify('ticket_changed', public.app_ticket_told(t, c.internal, false))
    from changed c join public.ticket t on t.id = c.ticket_id;
  end if;
  return null;
end $$;
create function public.tell_approvals() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select count(*) from (select from changed limit 101) as few) > 100 then
    perform pg_notify('ticket_changed', 'many');
  else
    perform pg_notify('ticket_changed', public.app_ticket_told(t, false, true))
    from changed c join public.ticket t on t.id = c.ticket_id;
  end if;
  return null;
end $$;

create trigger ticket_tells_insert after insert on public.ticket
  referencing new table as changed for each statement execute function public.tell_tickets();
create trigger ticket_tells_update after update on public.ticket
  referencing new table as changed for each statement execute function public.tell_tickets();
create trigger ticket_comment_tells_insert after insert on public.ticket_comment
  referencing new table as changed for each statement execute function public.tell_comments();
create trigger ticket_approval_tells_insert after insert on public.ticket_approval
  referencing new table as changed for each statement execute function public.tell_approvals();
create trigger ticket_approval_tells_update after update on public.ticket_approval
  referencing new table as changed for each statement execute function public.tell_approvals();
create trigger ticket_approval_tells_delete after delete on public.ticket_approval
  referencing old table as changed for each statement execute function public.tell_approvals();

-- "kind id": somebody's rights may be others now. A session that was only seen, and a name that was only spelled
-- otherwise, tell nobody.
create function public.tell_principal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('principal_changed', tg_argv[0] || ' ' || (to_jsonb(old) ->> tg_argv[1]));
  return null;
end $$;
create function public.tell_new_principal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('principal_changed', tg_argv[0] || ' ' || (to_jsonb(new) ->> tg_argv[1]));
  return null;
end $$;

create trigger contact_tells_update after update on public.contact for each row
  when ((old.active, old.customer_id, old.group_id, old.account_id, old.sees_company_records, old.sees_group_records)
    is distinct from (new.active, new.customer_id, new.group_id, new.account_id, new.sees_company_records, new.sees_group_records))
  execute function public.tell_principal('contact', 'id');
create trigger contact_tells_delete after delete on public.contact for each row
  execute function public.tell_principal('contact', 'id');
create trigger technician_tells_update after update on public.technician for each row
  when ((old.active, old.role_id, old.account_id) is distinct from (new.active, new.role_id, new.account_id))
  execute function public.tell_principal('technician', 'id');
create trigger technician_tells_delete after delete on public.technician for each row
  execute function public.tell_principal('technician', 'id');
-- Who becomes a technician is no contact any more, and the other way round.
create trigger technician_tells_insert after insert on public.technician for each row
  execute function public.tell_new_principal('account', 'account_id');
create trigger role_tells_update after update on public.role for each row
  when ((old.permissions, old.only_authorized_customers, old.administrator)
    is distinct from (new.permissions, new.only_authorized_customers, new.administrator))
  execute function public.tell_principal('role', 'id');
create trigger technician_customer_tells_insert after insert on public.technician_customer for each row
  execute function public.tell_new_principal('technician', 'technician_id');
create trigger technician_customer_tells_delete after delete on public.technician_customer for each row
  execute function public.tell_principal('technician', 'technician_id');
create trigger session_tells_delete after delete on sign_in.session for each row
  execute function public.tell_principal('session', 'id');
create trigger api_key_tells_update after update on public.api_key for each row
  when ((old.permissions, old.all_customers, old.expires_at, old.revoked_at)
    is distinct from (new.permissions, new.all_customers, new.expires_at, new.revoked_at))
  execute function public.tell_principal('key', 'id');
create trigger api_key_tells_delete after delete on public.api_key for each row
  execute function public.tell_principal('key', 'id');
create trigger api_key_customer_tells_insert after insert on public.api_key_customer for each row
  execute function public.tell_new_principal('key', 'api_key_id');
create trigger api_key_customer_tells_delete after delete on public.api_key_customer for each row
  execute function public.tell_principal('key', 'api_key_id');
create trigger customer_tells_update after update on public.customer for each row
  when (old.active is distinct from new.active)
  execute function public.tell_principal('customer', 'id');

revoke execute on function public.app_ticket_told(public.ticket, boolean, boolean), public.tell_tickets(),
  public.tell_comments(), public.tell_approvals(), public.tell_principal(), public.tell_new_principal() from public;
