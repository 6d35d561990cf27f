package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryValueId;
import java.time.Instant;

/**
 * The latest thing that was reported of an attribute.
 *
 * @param id the value's id
 * @param value what was seen, as the attribute's type keeps it
 * @param observedAt when it was seen
 * @param receivedAt when it was last said: when the value came in, or a full file said the very same again
 */
public record Observation(TelemetryValueId id, JsonValue value, Instant observedAt, Instant receivedAt) {
    /** Whether it comes after another one: the later sight counts, of two at one instant the later id. */
    public boolean isAfter(Observation other) {
        var order = observedAt.compareTo(other.observedAt);
        // By text: UUID compares its halves as signed numbers, which is not the order of a UUIDv7.
        return order == 0 ? id.value().toString().compareTo(other.id.value().toString()) > 0 : order > 0;
    }

    /** The same, said once more. */
    public Observation saidAgain(Instant at) {
        return new Observation(id, value, observedAt, at);
    }
}
