-- What the last synchronisation of a plan overwrote, until it is taken back or the next one comes: one row a plan, however
-- many tasks it touched. It is read whole or not at all.

create table plan_sync (
  org_id                 varchar(64)  not null,
  plan_id                uuid         not null,
  product_name           varchar(255) not null,
  license_level          varchar(20)  not null,
  selected_outcome_ids   uuid[]       not null,
  selected_release_ids   uuid[]       not null,
  last_synced_at         timestamptz  not null,
  synced_product_version bigint       not null,
  tasks                  jsonb        not null,
  added_ids              uuid[]       not null,
  added                  int          not null,
  restored               int          not null,
  archived               int          not null,
  updated                int          not null,
  task_versions          bigint       not null,
  constraint pk_plan_sync primary key (org_id, plan_id),
  constraint fk_plan_sync_plan foreign key (org_id, plan_id) references adoption_plan (org_id, id)
);

-- A value that is stored stands in the way of taking a synchronisation back. It may be older than the latest and leave no
-- other trace than itself.
alter table adoption_plan add column values_since_sync boolean not null default false;

alter table plan_sync enable row level security;
alter table plan_sync force row level security;
create policy tenant on plan_sync using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on plan_sync to ${owner_role} using (true) with check (true);
grant select, insert, update, delete on plan_sync to ${app_role};
