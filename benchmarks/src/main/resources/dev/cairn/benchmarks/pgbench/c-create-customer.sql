-- A customer, and what every change leaves behind: a row of the outbox and one of the audit.
with c as (
  insert into customer (org_id, id, code, code_key, external_id, type, name, name_key, industry, website, phone, has_address,
    description, tags, tag_keys, account_status, lifecycle_stage, created_at, created_by, updated_at, version)
  select 'northwind', n.id, 'P-' || n.next, 'p-' || n.next, 'pgbench-' || n.next, 'BUSINESS', 'Pgbench ' || n.next,
    'pgbench ' || n.next, 'Retail', 'https://example.org', '+49 30 1234567', false, 'A customer as there are many.',
    array['emea', 'tier-1'], array['emea', 'tier-1'], 'ACTIVE', 'ACTIVE', now(), 'pgbench', now(), 1
  from (select uuidv7() as id, nextval('benchmark_next') as next) n
  returning org_id, id
), o as (
  insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
  select c.org_id, uuidv7(), 'customer.created', 1, now(), 'customer/' || c.id, 'pgbench',
    '{"before": {}, "after": {"code": "P-1000000000", "name": "Pgbench 100000000000", "tags": ["emea", "tier-1"], "type": "BUSINESS", "phone": "+49 30 1234567", "website": "https://example.org", "industry": "Retail", "externalId": "pgbench-100000000000", "description": "A customer as there are many.", "lifecycleStage": "ACTIVE"}}'
  from c
)
insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, customer_id, before, after, request_id, address)
select c.org_id, uuidv7(), now(), 'pgbench', 'customer.created', 'CUSTOMER', c.id, c.id, '{}',
  '{"code": "P-1000000000", "name": "Pgbench 100000000000", "tags": ["emea", "tier-1"], "type": "BUSINESS", "phone": "+49 30 1234567", "website": "https://example.org", "industry": "Retail", "externalId": "pgbench-100000000000", "description": "A customer as there are many.", "lifecycleStage": "ACTIVE"}',
  '4bf92f3577b34da6a3ce929d0e0e4736', '127.0.0.1'
from c;
