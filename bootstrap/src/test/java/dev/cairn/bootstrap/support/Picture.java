package dev.cairn.bootstrap.support;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * What is stored of an organisation, table by table: two pictures are equal when nothing was written in between. The counter
 * of customer codes is left out: it counts on for a customer that is refused after all, as a sequence does.
 */
public final class Picture implements AutoCloseable {
    private final Database database = Database.asSuperuser();
    private final String org;
    private final String sql;

    /** Of everything that belongs to the organisation. */
    public Picture(Organisation org) throws SQLException {
        this.org = org.name();
        List<String> tables = database.column("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'org_id'
                   and c.relname <> 'customer_code_counter' order by 1""");
        sql = tables.stream()
                .map(table -> "select '" + table + "' as kind, count(*) as rows,"
                        + " md5(string_agg(t::text, '' order by t::text)) as content from " + table
                        + " t where org_id = any (select org from o)")
                .collect(Collectors.joining(" union all ", "with o as (select ?::text as org) ", ""));
    }

    /** How it looks now, or as soon as nobody works at its jobs: what they do is nobody's request any more. */
    public String now() throws SQLException {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .until(() -> database.number(
                                "select count(*) from job where org_id = ? and ended_at is null"
                                        + " and (free_at is null or free_at < now() + interval '1 hour')",
                                org)
                        == 0);
        return database.rows(sql, org).toString();
    }

    @Override
    public void close() {
        database.close();
    }
}
