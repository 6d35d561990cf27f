-- The status of a task: the plan is locked, then task, history and the plan's figures are written; outbox and audit.
-- The new figures are those of the locked row and a difference. The row that the update finds may be one from before the wait
-- for the lock; PostgreSQL looks at the constraints of what would become of that one, too.
\set n random(1, :customers * 50)
\set task 100000000000 + :n
\set plan 100000000000 + (:n - 1) / 50 + 1
with locked as materialized (
  select p.id, p.org_id, p.customer_id, p.not_started, p.in_progress, p.done, p.completed_weight from adoption_plan p join customer c on c.org_id = p.org_id and c.id = p.customer_id
  where p.org_id = 'northwind' and p.id = ('01980003-0000-7000-8000-' || :plan)::uuid and c.deleted_at is null
  for no key update of p
), before as materialized (
  select t.org_id, t.id, t.plan_id, t.status, t.weight, l.customer_id,
    case t.status when 'IN_PROGRESS' then 'DONE' else 'IN_PROGRESS' end as next
  from locked l join customer_task t on t.org_id = l.org_id and t.id = ('01980004-0000-7000-8000-' || :task)::uuid
  for update of t
), changed as (
  update customer_task t set status = b.next, status_mode = 'MANUAL', status_updated_at = now(), status_updated_by = 'pgbench',
    status_update_source = 'MANUAL', status_notes = null, completed_at = case b.next when 'DONE' then now() end,
    completed_by = case b.next when 'DONE' then 'pgbench' end, version = t.version + 1
  from before b where t.org_id = b.org_id and t.id = b.id
), history as (
  insert into task_status_history (org_id, id, task_id, from_status, to_status, mode, at, changed_by, source)
  select b.org_id, uuidv7(), b.id, b.status, b.next, 'MANUAL', now(), 'pgbench', 'MANUAL' from before b
), figures as (
  update adoption_plan p set
    not_started = l.not_started - (b.status = 'NOT_STARTED')::int,
    in_progress = l.in_progress - (b.status = 'IN_PROGRESS')::int + (b.next = 'IN_PROGRESS')::int,
    done = l.done - (b.status = 'DONE')::int + (b.next = 'DONE')::int,
    completed_weight = l.completed_weight - case b.status when 'DONE' then b.weight else 0 end
      + case b.next when 'DONE' then b.weight else 0 end
  from before b join locked l on l.org_id = b.org_id and l.id = b.plan_id where p.org_id = b.org_id and p.id = b.plan_id
  returning p.org_id, p.id, p.customer_id,
    jsonb_build_object('byStatus', jsonb_build_object('DONE', p.done, 'COMPLETED', p.completed, 'IN_PROGRESS', p.in_progress,
      'NOT_STARTED', p.not_started, 'NOT_APPLICABLE', p.not_applicable, 'NO_LONGER_USING', p.no_longer_using),
      'completedTasks', p.done + p.completed, 'completedWeight', p.completed_weight, 'progressPercentage', p.completed_weight) as progress
), told as materialized (
  select b.org_id, 'adoption.task_status_changed' as action, 'TASK' as kind, b.id as entity, b.customer_id,
    jsonb_build_object('status', b.status) as before, jsonb_build_object('status', b.next) as after,
    jsonb_build_object('to', b.next, 'from', b.status, 'mode', 'MANUAL', 'source', 'MANUAL', 'planId', b.plan_id) as data
  from before b
  union all
  select f.org_id, 'adoption.progress_changed', 'ADOPTION_PLAN', f.id, f.customer_id, f.progress, f.progress,
    jsonb_build_object('before', f.progress, 'after', f.progress)
  from figures f
), o as (
  insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
  select e.org_id, uuidv7(), e.action, 1, now(), lower(e.kind) || '/' || e.entity, 'pgbench', e.data from told e
)
insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, customer_id, before, after, request_id, address)
select e.org_id, uuidv7(), now(), 'pgbench', e.action, e.kind, e.entity, e.customer_id, e.before, e.after,
  '4bf92f3577b34da6a3ce929d0e0e4736', '127.0.0.1'
from told e;
