-- The one text that says which customers a reader sees. What it may see is set for its transaction:
--   cairn.sees      'everything', 'pipeline' (prospects and leads), or ''
--   cairn.assignee  customers assigned to this name, or ''
--   cairn.customers these customers, as an array, or ''
-- Each is asked in a sub-select: once for a statement, and not already while it is planned, when nothing is set.
drop view if exists visible_customer;
create view visible_customer with (security_invoker = true) as
select c.*
  from customer c
 where c.deleted_at is null
   and ((select current_setting('cairn.sees', true) = 'everything')
        or (c.lifecycle_stage in ('PROSPECT', 'LEAD') and (select current_setting('cairn.sees', true) = 'pipeline'))
        or c.assigned_to = (select nullif(current_setting('cairn.assignee', true), ''))
        or c.id = any ((select nullif(current_setting('cairn.customers', true), '')::uuid[])::uuid[]));
grant select on visible_customer to ${app_role};
-- A column added to customer belongs to the view as well: change the number and this file runs again. 2
