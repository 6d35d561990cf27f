package dev.cairn.domain.jobs;

import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTest {
    static final Actor ANNA = new Actor(new OrgId("northwind"), "anna");
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Job job = aJob();

    static Job aJob() {
        var job = Job.open(
                new JobId(new UUID(0, 1)), JobKind.ROLL_OUT, new JsonObject(Map.of("dryRun", true)), ANNA, MONDAY);
        job.takeEvents();
        return job;
    }

    private long turn(Instant now) {
        return job.takeTurn(now, LEASE).orElseThrow();
    }

    private JobStatus status() {
        return job.snapshot().status();
    }

    @Test
    void somebody_wants_something_done_and_the_audit_knows_what() {
        var fresh = Job.open(job.id(), JobKind.ROLL_OUT, new JsonObject(Map.of("dryRun", true)), ANNA, MONDAY);

        assertThat(fresh.snapshot())
                .isEqualTo(new Job.Snapshot(
                        ANNA.org(),
                        job.id(),
                        JobKind.ROLL_OUT,
                        new JsonObject(Map.of("dryRun", true)),
                        "anna",
                        MONDAY,
                        JobStatus.PENDING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Job.Turns.NONE,
                        1));
        assertThat(fresh.takeEvents()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("job.started");
            assertThat(event.changes().after())
                    .containsEntry("kind", "ROLL_OUT")
                    .containsEntry("dryRun", true);
            assertThat(event.occurrence().subject().kind()).isEqualTo(EntityKind.JOB);
            assertThat(event.occurrence().by()).isEqualTo(ANNA);
            assertThat(event.isPublished()).isFalse();
            assertThat(event.data()).isEmpty();
        });
    }

    @Test
    void what_is_stored_comes_back_without_an_event() {
        turn(MONDAY);
        var again = Job.restore(job.snapshot());
        assertThat(again.snapshot()).isEqualTo(job.snapshot());
        assertThat(again.takeEvents()).isEmpty();
    }

    @Test
    void what_cannot_have_been_stored_does_not_come_back() {
        var state = job.snapshot();
        assertThatIllegalStateException().isThrownBy(() -> Job.restore(with(state, JobStatus.PENDING, 0)));
        assertThatIllegalStateException().isThrownBy(() -> Job.restore(with(state, JobStatus.SUCCEEDED, 2)));
    }

    private static Job.Snapshot with(Job.Snapshot state, JobStatus status, long version) {
        return new Job.Snapshot(
                state.org(),
                state.id(),
                state.kind(),
                state.parameters(),
                state.startedBy(),
                state.createdAt(),
                status,
                state.begunAt(),
                state.endedAt(),
                state.failure(),
                state.turns(),
                version);
    }

    @Nested
    class ATurn {
        @Test
        void the_first_begins_the_job() {
            assertThat(turn(MONDAY.plusSeconds(1))).isEqualTo(1);
            assertThat(status()).isEqualTo(JobStatus.RUNNING);
            assertThat(job.snapshot().begunAt()).contains(MONDAY.plusSeconds(1));
            assertThat(job.version()).isEqualTo(2);
        }

        @Test
        void is_one_persons_until_the_lease_is_over() {
            turn(MONDAY);
            assertThat(job.takeTurn(MONDAY.plus(LEASE).minusNanos(1_000), LEASE))
                    .isEmpty();
            assertThat(job.takeTurn(MONDAY.plus(LEASE), LEASE)).isEqualTo(OptionalLong.of(2));
        }

        @Test
        void that_did_something_is_followed_at_once() {
            job.endTurn(turn(MONDAY), true, false, MONDAY.plusSeconds(1));
            assertThat(status()).isEqualTo(JobStatus.RUNNING);
            assertThat(turn(MONDAY.plusSeconds(1))).isEqualTo(2);
            assertThat(job.version()).as("turns are no news").isEqualTo(2);
        }

        @Test
        void that_left_nothing_ends_the_job() {
            job.endTurn(turn(MONDAY), true, true, MONDAY.plusSeconds(1));
            assertThat(status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(job.snapshot().endedAt()).contains(MONDAY.plusSeconds(1));
            assertThat(job.snapshot().failure()).isEmpty();
            assertThat(job.version()).isEqualTo(3);
            assertThat(job.takeTurn(MONDAY.plusSeconds(60), LEASE)).isEmpty();
        }

        @Test
        void in_vain_is_followed_by_a_rest_that_doubles_up_to_a_minute() {
            var now = MONDAY;
            for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60, 60}) {
                job.endTurn(turn(now), false, false, now);
                assertThat(job.takeTurn(now.plusSeconds(expected).minusNanos(1_000), LEASE))
                        .isEmpty();
                now = now.plusSeconds(expected);
            }
            assertThat(job.takeTurn(now, LEASE)).isEmpty();
            assertThat(status()).isEqualTo(JobStatus.FAILED);
            assertThat(job.snapshot().failure()).contains(ErrorCode.INTERNAL_ERROR);
            assertThat(job.snapshot().endedAt()).contains(now);
        }

        @Test
        void that_has_no_end_counts_as_one_in_vain() {
            var now = MONDAY;
            for (int i = 0; i < Job.MOST_IDLE_TURNS; i++) {
                turn(now);
                now = now.plus(LEASE);
            }
            assertThat(job.takeTurn(now, LEASE)).isEmpty();
            assertThat(status()).isEqualTo(JobStatus.FAILED);
        }

        @Test
        void that_did_something_makes_up_for_all_in_vain_before() {
            var now = MONDAY;
            for (int i = 1; i < Job.MOST_IDLE_TURNS; i++) {
                turn(now);
                now = now.plus(LEASE);
            }
            job.endTurn(turn(now), true, false, now);
            job.endTurn(turn(now), false, false, now);
            assertThat(job.takeTurn(now.plusSeconds(1), LEASE)).isPresent();
        }

        @Test
        void that_was_followed_by_anothers_ends_nothing_and_says_only_that_it_was_not_in_vain() {
            var late = turn(MONDAY);
            var now = MONDAY.plus(LEASE);
            turn(now);

            job.endTurn(late, false, true, now);
            assertThat(status()).isEqualTo(JobStatus.RUNNING);
            assertThat(job.takeTurn(now, LEASE)).as("it is the other's").isEmpty();
            assertThat(job.snapshot().turns().idle()).isEqualTo(2);

            job.endTurn(late, true, true, now);
            assertThat(status()).isEqualTo(JobStatus.RUNNING);
            assertThat(job.takeTurn(now, LEASE)).isEmpty();
            assertThat(job.snapshot().turns().idle()).isZero();
        }
    }

    @Nested
    class WhenSomebodyStopsIt {
        @Test
        void nothing_is_begun_any_more() {
            turn(MONDAY);
            job.cancel(ANNA, MONDAY.plusSeconds(2));

            assertThat(status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(job.snapshot().endedAt()).contains(MONDAY.plusSeconds(2));
            assertThat(job.version()).isEqualTo(3);
            assertThat(job.takeTurn(MONDAY.plus(LEASE), LEASE)).isEmpty();
            assertThat(job.takeEvents()).extracting(DomainEvent::type).containsExactly("job.cancelled");
        }

        @Test
        void a_turn_that_was_at_work_changes_nothing_of_that() {
            var turn = turn(MONDAY);
            job.cancel(ANNA, MONDAY);
            var stopped = job.snapshot();
            job.endTurn(turn, true, true, MONDAY.plusSeconds(1));
            assertThat(job.snapshot()).isEqualTo(stopped);
        }

        @Test
        void it_stops_before_it_has_begun() {
            job.cancel(ANNA, MONDAY);
            assertThat(job.snapshot().begunAt()).isEmpty();
            assertThat(job.takeEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(event.changes().before()).containsEntry("status", "PENDING"));
        }

        @Test
        void and_it_has_ended_it_cannot_be_stopped() {
            job.endTurn(turn(MONDAY), true, true, MONDAY);
            var ended = job.snapshot();
            assertRefused(ErrorCode.JOB_ENDED, () -> job.cancel(ANNA, MONDAY));
            assertThat(job.snapshot()).isEqualTo(ended);
            assertThat(job.takeEvents()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_status_is_an_end_or_is_not(JobStatus status) {
        assertThat(status.isEnded()).isEqualTo(status != JobStatus.PENDING && status != JobStatus.RUNNING);
    }
}
