package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.RollOuts;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast plans of a roll-out are done, beside the same rows by pgbench: windows of the two alternate in one run, and the figures
 * are told, never asserted, for no two machines are the same. Profile {@code nightly} runs it, where pgbench is installed.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "cairn.rate", matches = "true")
class RollOutRateTest {
    private static final int PLANS = Integer.getInteger("cairn.rate.plans", 1_000);
    private static final int TASKS = 50;
    private static final int CHANGED = 10;
    private static final int WINDOWS = 4;

    /** As many at once as the service has hands. */
    private static final int CLIENTS = 4;

    /** What the synchronisation of a plan reads and leaves behind. */
    private static final String SCRIPT = """
            \\set n random(1, %2$d)
            begin;
            select i.* from roll_out_plan i join rate_plan r on r.id = i.plan_id where r.n = :n and i.org_id = '%1$s' and i.job_id = '%3$s' for no key update of i;
            select p.* from adoption_plan p join rate_plan r on r.id = p.id where r.n = :n and p.org_id = '%1$s' for no key update of p;
            select t.* from customer_task t join rate_plan r on r.id = t.plan_id where r.n = :n and t.org_id = '%1$s';
            select t.* from product_task t where t.product_id = '%4$s' and t.org_id = '%1$s';
            update plan_sync u set last_synced_at = now(), updated = %5$d, task_versions = u.task_versions + %5$d, tasks = (select jsonb_agg(to_jsonb(t)) from customer_task t where t.plan_id = u.plan_id and t.org_id = u.org_id and t.sequence_number <= %5$d) from rate_plan r where r.n = :n and u.plan_id = r.id and u.org_id = '%1$s';
            update customer_task t set notes = 'Bench ' || :n, version = t.version + 1 from rate_plan r where r.n = :n and t.plan_id = r.id and t.org_id = '%1$s' and t.sequence_number <= %5$d;
            update adoption_plan p set last_synced_at = now(), synced_product_version = p.synced_product_version + 1, version = p.version + 1 from rate_plan r where r.n = :n and p.id = r.id and p.org_id = '%1$s';
            insert into outbox (org_id, id, type, event_version, occurred_at, subject, actor, data) values ('%1$s', gen_random_uuid(), 'adoption.plan_synced', 1, now(), 'bench', 'pgbench', '{"added": 0, "updated": 10}');
            insert into audit_entry (org_id, id, at, actor, action, entity_kind, entity_id, before, after, request_id, address) values ('%1$s', gen_random_uuid(), now(), 'pgbench', 'adoption.plan_synced', 'ADOPTION_PLAN', gen_random_uuid(), '{"version": 1}', '{"version": 2}', '', '');
            update roll_out_plan i set state = 'DONE', changed = true, updated = %5$d, ended_at = now() from rate_plan r where r.n = :n and i.plan_id = r.id and i.org_id = '%1$s' and i.job_id = '%3$s';
            commit;
            """;

    private final Organisation org = Organisation.fresh();

    @Test
    void a_roll_out_beside_the_same_rows_by_pgbench() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pgbench")), "pgbench is not installed");
        var all = RollOuts.of(org, PLANS, TASKS);
        List<String> tasks = org.as("admin")
                .get("/api/v1/products/" + all.product() + "/tasks?limit=200")
                .path("items.id");
        try (var database = Database.asSuperuser()) {
            database.run("drop table if exists rate_plan");
            database.run(
                    "create table rate_plan as select (row_number() over ())::int as n, p.id from adoption_plan p where org_id = ?",
                    org.name());
            database.run("create unique index ix_rate_plan on rate_plan (n)");
            database.run("analyze");
        }
        double service = 0;
        double bench = 0;
        for (int window = 0; window < WINDOWS; window++) {
            for (var task : tasks.subList(0, CHANGED)) {
                org.as("admin", "{\"notes\": \"Edit " + window + "\"}")
                        .patch("/api/v1/products/" + all.product() + "/tasks/" + task)
                        .then()
                        .statusCode(200);
            }
            var before = used();
            var job = RollOuts.ended(org, all.start("{}"));
            assertThat(job.getInt("result.changed")).isEqualTo(PLANS);
            assertThat(job.getInt("result.updated")).isEqualTo(PLANS * CHANGED);
            var sent =
                    Duration.between(Instant.parse(job.getString("begunAt")), Instant.parse(job.getString("endedAt")))
                                    .toNanos()
                            / 1e9;
            var after = used();
            var same = benchSeconds(job.getString("id"), all.product());
            System.out.printf(
                    "window %d: %d plans of %d tasks, %d changed: service %.0f plans/s, pgbench %.0f plans/s, ratio %.2f; heap after collection %d MB before, %d MB after%n",
                    window, PLANS, TASKS, CHANGED, PLANS / sent, PLANS / same, same / sent, before, after);
            if (window > 0) { // the first warms up
                service += sent;
                bench += same;
            }
        }
        System.out.printf("all windows but the first: ratio %.2f%n", bench / service);
        try (var database = Database.asSuperuser()) {
            database.run("drop table rate_plan");
        }
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private double benchSeconds(String job, String product) throws Exception {
        var script = Files.createTempFile("rate", ".sql");
        Files.writeString(script, SCRIPT.formatted(org.name(), PLANS, job, product, CHANGED));
        var url = URI.create(ConfigProvider.getConfig()
                .getValue("quarkus.datasource.jdbc.url", String.class)
                .substring(5));
        var start = System.nanoTime();
        var process = new ProcessBuilder(
                        "/usr/bin/pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(CLIENTS),
                        "-j",
                        "2",
                        "-t",
                        String.valueOf(PLANS / CLIENTS),
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
