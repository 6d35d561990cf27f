package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Measured.batch;
import static dev.cairn.bootstrap.support.Measured.row;
import static dev.cairn.bootstrap.support.Measured.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.cairn.bootstrap.support.Adopted;
import dev.cairn.bootstrap.support.Catalogue;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Measured;
import dev.cairn.bootstrap.support.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast values come in, beside the same rows by pgbench: windows of the two alternate in one run, and the figures are
 * told, never asserted, for no two machines are the same. Profile {@code nightly} runs it, where pgbench is installed.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "cairn.rate", matches = "true")
class TelemetryRateTest {
    private static final int TASKS = 50;
    private static final int WINDOWS = 6;

    /** What a batch leaves behind, as one set-based statement each: values, latest values, statuses, history, figures. */
    private static final String SCRIPT = """
            begin;
            insert into telemetry_value (org_id, id, attribute_id, value, source, observed_at, received_at, recorded_by)
              select a.org_id, gen_random_uuid(), a.id, '%2$d', 'api', now(), now(), 'pgbench'
                from telemetry_attribute a join rate_attribute r on r.id = a.id where a.org_id = '%1$s';
            update telemetry_attribute a set latest_value = '%2$d', latest_value_id = gen_random_uuid(), latest_observed_at = now(),
                latest_received_at = now(), is_met = %3$b, is_fresh = true, last_checked_at = now()
              from rate_attribute r where r.id = a.id and a.org_id = '%1$s';
            with moved as (update customer_task t set status = '%4$s', status_updated_at = now(), status_updated_by = 'telemetry',
                status_update_source = 'TELEMETRY', completed_at = case when %3$b then now() end,
                completed_by = case when %3$b then 'telemetry' end, version = version + 1
              from rate_attribute r where r.task = t.id and t.org_id = '%1$s' returning t.org_id, t.id)
            insert into task_status_history (org_id, id, task_id, from_status, to_status, mode, at, changed_by, source, notes)
              select org_id, gen_random_uuid(), id, 'IN_PROGRESS', '%4$s', 'AUTO', now(), 'telemetry', 'TELEMETRY', 'Rule 3' from moved;
            update adoption_plan p set done = case when %3$b then s.n else 0 end, in_progress = case when %3$b then 0 else s.n end,
                not_started = 0, completed_weight = case when %3$b then p.total_weight else 0 end
              from (select plan_id, count(*)::int as n from customer_task where org_id = '%1$s' group by plan_id) s
              where s.plan_id = p.id and p.org_id = '%1$s' and p.id in (select plan from rate_attribute);
            commit;
            """;

    private final Organisation org = Organisation.fresh();

    @Test
    void a_batch_beside_the_same_rows_by_pgbench() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pgbench")), "pgbench is not installed");
        unlogged(true);
        try {
            for (var plans : List.of(20, 200)) {
                compare(plans);
            }
        } finally {
            unlogged(false);
        }
    }

    /** The tests' database writes down every statement with its values, which costs most whoever sends most. */
    private static void unlogged(boolean yes) throws SQLException {
        try (var database = Database.asSuperuser()) {
            for (var role : List.of("cairn_app", "postgres")) {
                database.run("alter role " + role + (yes ? " set log_statement = 'none'" : " reset log_statement"));
            }
            database.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'cairn_app'");
        }
    }

    private void compare(int plans) throws Exception {
        var product = Catalogue.product(org, Measured.document("Rate " + plans, TASKS, "2"));
        var planIds = IntStream.range(0, plans)
                .mapToObj(i -> Adopted.assign(
                                org,
                                org.customer("{\"name\": \"Customer " + UUID.randomUUID() + "\"}"),
                                "{\"productId\": \"" + product.getString("id") + "\"}")
                        .<String>path("adoptionPlan.id"))
                .toList();
        try (var database = Database.asSuperuser()) {
            database.run("drop table if exists rate_attribute");
            database.run(
                    "create table rate_attribute as select id, task_id as task, plan_id as plan from telemetry_attribute"
                            + " where org_id = ? and name = 'Users' and plan_id = any (?::uuid[])",
                    org.name(),
                    "{" + String.join(",", planIds) + "}");
            List<UUID> users = database.column("select id from rate_attribute");
            assertThat(users).hasSize(plans * TASKS);
            double service = 0;
            double bench = 0;
            for (int window = 0; window < WINDOWS; window++) {
                var met = window % 2 == 0;
                var sent = serviceSeconds(users, met ? 150 + window : 50 + window);
                var same = benchSeconds(met ? 150 : 50, met);
                if (window > 1) { // the first two warm up
                    service += sent;
                    bench += same;
                }
            }
            var values = (double) users.size() * (WINDOWS - 2);
            System.out.printf(
                    "batch of %d values over %d plans, every status moving: service %.0f values/s, pgbench %.0f values/s, ratio %.2f%n",
                    users.size(), plans, values / service, values / bench, bench / service);
            database.run("drop table rate_attribute");
        }
    }

    private double serviceSeconds(List<UUID> users, int value) {
        var body = rows(users.stream().map(id -> row(id.toString(), value)).toList());
        var start = System.nanoTime();
        batch(org, body).then().statusCode(200).body("stored", is(users.size()));
        return (System.nanoTime() - start) / 1e9;
    }

    private double benchSeconds(int value, boolean met) throws Exception {
        var script = Files.createTempFile("rate", ".sql");
        // pgbench sends a statement for each semicolon and none over two lines unless it has to.
        Files.writeString(script, SCRIPT.formatted(org.name(), value, met, met ? "DONE" : "IN_PROGRESS"));
        var url = URI.create(ConfigProvider.getConfig()
                .getValue("quarkus.datasource.jdbc.url", String.class)
                .substring(5));
        var start = System.nanoTime();
        var process = new ProcessBuilder(
                        "/usr/bin/pgbench",
                        "-n",
                        "-t",
                        "1",
                        "-f",
                        script.toString(),
                        "-h",
                        url.getHost(),
                        "-p",
                        String.valueOf(url.getPort()),
                        "-U",
                        "postgres",
                        url.getPath().substring(1))
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        return (System.nanoTime() - start) / 1e9;
    }
}
