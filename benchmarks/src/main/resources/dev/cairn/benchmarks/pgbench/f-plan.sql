-- A plan with its product's version and its pace, and its fifty tasks with how many of their attributes are met.
\set n 100000000000 + random(1, :customers)
select (select s.purchased_at from product_assignment s where s.org_id = p.org_id and s.id = p.assignment_id) as purchased_at,
  (select coalesce(sum(t.weight), 0.00) from customer_task t where t.org_id = p.org_id and t.plan_id = p.id
    and t.archived_at is null and t.completed_at >= greatest(now() - interval '30 days', p.started_at)) as recent_weight,
  coalesce((select v.version from product v where v.org_id = p.org_id and v.id = p.product_id), p.synced_product_version),
  p.org_id, p.id, p.assignment_id, p.solution_assignment_id is not null as of_solution, p.customer_id, p.product_id,
  p.product_name, p.license_level, p.selected_outcome_ids, p.selected_release_ids, p.not_started, p.in_progress, p.done,
  p.completed, p.not_applicable, p.no_longer_using, p.total_weight, p.completed_weight, p.last_synced_at,
  p.synced_product_version, p.entitlements_changed, p.version, p.archived_at, p.full_files, p.values_since_sync, p.started_at,
  p.reached_25_at, p.reached_50_at, p.reached_75_at, p.reached_100_at, p.live_at
from adoption_plan p join customer c on c.org_id = p.org_id and c.id = p.customer_id
where p.org_id = 'northwind' and p.id = ('01980003-0000-7000-8000-' || :n)::uuid and p.archived_at is null
  and c.deleted_at is null;
select coalesce(m.total, 0), coalesce(m.required, 0), coalesce(m.met, 0), coalesce(m.met_required, 0), coalesce(m.known, 0),
  coalesce(m.fresh, 0), coalesce(m.met_fresh, 0), coalesce(m.met_fresh_required, 0),
  t.org_id, t.id, t.plan_id, t.customer_id, t.original_task_id, t.name, t.description, t.est_minutes, t.weight,
  t.sequence_number, t.priority, t.how_to_doc, t.how_to_video, t.notes, t.license_level, t.outcomes, t.releases,
  t.tags, t.status, t.status_mode, t.status_updated_at, t.status_updated_by, t.status_update_source,
  t.status_notes, t.completed_at, t.completed_by, t.archived_at, t.archive_reason, t.version
from customer_task t left join (
  select a.task_id, count(*) as total, count(*) filter (where a.is_required) as required,
    count(*) filter (where a.is_met) as met, count(*) filter (where a.is_met and a.is_required) as met_required,
    count(*) filter (where a.is_met or a.is_fresh or a.last_checked_at >= a.latest_received_at) as known,
    count(*) filter (where a.is_fresh) as fresh, count(*) filter (where a.is_met and a.is_fresh) as met_fresh,
    count(*) filter (where a.is_met and a.is_fresh and a.is_required) as met_fresh_required
  from telemetry_attribute a
  where a.org_id = 'northwind' and a.plan_id = ('01980003-0000-7000-8000-' || :n)::uuid and a.is_active
  group by a.task_id) m on m.task_id = t.id
where t.org_id = 'northwind' and t.plan_id = ('01980003-0000-7000-8000-' || :n)::uuid and t.archived_at is null
order by t.sequence_number, t.id
limit 100;
