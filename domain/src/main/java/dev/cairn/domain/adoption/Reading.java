package dev.cairn.domain.adoption;

import dev.cairn.domain.telemetry.published.Observation;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a telemetry attribute.
 *
 * @param latest the latest value; absent while there never was one
 * @param met whether it met the criteria when it was last looked at; false on error
 * @param fresh whether it still spoke then
 * @param lastCheckedAt when it was last looked at
 */
public record Reading(Optional<Observation> latest, boolean met, boolean fresh, Optional<Instant> lastCheckedAt) {
    /** Nothing was reported yet, and nobody looked. */
    public static final Reading NONE = new Reading(Optional.empty(), false, false, Optional.empty());

    /**
     * Whether anybody looked at it since there is a value. A value that was stored without an evaluation says nothing yet:
     * what it says is known when somebody looks.
     */
    boolean judged() {
        return met
                || fresh
                || latest.map(seen -> lastCheckedAt
                                .map(looked -> !looked.isBefore(seen.receivedAt()))
                                .orElse(false))
                        .orElse(false);
    }

    Reading with(Observation newest) {
        return new Reading(Optional.of(newest), met, fresh, lastCheckedAt);
    }
}
