package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The second wall between two organisations: what the database itself lets the service's role see and do. */
@QuarkusTest
class TenancyTest {
    /** Tables that belong to no organisation: none but the one of the migrations. */
    private static final List<String> OF_NOBODY = List.of("flyway_schema_history");

    private static final String TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname = 'public' and not c.relispartition order by 1""";

    private final Organisation ours = Organisation.fresh();
    private final Organisation theirs = Organisation.fresh();

    @BeforeEach
    void a_customer_each() {
        ours.customer("{\"name\": \"Ours\"}");
        theirs.customer("{\"name\": \"Theirs\"}");
    }

    private static List<String> tenantTables() throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.<String>column(TABLES).stream()
                    .filter(table -> !OF_NOBODY.contains(table))
                    .toList();
        }
    }

    private static void refusedBy(String state, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
    }

    @Nested
    class WithoutAnOrganisation {
        @Test
        void every_table_is_empty() throws SQLException {
            try (var service = Database.asService()) {
                for (var table : tenantTables()) {
                    assertThat(service.number("select count(*) from " + table))
                            .as(table)
                            .isZero();
                }
                assertThat(service.number("select count(*) from visible_customer"))
                        .isZero();
            }
            try (var everybody = Database.asSuperuser()) {
                assertThat(everybody.number("select count(*) from customer")).isGreaterThan(1);
                assertThat(everybody.number("select count(*) from outbox")).isGreaterThan(1);
            }
        }

        @Test
        void an_empty_name_is_no_organisation() throws SQLException {
            try (var service = Database.asServiceIn("")) {
                for (var table : tenantTables()) {
                    assertThat(service.number("select count(*) from " + table))
                            .as(table)
                            .isZero();
                }
            }
        }

        @Test
        void nothing_can_be_written() throws SQLException {
            try (var service = Database.asService()) {
                refusedBy("42501", () -> insertOutbox(service, ours.name()));
                refusedBy("42501", () -> insertOutbox(service, ""));
            }
        }
    }

    @Nested
    class InsideAnOrganisation {
        @Test
        void a_query_without_any_condition_sees_that_one_only() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                for (var table : tenantTables()) {
                    assertThat(service.<String>column("select org_id from " + table))
                            .as(table)
                            .allMatch(ours.name()::equals);
                }
                assertThat(service.<String>column("select name from customer")).containsExactly("Ours");
            }
        }

        @Test
        void a_change_without_any_condition_touches_that_one_only() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                assertThat(service.run("update customer set description = 'swept'"))
                        .isEqualTo(1);
            }
            try (var everybody = Database.asSuperuser()) {
                assertThat(everybody.<String>column("select description from customer where org_id = ?", theirs.name()))
                        .containsOnlyNulls();
            }
        }

        @Test
        void a_row_for_another_is_refused() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                insertOutbox(service, ours.name());
                refusedBy("42501", () -> insertOutbox(service, theirs.name()));
                refusedBy("42501", () -> service.run("update customer set org_id = ?", theirs.name()));
            }
        }

        @Test
        void the_view_of_visible_customers_does_not_widen_it() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                service.rows("select set_config('cairn.sees', 'everything', false)");
                assertThat(service.<String>column("select name from visible_customer"))
                        .containsExactly("Ours");
            }
        }
    }

    private static int insertOutbox(Database database, String org) throws SQLException {
        return database.run("""
                insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data)
                values (?, ?, 'test.happened', 1, now(), 'test/1', 'test', '{}')""", org, UUID.randomUUID());
    }

    @Nested
    class TheServicesRole {
        @Test
        void is_bound_by_every_policy_and_owns_nothing() throws SQLException {
            try (var service = Database.asService()) {
                assertThat(service.rows("select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
                                + " from pg_roles where rolname = current_user"))
                        .containsExactly(Map.of(
                                "rolsuper", false,
                                "rolbypassrls", false,
                                "rolcreaterole", false,
                                "rolcreatedb", false,
                                "rolreplication", false));
                assertThat(service.<String>column("""
                                select c.relname from pg_class c join pg_roles r on r.rolname = current_user
                                 where pg_has_role(r.oid, c.relowner, 'member')
                                   and c.relnamespace = 'public'::regnamespace""")).isEmpty();
                assertThat(
                                service.<String>column(
                                        "select nspname from pg_namespace where has_schema_privilege(oid, 'create') and nspname not like 'pg_temp%'"))
                        .isEmpty();
            }
        }

        @Test
        void adds_to_audit_and_history_and_changes_neither() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                for (var table : List.of("audit_entry", "task_status_history")) {
                    refusedBy("42501", () -> service.run("update " + table + " set org_id = org_id"));
                    refusedBy("42501", () -> service.run("delete from " + table));
                    refusedBy("42501", () -> service.run("truncate " + table));
                }
                assertThat(service.number("select count(*) from audit_entry")).isPositive();
            }
        }

        @Test
        void finds_no_way_around_that() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                for (var table : List.of("audit_entry", "task_status_history")) {
                    for (var way : List.of(
                            "insert into " + table + " select * from " + table
                                    + " on conflict (org_id, id) do update set at = now()",
                            "select 1 from " + table + " for update",
                            "alter table " + table + " disable trigger all",
                            "alter table " + table + " add column swept boolean",
                            "alter table " + table + " alter column at drop not null",
                            "alter table " + table + " owner to current_user",
                            "alter table " + table + " rename to swept",
                            "create rule swept as on insert to " + table + " do instead nothing",
                            "create trigger swept before insert on " + table
                                    + " for each row execute function suppress_redundant_updates_trigger()",
                            "create policy swept on " + table + " using (true)",
                            "drop table " + table,
                            "set session_replication_role = replica",
                            "set role cairn_owner")) {
                        assertThat(way).satisfies(sql -> refusedBy("42501", () -> service.run(sql)));
                    }
                    // Whoever has some right on a table and may not pass it on is not refused, and gets nothing.
                    service.run("grant all on " + table + " to current_user");
                    assertThat(service.<Boolean>column(
                                    "select has_table_privilege(?, 'update, delete, truncate')", table))
                            .as(table)
                            .containsExactly(false);
                }
            }
        }

        @Test
        void empties_and_alters_no_table() throws SQLException {
            try (var service = Database.asServiceIn(ours.name())) {
                for (var table : tenantTables()) {
                    refusedBy("42501", () -> service.run("truncate " + table + " cascade"));
                    refusedBy("42501", () -> service.run("alter table " + table + " disable row level security"));
                    refusedBy("42501", () -> service.run("drop policy tenant on " + table));
                }
            }
        }

        @Test
        void reads_which_migrations_were_applied_and_changes_none() throws SQLException {
            try (var service = Database.asService()) {
                assertThat(service.number("select count(*) from flyway_schema_history"))
                        .isPositive();
                refusedBy("42501", () -> service.run("delete from flyway_schema_history"));
            }
        }
    }

    @Nested
    class EveryTable {
        @Test
        void belongs_to_an_organisation() throws SQLException {
            try (var database = Database.asSuperuser()) {
                assertThat(database.<String>column("""
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                                   and a.attname = 'org_id' and a.attnotnull and not c.relispartition order by 1"""))
                        .isEqualTo(tenantTables())
                        .contains("customer", "outbox", "audit_entry");
            }
        }

        @Test
        void forces_its_policies() throws SQLException {
            try (var database = Database.asSuperuser()) {
                assertThat(database.<String>column("""
                                select relname from pg_class
                                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                                   and relrowsecurity and relforcerowsecurity and not relispartition order by 1""")).isEqualTo(tenantTables());
            }
        }

        @Test
        void that_is_a_part_of_another_is_reached_through_it_alone() throws SQLException {
            try (var database = Database.asSuperuser()) {
                var parts = database.rows("""
                        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
                               has_table_privilege('cairn_app', c.oid, 'select, insert, update, delete, truncate') as reached,
                               (select count(*) from pg_policies p where p.tablename = c.relname) as policies
                          from pg_class c where c.relispartition and c.relkind = 'r'""");
                assertThat(parts)
                        .isNotEmpty()
                        .allSatisfy(part -> assertThat(part)
                                .containsEntry("walled", true)
                                .containsEntry("reached", false)
                                .containsEntry("policies", 1L));
            }
        }

        @Test
        void has_one_policy_for_the_tenant_and_one_for_the_owner_and_no_third() throws SQLException {
            try (var database = Database.asSuperuser()) {
                for (var table : tenantTables()) {
                    var policies = database.rows("""
                            select policyname as name, roles::text as roles, cmd, permissive, qual as sees, with_check as writes
                              from pg_policies where schemaname = 'public' and tablename = ? order by 1""", table);
                    assertThat(policies).as(table).hasSize(2);
                    assertThat(policies.get(0))
                            .containsEntry("name", "owner_all")
                            .containsEntry("roles", "{cairn_owner}")
                            .containsEntry("cmd", "ALL")
                            .containsEntry("sees", "true")
                            .containsEntry("writes", "true");
                    assertThat(policies.get(1))
                            .containsEntry("name", "tenant")
                            .containsEntry("roles", "{public}")
                            .containsEntry("cmd", "ALL");
                    assertThat((String) policies.get(1).get("sees"))
                            .contains("org_id", "NULLIF", "cairn.org_id")
                            .as("computed when rows are asked for, not looked up while nobody is named")
                            .containsIgnoringCase("( select nullif")
                            .doesNotContainIgnoringCase(" or ");
                    assertThat(policies.get(1).get("writes"))
                            .as("what is seen and what is written follow one rule")
                            .isIn(null, policies.get(1).get("sees"));
                }
            }
        }

        @Test
        void names_the_organisation_first_in_every_key_and_index() throws SQLException {
            try (var database = Database.asSuperuser()) {
                assertThat(database.<String>column("""
                                select i.indexrelid::regclass::text
                                  from pg_index i join pg_class c on c.oid = i.indrelid
                                 where c.relnamespace = 'public'::regnamespace and c.relname <> all (?::text[])
                                   and (i.indkey[0] = 0 or (select attname from pg_attribute a
                                         where a.attrelid = c.oid and a.attnum = i.indkey[0]) <> 'org_id')""", "{" + String.join(",", OF_NOBODY) + "}"))
                        .isEmpty();
                assertThat(database.number("""
                                select count(*) from pg_index i join pg_class c on c.oid = i.indrelid
                                 where c.relnamespace = 'public'::regnamespace and i.indisunique""")).isGreaterThan(5);
            }
        }

        @Test
        void refers_to_another_inside_its_organisation_only() throws SQLException {
            try (var database = Database.asSuperuser()) {
                assertThat(database.<String>column("""
                                select o.conname from pg_constraint o
                                 where o.contype = 'f' and o.connamespace = 'public'::regnamespace
                                   and ((select attname from pg_attribute where attrelid = o.conrelid and attnum = o.conkey[1]) <> 'org_id'
                                     or (select attname from pg_attribute where attrelid = o.confrelid and attnum = o.confkey[1]) <> 'org_id')""")).isEmpty();
            }
        }

        @Test
        void has_names_for_all_its_constraints() throws SQLException {
            try (var database = Database.asSuperuser()) {
                assertThat(database.<String>column("""
                                select o.conname from pg_constraint o
                                 where o.contype in ('p', 'u', 'f', 'c') and o.connamespace = 'public'::regnamespace
                                   and o.conrelid::regclass::text <> 'flyway_schema_history'
                                   and not (select relispartition from pg_class where oid = o.conrelid)"""))
                        .isNotEmpty()
                        .allMatch(name -> name.matches("(pk|uq|fk|ck)_.*"));
            }
        }

        @Test
        void has_a_primary_key() throws SQLException {
            try (var database = Database.asSuperuser()) {
                assertThat(database.<String>column("""
                                select c.relname from pg_class c join pg_constraint o on o.conrelid = c.oid and o.contype = 'p'
                                 where c.relnamespace = 'public'::regnamespace order by 1""")).containsAll(tenantTables());
            }
        }
    }

    @Test
    void the_view_of_visible_customers_runs_with_the_rights_of_whoever_asks() throws SQLException {
        try (var database = Database.asSuperuser()) {
            assertThat(
                            database.<String>column(
                                    "select array_to_string(reloptions, ',') from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace"))
                    .isNotEmpty()
                    .allMatch("security_invoker=true"::equals);
        }
    }
}
