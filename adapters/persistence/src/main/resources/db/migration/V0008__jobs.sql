-- Work that goes on when the request is answered, done in turns by whichever replica takes one. A turn is held by a lease: it
-- is nobody's any more when free_at is past, whatever became of who held it.

create table job (
  org_id       varchar(64)  not null,
  id           uuid         not null,
  kind         varchar(20)  not null,
  parameters   jsonb        not null,
  started_by   varchar(255) not null,
  behalf       jsonb        not null,
  request_id   varchar(32)  not null,
  address      varchar(64)  not null,
  created_at   timestamptz  not null,
  status       varchar(20)  not null,
  begun_at     timestamptz,
  ended_at     timestamptz,
  failure      varchar(60),
  turn         bigint       not null,
  idle_turns   int          not null,
  free_at      timestamptz,
  last_turn_at timestamptz,
  version      bigint       not null,
  constraint pk_job primary key (org_id, id),
  constraint ck_job_status check (status in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  constraint ck_job_end check ((status in ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (ended_at is not null))
) with (fillfactor = 50);
-- Who looks for work reads this index alone, and it is empty when there is none.
create index ix_job_open on job (org_id, id) where ended_at is null;
create index ix_job_turn on job (org_id, last_turn_at);
create index ix_job_ended on job (org_id, ended_at) where ended_at is not null;

-- The plans that a roll-out is about, and what came of each, written in the transaction that did it. What is told of a plan
-- outlives the plan: nothing refers to it.
create table roll_out_plan (
  org_id   varchar(64) not null,
  job_id   uuid        not null,
  plan_id  uuid        not null,
  state    varchar(20) not null,
  tries    int         not null default 0,
  code     varchar(60),
  changed  boolean     not null default false,
  added    int         not null default 0,
  restored int         not null default 0,
  archived int         not null default 0,
  updated  int         not null default 0,
  ended_at timestamptz,
  constraint pk_roll_out_plan primary key (org_id, job_id, plan_id),
  constraint fk_roll_out_plan_job foreign key (org_id, job_id) references job (org_id, id),
  constraint ck_roll_out_plan_state check (state in ('WAITING', 'DONE', 'FAILED')),
  constraint ck_roll_out_plan_code check ((state = 'FAILED') = (code is not null))
) with (fillfactor = 70);
create index ix_roll_out_plan_waiting on roll_out_plan (org_id, job_id, plan_id) where state = 'WAITING';

alter table job enable row level security;
alter table job force row level security;
create policy tenant on job using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on job to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on job to ${app_role};

alter table roll_out_plan enable row level security;
alter table roll_out_plan force row level security;
create policy tenant on roll_out_plan using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on roll_out_plan to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on roll_out_plan to ${app_role};

-- Which jobs a turn may be taken at, in the order of turns: the organisation first whose last turn, at whatever job, is longest
-- ago. Whoever asks then works inside one organisation like everybody.
create function jobs_due(kinds text[], at timestamptz, most int) returns table (org_id varchar, id uuid)
  language sql stable security definer set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
as $$
  select j.org_id, j.id
    from job j
    cross join lateral (select max(t.last_turn_at) as last_at from job t where t.org_id = j.org_id) o
   where j.ended_at is null and j.kind = any (kinds) and (j.free_at is null or j.free_at <= at)
   order by o.last_at nulls first, j.org_id, j.last_turn_at nulls first, j.id
   limit most
$$;
revoke all on function jobs_due(text[], timestamptz, int) from public;
grant execute on function jobs_due(text[], timestamptz, int) to ${app_role};

create function organisations_with_jobs_ended_before(before timestamptz) returns setof varchar
  language sql stable security definer set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
  as 'select distinct org_id from job where ended_at < before';
revoke all on function organisations_with_jobs_ended_before(timestamptz) from public;
grant execute on function organisations_with_jobs_ended_before(timestamptz) to ${app_role};
