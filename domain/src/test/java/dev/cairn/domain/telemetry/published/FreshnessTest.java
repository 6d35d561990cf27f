package dev.cairn.domain.telemetry.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryValueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Nested
    class ByTheWindow {
        private final FreshnessPolicy policy =
                new FreshnessPolicy(Optional.of(DAY.multipliedBy(7)), DAY.multipliedBy(2), 10);

        @Test
        void a_value_speaks_as_long_as_window_and_grace_together() {
            var freshness = policy.at(NOON, List.of());

            assertThat(freshness.covers(seen(NOON.minus(DAY.multipliedBy(9))))).isTrue();
            assertThat(freshness.covers(seen(NOON.minus(DAY.multipliedBy(9)).minus(TICK))))
                    .isFalse();
        }

        @Test
        void it_is_when_a_value_was_seen_that_counts_not_when_it_came_in() {
            var lateReport = new Observation(
                    new TelemetryValueId(new UUID(1, 1)), new JsonValue(true), NOON.minus(DAY.multipliedBy(10)), NOON);

            assertThat(policy.at(NOON, List.of()).covers(lateReport)).isFalse();
        }

        @Test
        void without_one_a_value_speaks_however_old_it_is() {
            assertThat(FreshnessPolicy.USUAL.at(NOON, List.of()).covers(seen(Instant.EPOCH)))
                    .isTrue();
        }
    }

    @Nested
    class ByFullFiles {
        private final Observation value = seen(NOON);

        @Test
        void one_late_export_silences_nothing_and_the_second_does() {
            var first = NOON.plus(DAY);
            var second = first.plus(DAY);

            assertThat(covered(FreshnessPolicy.USUAL, first)).isTrue();
            assertThat(covered(FreshnessPolicy.USUAL, second, first)).isFalse();
        }

        @Test
        void files_that_came_with_the_value_or_before_it_do_not_count() {
            assertThat(covered(FreshnessPolicy.USUAL, NOON.plus(DAY), NOON, NOON.minus(DAY)))
                    .isTrue();
            assertThat(covered(FreshnessPolicy.USUAL, NOON.plus(DAY), NOON.plus(TICK)))
                    .isFalse();
        }

        @Test
        void it_is_when_the_value_was_last_said_that_counts() {
            var saidAgain = value.saidAgain(NOON.plus(DAY));
            var freshness = FreshnessPolicy.USUAL.at(NOON.plus(DAY), List.of(NOON.plus(DAY), NOON.plus(TICK)));

            assertThat(freshness.covers(value)).isFalse();
            assertThat(freshness.covers(saidAgain)).isTrue();
            assertThat(saidAgain.observedAt()).isEqualTo(value.observedAt());
        }

        @Test
        void grace_says_how_many_may_come_without_it() {
            var none = new FreshnessPolicy(Optional.empty(), Duration.ZERO, 0);
            var two = new FreshnessPolicy(Optional.empty(), Duration.ZERO, 2);

            assertThat(covered(none)).isTrue();
            assertThat(covered(none, NOON.plus(DAY))).isFalse();
            assertThat(covered(two, after(2), after(1))).isTrue();
            assertThat(covered(two, after(3), after(2), after(1))).isFalse();
        }

        private boolean covered(FreshnessPolicy policy, Instant... newestFirst) {
            return policy.at(NOON.plus(DAY.multipliedBy(30)), List.of(newestFirst))
                    .covers(value);
        }

        private Instant after(int days) {
            return NOON.plus(DAY.multipliedBy(days));
        }
    }

    @Test
    void both_have_to_hold() {
        var policy = new FreshnessPolicy(Optional.of(DAY), Duration.ZERO, 0);

        assertThat(policy.at(NOON, List.of(NOON.minus(TICK))).covers(seen(NOON)))
                .isTrue();
        assertThat(policy.at(NOON, List.of(NOON.plus(TICK))).covers(seen(NOON))).isFalse();
        assertThat(policy.at(NOON.plus(DAY).plus(TICK), List.of()).covers(seen(NOON)))
                .isFalse();
    }

    @Test
    void what_no_deployment_can_mean_is_refused() {
        assertThatThrownBy(() -> new FreshnessPolicy(Optional.of(TICK.negated()), Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FreshnessPolicy(Optional.empty(), TICK.negated(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FreshnessPolicy(Optional.empty(), Duration.ZERO, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FreshnessPolicy(Optional.empty(), Duration.ZERO, 11))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new FreshnessPolicy(Optional.of(Duration.ZERO), Duration.ZERO, 10).fullFiles())
                .isEqualTo(FreshnessPolicy.MAX_FULL_FILES);
    }

    private static Observation seen(Instant at) {
        return new Observation(new TelemetryValueId(new UUID(1, 1)), new JsonValue(true), at, at);
    }
}
