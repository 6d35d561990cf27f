-- Reads say whose rows exist in the statement that asks for them, so when the server plans it nobody is named yet. A bare
-- current_setting() is looked up while planning: every organisation then looks empty, and any index that begins with org_id as
-- good as the right one. What stands in a sub-select is not looked up but computed once, when the first row is asked for.
-- A table that comes later writes its policy the same way.
-- Busy tables are waited for shortly: the migration fails whole and is run again, before requests queue behind it.
set local lock_timeout = '3s';
do $$
declare
  walled text;
begin
  for walled in select tablename from pg_policies where schemaname = current_schema and policyname = 'tenant' loop
    execute format(
      $policy$alter policy tenant on %I using (org_id = (select nullif(current_setting('cairn.org_id', true), '')))$policy$, walled);
  end loop;
end $$;
