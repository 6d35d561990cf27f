-- The memory of full files goes with the values of their time. Otherwise as it was; rights stay as they are.
-- Drops the months that ended before an instant, which must be 30 days ago at least; how many went. The latest value of an
-- attribute stays with the attribute; keys and full files are forgotten as their values are.
create or replace function drop_telemetry_before(instant timestamptz) returns int
  language plpgsql security definer
  set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
  set timezone = 'UTC'
as $$
declare
  part    text;
  dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('cairn.telemetry_months'));
  if instant > now() - interval '30 days' then
    raise exception 'values of the last 30 days are never dropped';
  end if;
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = '"${flyway:defaultSchema}".telemetry_value'::regclass
       and c.relname ~ '^telemetry_value_[0-9]{6}$'
       and to_timestamp(right(c.relname, 6), 'YYYYMM') + interval '1 month' <= instant
  loop
    execute format('drop table %I.%I', '${flyway:defaultSchema}', part);
    dropped := dropped + 1;
  end loop;
  delete from telemetry_value_rest where observed_at < instant;
  if dropped > 0 then
    delete from telemetry_dedupe_key where observed_at < instant;
  end if;
  delete from telemetry_full_file where received_at < instant;
  return dropped;
end $$;
