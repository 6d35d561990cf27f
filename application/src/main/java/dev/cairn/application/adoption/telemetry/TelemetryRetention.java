package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.port.TelemetryMonths;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps the history of values in order: there is room for the months to come, and those that are past their time go. Any
 * replica may run it at any time.
 */
@Singleton
public class TelemetryRetention {
    /** The shortest time that values are kept. */
    public static final Duration LEAST = Duration.ofDays(31);

    /** How far ahead there is room: a service that is not started for a quarter still finds it. */
    private static final Duration AHEAD = Duration.ofDays(100);

    private final TelemetryMonths months;
    private final Clock clock;

    TelemetryRetention(TelemetryMonths months, Clock clock) {
        this.months = months;
        this.clock = clock;
    }

    /**
     * Makes room and lets go.
     *
     * @param kept how long values are kept, {@link #LEAST} at least; absent means for ever
     * @return how many months went
     */
    public Uni<Integer> run(Optional<Duration> kept) {
        return Uni.createFrom().deferred(() -> {
            var now = clock.instant();
            return months.make(now, now.plus(AHEAD))
                    .chain(() -> kept.map(time -> months.dropBefore(now.minus(atLeast(time))))
                            .orElseGet(() -> Uni.createFrom().item(0)));
        });
    }

    private static Duration atLeast(Duration time) {
        return time.compareTo(LEAST) < 0 ? LEAST : time;
    }
}
