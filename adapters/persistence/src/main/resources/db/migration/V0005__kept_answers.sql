-- The answers of committed work whose callers want to be able to ask twice (Idempotency-Key), for a day.

create table kept_answer (
  org_id      varchar(64)  not null,
  caller      varchar(255) not null,
  key         varchar(255) not null,
  fingerprint char(64)     not null,
  status      int          not null,
  headers     jsonb        not null,
  body        text,
  kept_at     timestamptz  not null,
  constraint pk_kept_answer primary key (org_id, caller, key)
);
create index ix_kept_answer_age on kept_answer (org_id, kept_at);

alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy tenant on kept_answer using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on kept_answer to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on kept_answer to ${app_role};

-- Work in the background finds its organisations here, and then works inside one of them like everybody.
create function organisations_with_answers_before(before timestamptz) returns setof varchar
  language sql stable security definer set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
  as 'select distinct org_id from kept_answer where kept_at < before';
revoke all on function organisations_with_answers_before(timestamptz) from public;
grant execute on function organisations_with_answers_before(timestamptz) to ${app_role};
