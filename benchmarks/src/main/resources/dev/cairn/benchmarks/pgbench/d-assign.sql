-- The product for a customer who has nothing yet: assignment, plan, fifty tasks, a hundred attributes; outbox and audit.
with n as materialized (
  select uuidv7() as assignment, uuidv7() as plan,
    ('01980001-0000-7000-8000-' || nextval('benchmark_next'))::uuid as customer
), a as (
  insert into product_assignment (org_id, id, customer_id, product_id, name, license_level, selected_outcome_ids,
    selected_release_ids, purchased_at, version)
  select 'northwind', n.assignment, n.customer, :product, 'Default', 'SIGNATURE', '{}', '{}', now(), 1 from n
), p as (
  insert into adoption_plan (org_id, id, assignment_id, customer_id, product_id, product_name, license_level,
    selected_outcome_ids, selected_release_ids, not_started, in_progress, done, completed, not_applicable, no_longer_using,
    total_weight, completed_weight, last_synced_at, synced_product_version, entitlements_changed, version, started_at)
  select 'northwind', n.plan, n.assignment, n.customer, :product, 'Assigned', 'SIGNATURE', '{}', '{}', 50, 0, 0, 0, 0, 0,
    100, 0, now(), 1, false, 1, now() from n
), source as materialized (
  select t.*, uuidv7() as new_id from customer_task t where t.org_id = 'northwind' and t.plan_id = :template
), t as (
  insert into customer_task (org_id, id, plan_id, customer_id, original_task_id, name, description, est_minutes, weight,
    sequence_number, priority, how_to_doc, how_to_video, notes, license_level, outcomes, releases, tags, status, status_mode,
    version)
  select s.org_id, s.new_id, n.plan, n.customer, s.original_task_id, s.name, s.description, s.est_minutes, s.weight,
    s.sequence_number, s.priority, s.how_to_doc, s.how_to_video, s.notes, s.license_level, s.outcomes, s.releases, s.tags,
    'NOT_STARTED', s.status_mode, 1 from source s cross join n
), m as (
  insert into telemetry_attribute (org_id, id, task_id, plan_id, original_attribute_id, name, description, data_type,
    is_required, is_active, sort_order, success_criteria)
  select x.org_id, uuidv7(), s.new_id, n.plan, x.original_attribute_id, x.name, x.description, x.data_type, x.is_required,
    x.is_active, x.sort_order, x.success_criteria
  from source s join telemetry_attribute x on x.org_id = s.org_id and x.task_id = s.id cross join n
), told as materialized (
  select e.action, e.kind, e.entity, n.customer, e.after
  from n cross join lateral (values
    ('product.assigned', 'ASSIGNMENT', n.assignment, jsonb_build_object('name', 'Default', 'productId', :product::uuid,
      'purchasedAt', now(), 'licenseLevel', 'SIGNATURE', 'selectedOutcomeIds', '[]'::jsonb, 'selectedReleaseIds', '[]'::jsonb)),
    ('adoption.plan_created', 'ADOPTION_PLAN', n.plan, jsonb_build_object('productId', :product::uuid, 'assignmentId', n.assignment,
      'syncedProductVersion', 1, 'progress', '{"byStatus": {"DONE": 0, "COMPLETED": 0, "IN_PROGRESS": 0, "NOT_STARTED": 50, "NOT_APPLICABLE": 0, "NO_LONGER_USING": 0}, "totalTasks": 50, "totalWeight": 100.00, "completedTasks": 0, "completedWeight": 0.00, "progressPercentage": 0.00}'::jsonb))
  ) as e(action, kind, entity, after)
), o as (
  insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
  select 'northwind', uuidv7(), e.action, 1, now(), lower(e.kind) || '/' || e.entity, 'pgbench',
    jsonb_build_object('before', '{}'::jsonb, 'after', e.after) from told e
)
insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, customer_id, before, after, request_id, address)
select 'northwind', uuidv7(), now(), 'pgbench', e.action, e.kind, e.entity, e.customer, '{}', e.after,
  '4bf92f3577b34da6a3ce929d0e0e4736', '127.0.0.1'
from told e;
