package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.cairn.application.jobs.JobBell;
import dev.cairn.application.jobs.JobPurge;
import dev.cairn.application.jobs.JobSettings;
import dev.cairn.application.jobs.JobWorker;
import dev.cairn.application.jobs.port.Jobs;
import dev.cairn.application.jobs.published.JobTurn;
import dev.cairn.application.jobs.published.JobWork;
import dev.cairn.application.jobs.published.TurnEnd;
import dev.cairn.application.shared.Apart;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.bootstrap.support.Database;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.bootstrap.support.Parallel;
import dev.cairn.bootstrap.support.RollOuts;
import dev.cairn.bootstrap.support.Statements;
import dev.cairn.domain.jobs.published.JobKind;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers beside each other on one database; the service's own is deaf meanwhile. */
@QuarkusTest
class JobWorkerTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Jobs jobs;

    @Inject
    @All
    List<JobWork> works;

    @Inject
    Clock clock;

    @Inject
    Apart apart;

    @Inject
    JobBell bell;

    @Inject
    Workshop workshop;

    @Inject
    JobPurge purge;

    private final Organisation org = Organisation.fresh();

    @BeforeEach
    void nobody_hears_the_bell() {
        bell.onRing(() -> {});
    }

    @AfterEach
    void the_service_hears_it_again() {
        bell.onRing(workshop::call);
    }

    private JobWorker worker(int turn, int hands, Duration lease, UnaryOperator<JobWork> how) {
        return new JobWorker(
                unitOfWork,
                jobs,
                works.stream().map(how).toList(),
                new JobSettings(turn, hands, lease),
                clock,
                apart,
                (job, failure) -> {
                    throw new AssertionError(failure);
                });
    }

    private JobWorker worker(int turn, int hands) {
        return worker(turn, hands, LEASE, work -> work);
    }

    /** The same work, with something that happens before each turn. */
    private static JobWork before(JobWork work, Runnable step) {
        return new JobWork() {
            @Override
            public JobKind kind() {
                return work.kind();
            }

            @Override
            public Uni<TurnEnd> turn(JobTurn turn) {
                return Uni.createFrom()
                        .voidItem()
                        .invoke(step)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .chain(() -> work.turn(turn));
            }
        };
    }

    private static long run(JobWorker worker) {
        try {
            return VertxContextSupport.subscribeAndAwait(worker::run);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private long synced(String plan) throws SQLException {
        try (var database = Database.asSuperuser()) {
            return database.number(
                    "select count(*) from outbox where type = 'adoption.plan_synced' and subject = 'adoption_plan/"
                            + plan + "'");
        }
    }

    private void eachOnce(RollOuts all) throws SQLException {
        for (var plan : all.plans()) {
            assertThat(synced(plan)).isEqualTo(1);
            assertThat(all.needsSync(plan)).isFalse();
        }
    }

    private static void sql(String statement) {
        try (var database = Database.asSuperuser()) {
            database.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_who_are_at_one_job_at_once_never_do_one_plan_twice() throws SQLException {
        var all = RollOuts.of(org, 24, 3).edit(1);
        var id = all.start("{}");
        var over = new AtomicBoolean();
        // Every lease is over as soon as it is given, so that each of them takes the job from the other all the time.
        var turns = Parallel.times(4, i -> {
            if (i == 3) {
                while (!over.get()) {
                    sql("update job set free_at = null where id = '" + id + "' and ended_at is null");
                }
                return 0L;
            }
            var taken = run(worker(2, 2));
            over.set(true);
            return taken;
        });
        while (!RollOuts.job(org, id).getString("status").equals("SUCCEEDED")) {
            sql("update job set free_at = null where id = '" + id + "' and ended_at is null");
            run(worker(8, 4));
        }

        assertThat(turns.stream().mapToLong(taken -> taken).sum())
                .as("turns that were taken side by side")
                .isPositive();
        var job = RollOuts.job(org, id);
        assertThat(job.getInt("done")).isEqualTo(24);
        assertThat(job.getInt("failedCount")).isZero();
        assertThat(job.getInt("result.changed")).isEqualTo(24);
        assertThat(job.getInt("result.added")).isEqualTo(24);
        eachOnce(all);
    }

    @Test
    void whoever_goes_without_a_word_is_followed_by_another_when_his_lease_is_over() throws SQLException {
        var all = RollOuts.of(org, 9, 3).edit(1);
        var id = all.start("{}");
        // He does five plans and is never heard of again: his second turn begins and has no end.
        var gone = worker(5, 2, Duration.ofSeconds(2), work -> new JobWork() {
            private boolean again;

            @Override
            public JobKind kind() {
                return work.kind();
            }

            @Override
            public Uni<TurnEnd> turn(JobTurn turn) {
                var nothing = again;
                again = true;
                return nothing ? Uni.createFrom().nothing() : work.turn(turn);
            }
        });
        gone.run().subscribe().with(turns -> {});
        Awaitility.await().until(() -> RollOuts.job(org, id).getInt("done") == 5);
        var other = worker(5, 2);
        Awaitility.await().until(() -> {
            run(other);
            return RollOuts.job(org, id).getString("status").equals("SUCCEEDED");
        });

        assertThat(RollOuts.job(org, id).getInt("result.changed")).isEqualTo(9);
        eachOnce(all);
    }

    @Test
    void organisations_take_turns_however_much_one_of_them_wants() throws SQLException {
        var greedy = RollOuts.of(org, 12, 1).edit(1);
        var modest = RollOuts.of(Organisation.fresh(), 4, 1).edit(1);
        var first = List.of(greedy.start("{}"), greedy.start("{}"));
        var late = modest.start("{}");

        run(worker(2, 1));

        try (var database = Database.asSuperuser()) {
            var order = database.<String>column("select org_id from roll_out_plan where job_id in ('" + first.get(0)
                    + "', '" + first.get(1) + "', '" + late + "') order by ended_at");
            assertThat(order).hasSize(28);
            assertThat(order.subList(0, 8).stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())))
                    .containsEntry(org.name(), 4L)
                    .containsEntry(modest.org().name(), 4L);
        }
        for (var job : first) {
            assertThat(RollOuts.job(org, job).getString("status")).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void nothing_is_begun_after_it_was_stopped_and_what_was_done_stays_told() throws SQLException {
        var all = RollOuts.of(org, 6, 2).edit(1);
        var id = all.start("{}");
        var turns = new AtomicInteger();
        run(worker(
                2,
                1,
                LEASE,
                work -> before(work, () -> {
                    if (turns.incrementAndGet() == 2) {
                        org.as("css")
                                .post("/api/v1/jobs/" + id + "/cancel")
                                .then()
                                .statusCode(200);
                    }
                })));

        var job = RollOuts.job(org, id);
        assertThat(job.getString("status")).isEqualTo("CANCELLED");
        assertThat(job.getInt("total")).isEqualTo(6);
        assertThat(job.getInt("done")).isEqualTo(2);
        assertThat(job.getInt("result.changed")).isEqualTo(2);
        List<String> done = job.getList("result.plans.planId");
        for (var plan : all.plans()) {
            assertThat(synced(plan)).isEqualTo(done.contains(plan) ? 1 : 0);
        }
        assertThat(run(worker(2, 1))).isZero();
    }

    @Test
    void a_plan_that_is_under_way_when_it_is_stopped_comes_to_its_end() throws Exception {
        var all = RollOuts.of(org, 2, 2).edit(1);
        var id = all.start("{}");
        try (var holder = Database.asSuperuser()) {
            holder.run("begin");
            holder.rows("select 1 from adoption_plan where org_id = '" + org.name() + "' for update");
            var ended = new AtomicBoolean();
            worker(1, 1).run().subscribe().with(turns -> ended.set(true));
            try (var watch = Database.asSuperuser()) {
                Awaitility.await()
                        .until(() -> watch.number("select count(*) from pg_stat_activity where usename = 'cairn_app'"
                                        + " and wait_event_type = 'Lock' and query like '%adoption_plan%'")
                                > 0);
            }
            org.as("css")
                    .post("/api/v1/jobs/" + id + "/cancel")
                    .then()
                    .statusCode(200)
                    .body("done", is(0));
            holder.run("rollback");
            Awaitility.await().until(ended::get);
        }
        assertThat(RollOuts.job(org, id).getString("status")).isEqualTo("CANCELLED");
        assertThat(RollOuts.job(org, id).getInt("done")).isEqualTo(1);
    }

    @Test
    void whoever_was_told_to_stop_begins_nothing_and_leaves_the_rest_to_others() throws SQLException {
        var all = RollOuts.of(org, 4, 1).edit(1);
        var id = all.start("{}");
        var stopping = new JobWorker[1];
        stopping[0] = worker(4, 1, LEASE, work -> before(work, () -> stopping[0].stop()));
        run(stopping[0]);
        assertThat(RollOuts.job(org, id).getString("status")).isEqualTo("RUNNING");
        assertThat(RollOuts.job(org, id).getInt("done")).isZero();
        assertThat(run(stopping[0])).isZero();

        sql("update job set free_at = null where id = '" + id + "'");
        run(worker(4, 1));
        assertThat(RollOuts.job(org, id).getString("status")).isEqualTo("SUCCEEDED");
        eachOnce(all);
    }

    @Test
    void a_plan_is_eight_statements_one_more_than_its_synchronisation() {
        var few = ofDoing(RollOuts.of(Organisation.fresh(), 2, 3).edit(1));
        var more = ofDoing(RollOuts.of(Organisation.fresh(), 5, 20).edit(10));
        assertThat(more.size() - few.size()).isEqualTo(3 * 8);
    }

    private List<String> ofDoing(RollOuts all) {
        var id = all.start("{}");
        var worker = worker(20, 1);
        var sent = new Statements().during(() -> run(worker));
        assertThat(RollOuts.job(all.org(), id).getInt("result.changed"))
                .isEqualTo(all.plans().size());
        return sent;
    }

    @Test
    void looking_for_jobs_when_there_are_none_is_one_statement() {
        run(worker(1, 1));
        assertThat(new Statements().during(() -> run(worker(1, 1)))).hasSize(1);
    }

    @Test
    void jobs_are_let_go_when_they_ended_long_ago() throws Throwable {
        var all = RollOuts.of(org, 1, 1);
        var old = all.start("{}");
        var fresh = all.start("{}");
        run(worker(20, 1));
        sql("update job set ended_at = now() - interval '31 days' where id = '" + old + "'");

        VertxContextSupport.subscribeAndAwait(() -> purge.run(Duration.ofDays(30)));

        org.as("css").get("/api/v1/jobs/" + old).then().statusCode(404);
        org.as("css").get("/api/v1/jobs/" + fresh).then().statusCode(200);
        try (var database = Database.asSuperuser()) {
            assertThat(database.number("select count(*) from roll_out_plan where job_id = '" + old + "'"))
                    .isZero();
        }
    }
}
