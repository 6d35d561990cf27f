-- The audit is read newest first, which is by id: the whole of it by its key, a customer's by ix_audit_entry_customer.
-- What one record went through, and what one actor did, have an order of their own.
create index ix_audit_entry_entity on audit_entry (org_id, entity_id, id);
create index ix_audit_entry_actor on audit_entry (org_id, actor, id);
