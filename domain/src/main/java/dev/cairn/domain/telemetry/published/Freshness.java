package dev.cairn.domain.telemetry.published;

import java.time.Instant;
import java.util.Optional;

/**
 * Which values of a plan still speak at an instant.
 *
 * @param observedSince they were seen then or later; absent means whenever
 * @param receivedSince they came in then or later; absent means whenever
 */
public record Freshness(Optional<Instant> observedSince, Optional<Instant> receivedSince) {
    /** Whether the value still speaks. */
    public boolean covers(Observation latest) {
        return observedSince.map(since -> !latest.observedAt().isBefore(since)).orElse(true)
                && receivedSince
                        .map(since -> !latest.receivedAt().isBefore(since))
                        .orElse(true);
    }
}
