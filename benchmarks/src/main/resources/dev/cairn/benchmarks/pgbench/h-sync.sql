-- A plan follows its product: what differs is found and written set-wise, what it overwrites is kept; outbox and audit.
begin;
select p.id as plan from adoption_plan p join customer c on c.org_id = p.org_id and c.id = p.customer_id
where p.org_id = 'northwind' and p.id = (select ('01980003-0000-7000-8000-' || nextval('benchmark_next'))::uuid)
  and c.deleted_at is null
for no key update of p \gset
with differing as materialized (
  select t as before, t.id as task, s.*
  from customer_task t join product_task s on s.org_id = t.org_id and s.id = t.original_task_id
  where t.org_id = 'northwind' and t.plan_id = :plan and t.archived_at is null
    and (t.name, t.description, t.est_minutes, t.weight, t.sequence_number, t.priority, t.how_to_doc, t.how_to_video, t.notes, t.license_level)
      is distinct from (s.name, s.description, s.est_minutes, s.weight, s.position, s.priority, s.how_to_doc, s.how_to_video, s.notes, s.license_level)
), definitions as (
  update telemetry_attribute a set name = d.name, description = d.description, data_type = d.data_type,
    is_required = d.is_required, is_active = d.is_active, sort_order = d.sort_order, success_criteria = d.success_criteria
  from telemetry_definition d
  where a.org_id = 'northwind' and a.plan_id = :plan and d.org_id = a.org_id and d.id = a.original_attribute_id
    and (a.name, a.description, a.data_type, a.is_required, a.is_active, a.sort_order, a.success_criteria)
      is distinct from (d.name, d.description, d.data_type, d.is_required, d.is_active, d.sort_order, d.success_criteria)
), kept as (
  insert into plan_sync (org_id, plan_id, product_name, license_level, selected_outcome_ids, selected_release_ids, last_synced_at,
    synced_product_version, tasks, added_ids, added, restored, archived, updated, task_versions)
  select p.org_id, p.id, p.product_name, p.license_level, p.selected_outcome_ids, p.selected_release_ids, p.last_synced_at,
    p.synced_product_version, k.tasks, '{}', 0, 0, 0, k.updated, 0
  from adoption_plan p cross join (select jsonb_agg(to_jsonb(d.before)) as tasks, count(*) as updated from differing d) k
  where p.org_id = 'northwind' and p.id = :plan
  on conflict (org_id, plan_id) do update set product_name = excluded.product_name, license_level = excluded.license_level,
    selected_outcome_ids = excluded.selected_outcome_ids, selected_release_ids = excluded.selected_release_ids,
    last_synced_at = excluded.last_synced_at, synced_product_version = excluded.synced_product_version,
    tasks = excluded.tasks, added_ids = excluded.added_ids, added = excluded.added, restored = excluded.restored,
    archived = excluded.archived, updated = excluded.updated, task_versions = excluded.task_versions
), changed as (
  update customer_task t set name = d.name, description = d.description, est_minutes = d.est_minutes, weight = d.weight,
    sequence_number = d.position, priority = d.priority, how_to_doc = d.how_to_doc, how_to_video = d.how_to_video,
    notes = d.notes, license_level = d.license_level, version = t.version + 1
  from differing d where t.org_id = d.org_id and t.id = d.task
)
update adoption_plan p set last_synced_at = now(), version = p.version + 1, values_since_sync = false,
  synced_product_version = (select v.version from product v where v.org_id = p.org_id and v.id = p.product_id)
where p.org_id = 'northwind' and p.id = :plan;
with o as (
  insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
  values ('northwind', uuidv7(), 'adoption.plan_synced', 1, now(), 'adoption_plan/' || :plan::text, 'pgbench',
    '{"added": 0, "restored": 0, "archived": 0, "updated": 10, "fromVersion": 1, "toVersion": 11}')
)
insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, before, after, request_id, address)
values ('northwind', uuidv7(), now(), 'pgbench', 'adoption.plan_synced', 'ADOPTION_PLAN', :plan, '{"syncedProductVersion": 1}',
  '{"syncedProductVersion": 11, "updated": 10}', '4bf92f3577b34da6a3ce929d0e0e4736', '127.0.0.1');
commit;
