package dev.cairn.bootstrap.support;

import java.sql.SQLException;
import org.awaitility.Awaitility;

/** Troubles of the database that a test makes and takes back again. */
public final class Outage {
    private Outage() {}

    /** What is done meanwhile. */
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** The service's connections are cut and no new one is let in, until the work is done. */
    public static <T> T ofConnections(Work<T> work) throws SQLException {
        try (var database = Database.asSuperuser()) {
            database.run("alter role cairn_app connection limit 0");
            try {
                database.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cairn_app'");
                Awaitility.await()
                        .until(() ->
                                database.number("select count(*) from pg_stat_activity where usename = 'cairn_app'")
                                        == 0);
                return work.run();
            } finally {
                database.run("alter role cairn_app connection limit -1");
            }
        }
    }

    /** The service may not touch a table, until the work is done: nothing that a client could be told about. */
    public static <T> T ofRights(Work<T> work) throws SQLException {
        try (var database = Database.asSuperuser()) {
            var grants = database.<String>column("""
                    select 'grant ' || privilege_type || ' on ' || quote_ident(table_name) || ' to cairn_app'
                      from information_schema.role_table_grants where grantee = 'cairn_app' and table_schema = 'public'""");
            database.run("revoke all on all tables in schema public from cairn_app");
            try {
                return work.run();
            } finally {
                for (var grant : grants) {
                    database.run(grant);
                }
            }
        }
    }
}
