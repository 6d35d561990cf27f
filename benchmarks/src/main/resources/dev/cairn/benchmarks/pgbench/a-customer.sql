-- A customer by its key, with how far its plans are.
\set n 100000000000 + random(1, :customers)
select c.id, c.org_id, c.code, c.code_key, c.external_id, c.type, c.name, c.name_key, c.first_name, c.last_name,
  c.company_name, c.industry, c.source, c.website, c.phone, c.email, c.email_key, c.has_address, c.street, c.city, c.state,
  c.zip_code, c.country, c.description, c.assigned_to, c.tags, c.tag_keys, c.next_follow_up_at, c.account_status,
  c.status_reason, c.suspended_at, c.activated_at, c.deactivated_at, c.lifecycle_stage, c.last_contact_at, c.created_at,
  c.created_by, c.updated_at, c.version, c.deleted_at, f.total, f.completed
from customer c cross join lateral (
  select coalesce(sum(p.total_weight), 0) as total, coalesce(sum(p.completed_weight), 0) as completed
  from adoption_plan p where p.org_id = c.org_id and p.customer_id = c.id and p.archived_at is null) f
where c.org_id = 'northwind' and c.id = ('01980001-0000-7000-8000-' || :n)::uuid and c.deleted_at is null;
