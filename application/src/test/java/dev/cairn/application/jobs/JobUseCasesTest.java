package dev.cairn.application.jobs;

import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.jobs.published.JobBook;
import dev.cairn.application.jobs.published.JobTurn;
import dev.cairn.application.jobs.published.JobWork;
import dev.cairn.application.jobs.published.TurnEnd;
import dev.cairn.application.jobs.view.JobView;
import dev.cairn.application.shared.Apart;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.InMemoryKeptAnswers;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.PermissionMatrix;
import dev.cairn.application.shared.Precondition;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.jobs.Job;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JobUseCasesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private static final OrgId NORTHWIND = new OrgId("northwind");
    private static final OrgId SOUTHWIND = new OrgId("southwind");

    private static final Apart APART = new Apart() {
        @Override
        public <T> Uni<T> run(Supplier<Uni<T>> work) {
            return Uni.createFrom().deferred(work::get);
        }
    };

    private final InMemoryJobs jobs = new InMemoryJobs();
    private final JobBook book = new JobBook(jobs);
    private final List<JobTurn> turns = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    /** What comes of the next turns; finished when nothing is said. */
    private final Deque<Supplier<Uni<TurnEnd>>> ends = new ArrayDeque<>();

    private final JobWork work = new JobWork() {
        @Override
        public JobKind kind() {
            return JobKind.ROLL_OUT;
        }

        @Override
        public Uni<TurnEnd> turn(JobTurn turn) {
            turns.add(turn);
            return ends.isEmpty()
                    ? Uni.createFrom().item(new TurnEnd(true, true))
                    : ends.remove().get();
        }
    };

    private final JobWorker worker = new JobWorker(
            jobs.unitOfWork(),
            jobs,
            List.of(work),
            new JobSettings(20, 4, Duration.ofSeconds(30)),
            CLOCK,
            APART,
            (job, failure) -> failures.add(failure));

    private JobId opened(OrgId org, String by) {
        var id = new JobId(new UUID(0, jobs.size() + 1L));
        var call = new Call(Caller.of(new Actor(org, by), Role.CSS), Precondition.NONE, MONDAY);
        book.open(id, JobKind.ROLL_OUT, new JsonObject(Map.of("n", jobs.size())), call)
                .await()
                .indefinitely();
        return id;
    }

    private void next(TurnEnd end) {
        ends.add(() -> Uni.createFrom().item(end));
    }

    private long run() {
        return worker.run().await().indefinitely();
    }

    @Nested
    class AWorker {
        @Test
        void takes_turns_until_nothing_is_left() {
            var id = opened(NORTHWIND, "anna");
            next(new TurnEnd(true, false));
            next(new TurnEnd(true, false));

            assertThat(run()).isEqualTo(3);

            assertThat(jobs.stored(id).status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(turns).hasSize(3).allSatisfy(turn -> {
                assertThat(turn.job()).isEqualTo(id);
                assertThat(turn.caller().actor()).isEqualTo(new Actor(NORTHWIND, "anna"));
                assertThat(turn.origin()).isEqualTo(Origin.internal("test"));
                assertThat(turn.parameters()).isEqualTo(new JsonObject(Map.of("n", 0)));
                assertThat(turn.size()).isEqualTo(20);
                assertThat(turn.hands()).isEqualTo(4);
                assertThat(turn.goesOn(MONDAY.plusSeconds(29))).isTrue();
                assertThat(turn.goesOn(MONDAY.plusSeconds(30))).isFalse();
            });
            assertThat(run()).isZero();
        }

        @Test
        void leaves_a_job_in_peace_whose_turn_came_to_nothing() {
            var id = opened(NORTHWIND, "anna");
            next(TurnEnd.IN_VAIN);
            assertThat(run()).isEqualTo(1);
            assertThat(jobs.stored(id).status()).isEqualTo(JobStatus.RUNNING);
            assertThat(jobs.stored(id).turns().free()).contains(MONDAY.plusSeconds(1));
        }

        @Test
        void tells_of_a_turn_that_failed_and_goes_on_with_the_next_job() {
            var broken = opened(NORTHWIND, "anna");
            var sound = opened(SOUTHWIND, "otto");
            ends.add(() -> Uni.createFrom().failure(new IllegalStateException("nobody foresaw")));
            ends.add(() -> Uni.createFrom().item(new TurnEnd(true, true)));

            assertThat(run()).isEqualTo(2);

            assertThat(failures).singleElement().satisfies(it -> assertThat(it).hasMessage("nobody foresaw"));
            assertThat(jobs.stored(broken).status()).isEqualTo(JobStatus.RUNNING);
            assertThat(jobs.stored(sound).status()).isEqualTo(JobStatus.SUCCEEDED);
        }

        @Test
        void passes_by_a_job_that_somebody_else_just_holds() {
            jobs.held.add(opened(NORTHWIND, "anna"));
            var free = opened(NORTHWIND, "anna");
            assertThat(run()).isEqualTo(1);
            assertThat(turns).extracting(JobTurn::job).containsExactly(free);
        }

        @Test
        void tells_of_a_job_that_it_cannot_give_back() {
            var id = opened(NORTHWIND, "anna");
            ends.add(() -> {
                jobs.broken.add(NORTHWIND);
                return Uni.createFrom().item(new TurnEnd(true, true));
            });
            assertThat(run()).isEqualTo(1);
            assertThat(failures).singleElement().satisfies(it -> assertThat(it).hasMessage("away"));
            assertThat(jobs.stored(id).turns().free()).contains(MONDAY.plusSeconds(30));
        }

        @Test
        void passes_by_a_job_that_cannot_be_taken_and_tells_of_it() {
            opened(NORTHWIND, "anna");
            var sound = opened(SOUTHWIND, "otto");
            jobs.broken.add(NORTHWIND);
            assertThat(run()).isEqualTo(1);
            assertThat(turns).extracting(JobTurn::job).containsExactly(sound);
            assertThat(failures).isNotEmpty().allSatisfy(it -> assertThat(it).hasMessage("away"));
        }

        @Test
        void that_cannot_look_at_all_says_so() {
            jobs.blind = true;
            assertThatThrownBy(JobUseCasesTest.this::run).hasMessage("away");
        }

        @Test
        void takes_none_when_it_was_stopped_and_says_so_to_the_one_at_work() {
            opened(NORTHWIND, "anna");
            ends.add(() -> {
                worker.stop();
                return Uni.createFrom().item(new TurnEnd(true, false));
            });
            assertThat(run()).isEqualTo(1);
            assertThat(turns.get(0).goesOn(MONDAY)).isFalse();
            assertThat(run()).isZero();
        }

        @Test
        void gives_a_job_up_that_comes_to_nothing_for_too_long() {
            var id = opened(NORTHWIND, "anna");
            for (int i = 0; i < 10; i++) {
                var job = Job.restore(jobs.stored(id));
                job.takeTurn(MONDAY.minusSeconds(3_600 - i * 60L), Duration.ofSeconds(1));
                jobs.save(job).await().indefinitely();
            }
            assertThat(run()).isZero();
            assertThat(jobs.stored(id).status()).isEqualTo(JobStatus.FAILED);
        }
    }

    @Test
    void a_worker_needs_hands_a_turn_and_a_lease() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobSettings(0, 1, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new JobSettings(1, 0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new JobSettings(1, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new JobSettings(1, 1, Duration.ofSeconds(-1)));
    }

    @Test
    void the_bell_is_heard_by_whoever_listens_last() {
        var bell = new JobBell();
        var heard = new ArrayList<String>();
        bell.ring();
        bell.onRing(() -> heard.add("first"));
        bell.ring();
        bell.onRing(() -> heard.add("second"));
        bell.ring();
        assertThat(heard).containsExactly("first", "second");
    }

    @Nested
    class Cancelling {
        private final Gate gate = new Gate(
                new PermissionMatrix(Set.of(Role.ADMIN)),
                (scope, target) -> Uni.createFrom().item(Optional.empty()));
        private final CancelJob cancel = new CancelJobHandler(
                new Handler.Frame(jobs.unitOfWork(), gate, new InMemoryKeptAnswers(), CLOCK, () -> new UUID(0, 9)),
                jobs);

        private JobView cancelled(Caller caller, JobId id) {
            Envelope<JobView, JobView> envelope = Envelope.plain(caller, Origin.internal("test"));
            return cancel.handle(envelope, () -> new CancelJob.Command(gate.scope(Permission.JOB_CANCEL, caller), id))
                    .await()
                    .indefinitely();
        }

        @Test
        void is_for_whoever_started_it_and_for_administrators() {
            var anna = Caller.of(new Actor(NORTHWIND, "anna"), Role.CSS);
            var id = opened(NORTHWIND, "anna");
            assertRefused(
                    ErrorCode.JOB_NOT_FOUND, () -> cancelled(Caller.of(new Actor(NORTHWIND, "berta"), Role.CSS), id));
            assertRefused(
                    ErrorCode.JOB_NOT_FOUND, () -> cancelled(Caller.of(new Actor(SOUTHWIND, "anna"), Role.ADMIN), id));
            assertThat(cancelled(anna, id).job().status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(jobs.stored(id).status()).isEqualTo(JobStatus.CANCELLED);
            assertRefused(ErrorCode.JOB_ENDED, () -> cancelled(anna, id));
            assertThat(jobs.told).extracting(DomainEvent::type).containsExactly("job.started", "job.cancelled");

            var other = opened(NORTHWIND, "anna");
            assertThat(cancelled(Caller.of(new Actor(NORTHWIND, "root"), Role.ADMIN), other)
                            .job()
                            .status())
                    .isEqualTo(JobStatus.CANCELLED);
            assertRefused(ErrorCode.FORBIDDEN, () -> cancelled(Caller.of(new Actor(NORTHWIND, "x")), other));
        }
    }

    @Nested
    class Purging {
        private int purged() {
            return new JobPurge(jobs.unitOfWork(), jobs, CLOCK)
                    .run(Duration.ofDays(30))
                    .await()
                    .indefinitely();
        }

        private void ended(OrgId org, Duration ago) {
            var job = Job.restore(jobs.stored(opened(org, "anna")));
            job.cancel(new Actor(org, "anna"), MONDAY.minus(ago));
            jobs.save(job).await().indefinitely();
        }

        @Test
        void lets_go_of_what_ended_long_ago_and_of_nothing_else() {
            ended(NORTHWIND, Duration.ofDays(31));
            ended(SOUTHWIND, Duration.ofDays(31));
            ended(NORTHWIND, Duration.ofDays(30));
            opened(NORTHWIND, "anna");
            assertThat(purged()).isEqualTo(2);
            assertThat(jobs.size()).isEqualTo(2);
            assertThat(purged()).isZero();
        }

        @Test
        void takes_as_many_transactions_as_it_needs() {
            for (int i = 0; i < 41; i++) {
                ended(NORTHWIND, Duration.ofDays(31 + i));
            }
            assertThat(purged()).isEqualTo(41);
        }
    }
}
