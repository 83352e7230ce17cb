-- Who waits for a job hears how far it is: its id, and `over` when it has ended. Each reads it as himself.
create function public.tell_job() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('job_changed', concat_ws(' ', new.id, case when new.finished_at is not null then 'over' end));
  return null;
end $$;
create function public.tell_job_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('job_changed', new.job_id::text);
  return null;
end $$;

-- A worker that only says that it lives tells nobody.
create trigger job_tells_update after update on public.job for each row
  when ((old.status, old.finished_at) is distinct from (new.status, new.finished_at))
  execute function public.tell_job();
-- Every tenth row: a notification makes commits queue.
create trigger job_row_tells_insert after insert on public.job_row for each row
  when (new.row % 10 = 9)
  execute function public.tell_job_row();

revoke execute on function public.tell_job(), public.tell_job_row() from public;
