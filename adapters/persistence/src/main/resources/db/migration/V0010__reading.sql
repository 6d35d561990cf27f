-- What plans have reached and when they started, which assignments can come back, and how people look at plans.

-- The moments are written with the figures that reach them. No index: the row goes on moving inside its page.
alter table adoption_plan
  add column started_at     timestamptz not null default now(),
  add column reached_25_at  timestamptz,
  add column reached_50_at  timestamptz,
  add column reached_75_at  timestamptz,
  add column reached_100_at timestamptz,
  add column live_at        timestamptz;

-- An id of the service holds the millisecond in which it was made (UUIDv7); no plan was synchronised before its birth.
update adoption_plan set started_at = least(
  last_synced_at,
  to_timestamp(('x' || lpad(substr(replace(id::text, '-', ''), 1, 12), 16, '0'))::bit(64)::bigint / 1000.0));

-- What was reached before anybody took note, as far as the tasks tell: when those that are complete by now first weighed
-- enough together.
with complete as (
  select t.org_id, t.plan_id, t.completed_at,
    sum(t.weight) over (partition by t.org_id, t.plan_id order by t.completed_at) as weight
  from customer_task t
  where t.completed_at is not null and t.archived_at is null
), reached as (
  select p.org_id, p.id,
    min(c.completed_at) filter (where p.total_weight > 0 and c.weight * 100 >= p.total_weight * 25) as r25,
    min(c.completed_at) filter (where p.total_weight > 0 and c.weight * 100 >= p.total_weight * 50) as r50,
    min(c.completed_at) filter (where p.total_weight > 0 and c.weight * 100 >= p.total_weight * 75) as r75,
    min(c.completed_at) filter (where p.total_weight > 0 and c.weight >= p.total_weight) as r100,
    max(c.completed_at) filter (where p.not_started + p.in_progress + p.no_longer_using = 0) as live
  from adoption_plan p join complete c on c.org_id = p.org_id and c.plan_id = p.id
  group by p.org_id, p.id
)
update adoption_plan p
   set reached_25_at = r.r25, reached_50_at = r.r50, reached_75_at = r.r75, reached_100_at = r.r100, live_at = r.live
  from reached r
 where p.org_id = r.org_id and p.id = r.id;

-- Removed ones too: the last one of a name can come back.
create index ix_product_assignment_customer on product_assignment (org_id, customer_id, product_id, name);

create table plan_filter_preference (
  org_id     varchar(64)  not null,
  plan_id    uuid         not null,
  owner      varchar(255) not null,
  status     varchar(20),
  outcome_id uuid,
  release_id uuid,
  tag        varchar(255),
  archived   boolean      not null,
  version    bigint       not null,
  constraint pk_plan_filter_preference primary key (org_id, plan_id, owner),
  constraint fk_plan_filter_preference_plan foreign key (org_id, plan_id) references adoption_plan (org_id, id)
);

alter table plan_filter_preference enable row level security;
alter table plan_filter_preference force row level security;
create policy tenant on plan_filter_preference using (org_id = nullif(current_setting('cairn.org_id', true), ''));
create policy owner_all on plan_filter_preference to ${owner_role} using (true) with check (true);
grant select, insert, update on plan_filter_preference to ${app_role};
