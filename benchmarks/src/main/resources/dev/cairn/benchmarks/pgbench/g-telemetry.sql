-- A thousand values, one for each task of twenty plans, which move every task; history, figures, outbox and audit.
\set group random(0, :customers / 20 - 1)
\set first 100000000000 + :group * 20 + 1
\set last 100000000000 + :group * 20 + 20
\set attribute 100000000000 + :group * 2000 + 1
begin;
select p.* from adoption_plan p join customer c on c.org_id = p.org_id and c.id = p.customer_id
where p.org_id = 'northwind' and p.id between ('01980003-0000-7000-8000-' || :first)::uuid and ('01980003-0000-7000-8000-' || :last)::uuid
  and c.deleted_at is null
order by p.id for no key update of p;
select not a.is_met as met from telemetry_attribute a
where a.org_id = 'northwind' and a.id = ('01980005-0000-7000-8000-' || :attribute)::uuid \gset
with reported as (
  insert into telemetry_value (org_id, id, attribute_id, value, source, batch_id, observed_at, received_at, recorded_by)
  select a.org_id, uuidv7(), a.id, case when :met::boolean then '150'::jsonb else '50'::jsonb end, 'api', :batch, now(), now(), 'pgbench'
  from telemetry_attribute a
  where a.org_id = 'northwind' and a.plan_id between ('01980003-0000-7000-8000-' || :first)::uuid and ('01980003-0000-7000-8000-' || :last)::uuid
    and a.is_required
  returning org_id, id, attribute_id, value, observed_at, received_at)
update telemetry_attribute a set latest_value = r.value, latest_value_id = r.id, latest_observed_at = r.observed_at,
  latest_received_at = r.received_at, is_met = (r.value)::numeric >= 100, is_fresh = true, last_checked_at = now()
from reported r where a.org_id = r.org_id and a.id = r.attribute_id;
with before as materialized (
  select t.org_id, t.id, t.plan_id, t.customer_id, t.status, case when a.is_met then 'DONE' else 'IN_PROGRESS' end as next
  from customer_task t join telemetry_attribute a on a.org_id = t.org_id and a.task_id = t.id and a.is_required
  where t.org_id = 'northwind' and t.plan_id between ('01980003-0000-7000-8000-' || :first)::uuid and ('01980003-0000-7000-8000-' || :last)::uuid
), moved as (
  update customer_task t set status = b.next, status_mode = 'AUTO', status_updated_at = now(), status_updated_by = 'telemetry',
    status_update_source = 'TELEMETRY', status_notes = 'Rule 3: all that must be met is met. Users: 150 ≥ 100; Single sign-on: the value is true.', completed_at = case b.next when 'DONE' then now() end,
    completed_by = case b.next when 'DONE' then 'telemetry' end, version = t.version + 1
  from before b where t.org_id = b.org_id and t.id = b.id and b.status <> b.next
  returning t.org_id, t.id, t.plan_id, t.customer_id, b.status, b.next
), history as (
  insert into task_status_history (org_id, id, task_id, from_status, to_status, mode, at, changed_by, source, notes, batch_id)
  select m.org_id, uuidv7(), m.id, m.status, m.next, 'AUTO', now(), 'telemetry', 'TELEMETRY', 'Rule 3: all that must be met is met. Users: 150 ≥ 100; Single sign-on: the value is true.', :batch from moved m
), o as (
  insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
  select m.org_id, uuidv7(), 'adoption.task_status_changed', 1, now(), 'task/' || m.id, 'telemetry',
    jsonb_build_object('to', m.next, 'from', m.status, 'mode', 'AUTO', 'source', 'TELEMETRY', 'planId', m.plan_id,
      'batchId', :batch::uuid, 'notes', 'Rule 3: all that must be met is met. Users: 150 ≥ 100; Single sign-on: the value is true.')
  from moved m
), told as (
  insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, customer_id, before, after, request_id, address)
  select m.org_id, uuidv7(), now(), 'telemetry', 'adoption.task_status_changed', 'TASK', m.id, m.customer_id,
    jsonb_build_object('status', m.status), jsonb_build_object('status', m.next), '4bf92f3577b34da6a3ce929d0e0e4736', '127.0.0.1'
  from moved m
), plans as materialized (
  select m.org_id, m.plan_id, m.customer_id, count(*) as tasks,
    jsonb_agg(jsonb_build_object('to', m.next, 'from', m.status, 'mode', 'AUTO', 'rule', 3, 'taskId', m.id)) as changes
  from moved m group by m.org_id, m.plan_id, m.customer_id
), events as materialized (
  select p.org_id, p.plan_id, p.customer_id, 'telemetry.values_recorded' as action, 'pgbench' as actor,
    jsonb_build_object('values', 50, 'batchId', :batch::uuid) as after from plans p
  union all
  select p.org_id, p.plan_id, p.customer_id, 'telemetry.evaluated', 'telemetry',
    jsonb_build_object('tasks', p.tasks, 'batchId', :batch::uuid, 'changes', p.changes) from plans p
  union all
  select p.org_id, p.plan_id, p.customer_id, 'adoption.progress_changed', 'telemetry',
    '{"byStatus": {"DONE": 50, "COMPLETED": 0, "IN_PROGRESS": 0, "NOT_STARTED": 0, "NOT_APPLICABLE": 0, "NO_LONGER_USING": 0}, "completedTasks": 50, "completedWeight": 100.00, "progressPercentage": 100.00}'::jsonb
  from plans p
), published as (
  insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
  select e.org_id, uuidv7(), e.action, 1, now(), 'adoption_plan/' || e.plan_id, e.actor, e.after from events e
)
insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, customer_id, before, after, request_id, address)
select e.org_id, uuidv7(), now(), e.actor, e.action, 'ADOPTION_PLAN', e.plan_id, e.customer_id, '{}', e.after,
  '4bf92f3577b34da6a3ce929d0e0e4736', '127.0.0.1'
from events e;
update adoption_plan p set not_started = s.not_started, in_progress = s.in_progress, done = s.done,
  completed_weight = s.completed_weight, values_since_sync = true
from (select t.plan_id, count(*) filter (where t.status = 'NOT_STARTED') as not_started,
    count(*) filter (where t.status = 'IN_PROGRESS') as in_progress, count(*) filter (where t.status = 'DONE') as done,
    coalesce(sum(t.weight) filter (where t.status = 'DONE'), 0) as completed_weight
  from customer_task t
  where t.org_id = 'northwind' and t.plan_id between ('01980003-0000-7000-8000-' || :first)::uuid and ('01980003-0000-7000-8000-' || :last)::uuid
  group by t.plan_id) s
where p.org_id = 'northwind' and p.id = s.plan_id;
commit;
