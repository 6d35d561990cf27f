package dev.cairn.bootstrap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database role that serves requests, as the server describes it. Row-level security is the second wall between two
 * organisations, and a role that owns the tables, is a superuser or has BYPASSRLS walks through it without a word.
 *
 * @param name the role's name
 * @param superuser no policy binds it
 * @param bypassesRowSecurity no policy binds it either
 * @param ownsTables it could alter a policy away
 */
record ServiceRole(String name, boolean superuser, boolean bypassesRowSecurity, boolean ownsTables) {
    /**
     * One row: the connected role's name, superuser, BYPASSRLS, and whether it owns a table or sequence outside the system's
     * schemas, by itself or as a member of the owner.
     */
    private static final String QUESTION = """
            select r.rolname, r.rolsuper, r.rolbypassrls, exists (
                select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                  and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp\\_%'
                  and pg_has_role(r.oid, c.relowner, 'MEMBER'))
            from pg_roles r where r.rolname = current_user""";

    /**
     * Asks the server about the role of a connection.
     *
     * @param connection as the role in question
     * @return what the server says
     * @throws SQLException when it says nothing
     */
    static ServiceRole of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUESTION)) {
            row.next();
            return new ServiceRole(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
        }
    }

    /**
     * Says why the service must not run as this role.
     *
     * @return one sentence; empty when the role is as it should be
     */
    Optional<String> refusal() {
        var wrongs = wrongs();
        return wrongs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Cairn does not start: the service's database role " + name + " " + String.join(" and ", wrongs)
                                + ", so row-level security would not keep organisations apart; give QUARKUS_DATASOURCE_USERNAME a role"
                                + " that owns nothing, with NOSUPERUSER and NOBYPASSRLS.");
    }

    private List<String> wrongs() {
        var wrongs = new ArrayList<String>();
        if (superuser) {
            wrongs.add("is a superuser");
        }
        if (bypassesRowSecurity) {
            wrongs.add("has BYPASSRLS");
        }
        if (ownsTables && !superuser) {
            wrongs.add("owns tables");
        }
        return wrongs;
    }
}
