package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.Attributes.BROKEN;
import static dev.cairn.domain.adoption.Attributes.MET;
import static dev.cairn.domain.adoption.Attributes.UNMET;
import static dev.cairn.domain.adoption.Attributes.number;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TelemetryBatchTest {
    private static final Optional<UUID> ID = Optional.of(AdoptionFixtures.id());

    private final CustomerTask task = aTask().measuredBy("R0 O0").build();
    private final TelemetryAttributeId users =
            task.snapshot().telemetry().get(0).id();
    private final TelemetryAttributeId sessions =
            task.snapshot().telemetry().get(1).id();
    private final TelemetryBatch batch = aBatch(false, List.of());

    @Nested
    class AValue {
        @Test
        void is_stored_as_its_type_keeps_it_with_all_that_was_said_of_it() {
            var taken = batch.take(
                    task,
                    users,
                    new ReportedValue(
                            new JsonValue("150"),
                            " excel ",
                            Optional.of(MONDAY),
                            Optional.of("Counted twice"),
                            Optional.of("k-1")));

            assertThat(taken.duplicate()).isFalse();
            assertThat(taken.value())
                    .isEqualTo(new TelemetryValue(
                            taken.value().id(),
                            users,
                            number(150),
                            "excel",
                            ID,
                            Optional.of("Counted twice"),
                            MONDAY,
                            TUESDAY,
                            Optional.of("k-1")));
            assertThat(batch.stored()).containsExactly(taken.value());
            assertThat(latest(users)).contains(new Observation(taken.value().id(), number(150), MONDAY, TUESDAY));
            assertThat(latest(sessions)).isEmpty();
            assertThat(batch.id()).isEqualTo(ID);
        }

        @Test
        void is_seen_when_it_comes_in_unless_somebody_says_when() {
            var taken = batch.take(
                    task, users, new ReportedValue(MET, "api", Optional.empty(), Optional.empty(), Optional.empty()));

            assertThat(taken.value().observedAt()).isEqualTo(TUESDAY);
        }

        @Test
        void that_comes_late_is_stored_and_is_not_the_latest() {
            var latest = batch.take(task, users, seen(MET, TUESDAY)).value();
            batch.take(task, users, seen(UNMET, MONDAY));

            assertThat(batch.stored()).hasSize(2);
            assertThat(latest(users)).contains(latest.observation());
        }

        @Test
        void that_the_attribute_knows_as_its_latest_is_not_stored_again_though_the_history_let_it_go() {
            var first = batch.take(task, users, seen(MET, MONDAY)).value();
            var later = aBatch(false, List.of());

            var again = later.take(task, users, seen(MET, MONDAY));

            assertThat(again.duplicate()).isTrue();
            assertThat(again.value().id()).isEqualTo(first.id());
            assertThat(later.stored()).isEmpty();
            assertThat(latest(users)).contains(first.observation());
        }

        @Test
        void that_comes_second_of_one_instant_is_the_latest() {
            batch.take(task, users, seen(MET, MONDAY));
            var second = batch.take(task, users, seen(UNMET, MONDAY)).value();

            assertThat(batch.stored()).hasSize(2);
            assertThat(latest(users)).contains(second.observation());
        }

        @Test
        void that_does_not_fit_changes_nothing_and_says_which_attribute_type_and_value() {
            var before = task.snapshot();

            assertRefused(ErrorCode.INVALID_TELEMETRY_VALUE, () -> batch.take(task, users, seen(BROKEN, MONDAY)))
                    .containsExactly("/value TYPE");
            Assertions.assertThatThrownBy(() -> batch.take(task, users, seen(BROKEN, MONDAY)))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.detail()).contains("a1", "NUMBER", "broken"));

            assertThat(task.snapshot()).isEqualTo(before);
            assertThat(batch.stored()).isEmpty();
        }

        @Test
        void that_did_not_fit_stops_no_other_and_is_no_duplicate_to_any() {
            assertRefused(
                    ErrorCode.INVALID_TELEMETRY_VALUE, () -> batch.take(task, users, keyed(BROKEN, MONDAY, "k-1")));

            assertThat(batch.take(task, users, keyed(MET, MONDAY, "k-1")).duplicate())
                    .isFalse();
        }

        @Test
        void of_an_attribute_the_task_does_not_have_is_refused() {
            assertRefused(
                    ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND,
                    () -> batch.take(task, new TelemetryAttributeId(AdoptionFixtures.id()), seen(MET, MONDAY)));
            assertThat(batch.stored()).isEmpty();
        }

        @Test
        void may_be_from_1970_on_and_at_most_five_minutes_ahead() {
            var ahead = TUESDAY.plus(Duration.ofMinutes(5));
            assertThatCode(() -> {
                        batch.take(task, users, seen(MET, Instant.EPOCH));
                        batch.take(task, users, seen(MET, ahead));
                    })
                    .doesNotThrowAnyException();

            for (var odd : List.of(Instant.EPOCH.minusNanos(1_000), ahead.plusNanos(1_000))) {
                assertRefused(ErrorCode.INVALID_TELEMETRY_VALUE, () -> batch.take(task, users, seen(MET, odd)))
                        .containsExactly("/observedAt RANGE");
            }
            assertThat(batch.stored()).hasSize(2);
            assertThat(latest(users)).map(Observation::observedAt).contains(ahead);
        }
    }

    @Nested
    class ADuplicate {
        @Test
        void by_key_is_stored_once_whatever_else_it_says() {
            var first = batch.take(task, users, keyed(MET, MONDAY, "k-1"));
            var again = batch.take(task, users, keyed(UNMET, TUESDAY, "k-1"));

            assertThat(again).isEqualTo(new TelemetryBatch.Taken(first.value(), true));
            assertThat(batch.stored()).containsExactly(first.value());
            assertThat(latest(users)).contains(first.value().observation());
        }

        @Test
        void by_instant_and_value_is_stored_once_with_or_without_a_key() {
            var first = batch.take(task, users, seen(number(150), MONDAY));

            assertThat(batch.take(task, users, seen(new JsonValue("150.0"), MONDAY)))
                    .isEqualTo(new TelemetryBatch.Taken(first.value(), true));
            assertThat(batch.take(task, users, keyed(number(150), MONDAY, "k-1"))
                            .duplicate())
                    .isTrue();
            assertThat(batch.stored()).hasSize(1);
        }

        @Test
        void is_of_the_same_attribute_instant_and_value() {
            batch.take(task, users, keyed(MET, MONDAY, "k-1"));

            assertThat(batch.take(task, sessions, keyed(MET, MONDAY, "k-1")).duplicate())
                    .isFalse();
            assertThat(batch.take(task, users, keyed(UNMET, MONDAY, "k-2")).duplicate())
                    .isFalse();
            assertThat(batch.take(task, users, keyed(MET, TUESDAY, "k-3")).duplicate())
                    .isFalse();
            assertThat(batch.stored()).hasSize(4);
        }

        @Test
        void of_what_was_stored_before_is_known_by_key_and_by_sight() {
            var known = aBatch(false, List.of())
                    .take(task, users, keyed(MET, MONDAY, "k-1"))
                    .value();
            var later = aBatch(false, List.of(known));

            assertThat(later.take(task, users, keyed(UNMET, TUESDAY, "k-1")))
                    .isEqualTo(new TelemetryBatch.Taken(known, true));
            assertThat(later.take(task, users, seen(MET, MONDAY))).isEqualTo(new TelemetryBatch.Taken(known, true));
            assertThat(later.stored()).isEmpty();
        }
    }

    @Nested
    class AFullFile {
        private final Instant wednesday = TUESDAY.plus(Duration.ofDays(1));

        @Test
        void makes_the_latest_value_fresh_again_by_saying_it_again() {
            var known = batch.take(task, users, seen(MET, MONDAY)).value();

            new TelemetryBatch(ID, true, List.of(known), AdoptionFixtures::id, wednesday)
                    .take(task, users, seen(MET, MONDAY));

            assertThat(latest(users)).contains(new Observation(known.id(), MET, MONDAY, wednesday));
        }

        @Test
        void says_nothing_new_by_an_older_value() {
            var old = batch.take(task, users, seen(UNMET, MONDAY)).value();
            var latest = batch.take(task, users, seen(MET, TUESDAY)).value();

            new TelemetryBatch(ID, true, List.of(old, latest), AdoptionFixtures::id, wednesday)
                    .take(task, users, seen(UNMET, MONDAY));

            assertThat(latest(users)).contains(latest.observation());
        }

        @Test
        void is_what_it_takes_another_batch_refreshes_nothing() {
            var known = batch.take(task, users, seen(MET, MONDAY)).value();

            new TelemetryBatch(ID, false, List.of(known), AdoptionFixtures::id, wednesday)
                    .take(task, users, seen(MET, MONDAY));

            assertThat(latest(users)).contains(known.observation());
        }
    }

    @Test
    void a_batch_has_one_to_ten_thousand_values() {
        assertThatCode(() -> {
                    TelemetryBatch.requireSize(1);
                    TelemetryBatch.requireSize(10_000);
                })
                .doesNotThrowAnyException();
        for (int odd : List.of(0, 10_001)) {
            assertFaulty(() -> TelemetryBatch.requireSize(odd)).containsExactly("/values LENGTH");
        }
    }

    @Nested
    class AReport {
        @Test
        void tells_all_its_faults_at_once() {
            assertFaulty(() -> new ReportedValue(
                            MET, " ", Optional.empty(), Optional.of("x".repeat(5_001)), Optional.of("x".repeat(256))))
                    .containsExactly("/source REQUIRED", "/notes LENGTH", "/dedupeKey LENGTH");
            assertFaulty(() ->
                            new ReportedValue(MET, "x".repeat(51), Optional.empty(), Optional.empty(), Optional.of("")))
                    .containsExactly("/source LENGTH", "/dedupeKey REQUIRED");
        }

        @Test
        void is_taken_up_to_its_bounds() {
            assertThatCode(() -> new ReportedValue(
                            MET,
                            "x".repeat(50),
                            Optional.empty(),
                            Optional.of("x".repeat(5_000)),
                            Optional.of("x".repeat(255))))
                    .doesNotThrowAnyException();
        }

        @Test
        void ticks_in_microseconds_and_has_no_blank_notes() {
            var report = new ReportedValue(
                    MET, "api", Optional.of(MONDAY.plusNanos(1_999)), Optional.of("  "), Optional.empty());

            assertThat(report.observedAt()).contains(MONDAY.plusNanos(1_000));
            assertThat(report.notes()).isEmpty();
        }
    }

    private static TelemetryBatch aBatch(boolean fullFile, List<TelemetryValue> known) {
        return new TelemetryBatch(ID, fullFile, known, AdoptionFixtures::id, TUESDAY);
    }

    private static ReportedValue seen(JsonValue value, Instant at) {
        return new ReportedValue(value, "api", Optional.of(at), Optional.empty(), Optional.empty());
    }

    private static ReportedValue keyed(JsonValue value, Instant at, String key) {
        return new ReportedValue(value, "api", Optional.of(at), Optional.empty(), Optional.of(key));
    }

    private Optional<Observation> latest(TelemetryAttributeId attribute) {
        return task.attribute(attribute).orElseThrow().reading().latest();
    }
}
