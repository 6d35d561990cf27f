package dev.cairn.application.adoption.telemetry;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.telemetry.port.TelemetryMonths;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelemetryRetentionTest {
    private final List<Instant> made = new ArrayList<>();
    private final List<Instant> dropped = new ArrayList<>();
    private final TelemetryRetention retention = new TelemetryRetention(
            new TelemetryMonths() {
                @Override
                public Uni<Integer> make(Instant first, Instant last) {
                    made.addAll(List.of(first, last));
                    return Uni.createFrom().item(1);
                }

                @Override
                public Uni<Integer> dropBefore(Instant instant) {
                    dropped.add(instant);
                    return Uni.createFrom().item(7);
                }
            },
            Clock.fixed(MONDAY, ZoneOffset.UTC));

    private int run(Optional<Duration> kept) {
        return retention.run(kept).await().indefinitely(); // nothing waits
    }

    @Test
    void there_is_room_for_a_quarter_and_nothing_goes_unless_somebody_says() {
        assertThat(run(Optional.empty())).isZero();
        assertThat(made).containsExactly(MONDAY, MONDAY.plus(Duration.ofDays(100)));
        assertThat(dropped).isEmpty();
    }

    @Test
    void what_is_past_its_time_goes() {
        assertThat(run(Optional.of(Duration.ofDays(365)))).isEqualTo(7);
        assertThat(dropped).containsExactly(MONDAY.minus(Duration.ofDays(365)));
    }

    @Test
    void the_last_month_never_goes() {
        run(Optional.of(Duration.ofDays(1)));
        assertThat(dropped).containsExactly(MONDAY.minus(TelemetryRetention.LEAST));
    }
}
