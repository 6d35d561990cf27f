-- What was reported of telemetry attributes, and what is known of each by its latest value. The latest value stands with
-- its attribute, so that judging a task never looks into the history, however long it is.

alter table telemetry_attribute
  add column latest_value       jsonb,
  add column latest_value_id    uuid,
  add column latest_observed_at timestamptz,
  add column latest_received_at timestamptz,
  add column is_met             boolean not null default false,
  add column is_fresh           boolean not null default false,
  add column last_checked_at    timestamptz;
-- No index on what an evaluation writes: the row moves inside its page.
drop index ix_telemetry_attribute_plan;
create index ix_telemetry_attribute_original on telemetry_attribute (org_id, plan_id, original_attribute_id);

-- When full files of a plan came in, the newest first, as many as freshness may ask for.
alter table adoption_plan add column full_files timestamptz[] not null default '{}';

-- Append-only, by month of sight: a month that is past its time is dropped, not deleted. The key is the order of an
-- attribute's history, and finds a value that is there already; nothing else is indexed. There is no foreign key: whoever
-- stores a value holds the lock of the plan that the attribute is part of, and attributes are never deleted.
create table telemetry_value (
  org_id       varchar(64)  not null,
  id           uuid         not null,
  attribute_id uuid         not null,
  value        jsonb        not null,
  source       varchar(50)  not null,
  batch_id     uuid,
  notes        text,
  observed_at  timestamptz  not null,
  received_at  timestamptz  not null,
  recorded_by  varchar(255) not null,
  constraint pk_telemetry_value primary key (org_id, attribute_id, observed_at, id)
) partition by range (observed_at);
-- Late arrivals from before the first month, and whatever has no month yet.
create table telemetry_value_rest partition of telemetry_value default;

-- The keys by which reporters know their values again.
create table telemetry_dedupe_key (
  org_id       varchar(64)  not null,
  attribute_id uuid         not null,
  dedupe_key   varchar(255) not null,
  value_id     uuid         not null,
  observed_at  timestamptz  not null,
  constraint pk_telemetry_dedupe_key primary key (org_id, attribute_id, dedupe_key)
);

-- Which full files were counted for which plans: the same one again counts once.
create table telemetry_full_file (
  org_id      varchar(64) not null,
  plan_id     uuid        not null,
  batch_id    uuid        not null,
  received_at timestamptz not null,
  constraint pk_telemetry_full_file primary key (org_id, plan_id, batch_id),
  constraint fk_telemetry_full_file_plan foreign key (org_id, plan_id) references adoption_plan (org_id, id)
);

alter table telemetry_value enable row level security;
alter table telemetry_value force row level security;
create policy tenant on telemetry_value using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on telemetry_value to ${owner_role} using (true) with check (true);
grant select, insert on telemetry_value to ${app_role};

-- Months are reached through the whole table only: nobody but the owner has a right on one of them.
alter table telemetry_value_rest enable row level security;
alter table telemetry_value_rest force row level security;
create policy owner_all on telemetry_value_rest to ${owner_role} using (true) with check (true);

alter table telemetry_dedupe_key enable row level security;
alter table telemetry_dedupe_key force row level security;
create policy tenant on telemetry_dedupe_key using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on telemetry_dedupe_key to ${owner_role} using (true) with check (true);
grant select, insert on telemetry_dedupe_key to ${app_role};

alter table telemetry_full_file enable row level security;
alter table telemetry_full_file force row level security;
create policy tenant on telemetry_full_file using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on telemetry_full_file to ${owner_role} using (true) with check (true);
grant select, insert on telemetry_full_file to ${app_role};

-- Makes the months from one instant's to another's that are not there yet, at most 24; how many it made. What waited for a
-- month among the rest moves into it.
create function make_telemetry_months(first timestamptz, last timestamptz) returns int
  language plpgsql security definer
  set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
  set timezone = 'UTC'
as $$
declare
  month timestamptz := date_trunc('month', first);
  part  text;
  made  int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('cairn.telemetry_months'));
  if last > first + interval '24 months' then
    raise exception 'at most 24 months at once';
  end if;
  while month <= last loop
    part := 'telemetry_value_' || to_char(month, 'YYYYMM');
    if to_regclass(format('%I.%I', '${flyway:defaultSchema}', part)) is null then
      execute format('create table %I.%I (like %I.telemetry_value including all)',
        '${flyway:defaultSchema}', part, '${flyway:defaultSchema}');
      execute format('alter table %I.%I enable row level security', '${flyway:defaultSchema}', part);
      execute format('alter table %I.%I force row level security', '${flyway:defaultSchema}', part);
      execute format('create policy owner_all on %I.%I to ${owner_role} using (true) with check (true)',
        '${flyway:defaultSchema}', part);
      execute format('with moved as (delete from telemetry_value_rest where observed_at >= $1 and observed_at < $2 returning *)'
        || ' insert into %I.%I select * from moved', '${flyway:defaultSchema}', part)
        using month, month + interval '1 month';
      execute format('alter table %I.telemetry_value attach partition %I.%I for values from (%L) to (%L)',
        '${flyway:defaultSchema}', '${flyway:defaultSchema}', part, month, month + interval '1 month');
      made := made + 1;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;
revoke all on function make_telemetry_months(timestamptz, timestamptz) from public;
grant execute on function make_telemetry_months(timestamptz, timestamptz) to ${app_role};

-- Drops the months that ended before an instant, which must be 30 days ago at least; how many went. The latest value of an
-- attribute stays with the attribute.
create function drop_telemetry_before(instant timestamptz) returns int
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
  return dropped;
end $$;
revoke all on function drop_telemetry_before(timestamptz) from public;
grant execute on function drop_telemetry_before(timestamptz) to ${app_role};

select make_telemetry_months(now() - interval '3 months', now() + interval '3 months');
