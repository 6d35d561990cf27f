-- What waits, over all organisations: how much, and since when. Whoever runs the service learns numbers and nothing of whose they
-- are. Rows are counted up to a bound, and the oldest event is looked up organisation by organisation in the index of what waits,
-- so that a backlog of millions costs no more than one of thousands.
create function backlog(at timestamptz, bound int)
  returns table (events int, oldest_event timestamptz, ready_jobs int, taken_jobs int, longest_ready timestamptz)
  language sql stable security definer set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
as $$
  with recursive waiting (org_id) as (
    (select w.org_id from outbox w where w.published_at is null order by w.org_id limit 1)
    union all
    select (select w.org_id from outbox w where w.published_at is null and w.org_id > o.org_id order by w.org_id limit 1)
      from waiting o where o.org_id is not null
  )
  select e.events, e.oldest_event, j.ready_jobs, j.taken_jobs, j.longest_ready
    from (select (select count(*)::int from (select from outbox w where w.published_at is null limit bound) counted) as events,
                 (select min(f.occurred_at) from waiting o cross join lateral (
                    select w.occurred_at from outbox w
                     where w.org_id = o.org_id and w.published_at is null order by w.position limit 1) f) as oldest_event) e
    cross join (
      select count(*) filter (where free)::int as ready_jobs,
             count(*) filter (where not free)::int as taken_jobs,
             min(since) filter (where free) as longest_ready
        from (select j.free_at is null or j.free_at <= at as free,
                     coalesce(j.free_at, j.last_turn_at, j.created_at) as since
                from job j where j.ended_at is null limit bound) unfinished) j
$$;
revoke all on function backlog(timestamptz, int) from public;
grant execute on function backlog(timestamptz, int) to ${app_role};
