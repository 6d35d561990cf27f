-- The one text that says which customers a reader sees. What it may see is set for its transaction:
--   cairn.sees      'everything', 'pipeline' (prospects and leads), or ''
--   cairn.assignee  customers assigned to this name, or ''
--   cairn.customers these customers, as an array, or ''
drop view if exists visible_customer;
create view visible_customer with (security_invoker = true) as
select c.*
  from customer c
 where c.deleted_at is null
   and (current_setting('cairn.sees', true) = 'everything'
        or (current_setting('cairn.sees', true) = 'pipeline' and c.lifecycle_stage in ('PROSPECT', 'LEAD'))
        or c.assigned_to = nullif(current_setting('cairn.assignee', true), '')
        or c.id = any (nullif(current_setting('cairn.customers', true), '')::uuid[]));
grant select on visible_customer to ${app_role};
-- A column added to customer belongs to the view as well: change the number and this file runs again. 1
