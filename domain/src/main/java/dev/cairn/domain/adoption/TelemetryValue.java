package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A value of a telemetry attribute. It is stored once and never changed.
 *
 * @param value as the attribute's type keeps it
 * @param source where it came from, in the reporter's own words
 * @param batch the batch it came in, where there is one
 * @param observedAt when it was seen
 * @param receivedAt when it came in
 * @param dedupeKey by which the reporter knows it again
 */
public record TelemetryValue(
        TelemetryValueId id,
        TelemetryAttributeId attribute,
        JsonValue value,
        String source,
        Optional<UUID> batch,
        Optional<String> notes,
        Instant observedAt,
        Instant receivedAt,
        Optional<String> dedupeKey) {
    /** How far ahead of ours a reporter's clock may be. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * Takes a value in.
     *
     * @throws DomainException INVALID_TELEMETRY_VALUE when it does not fit the attribute's type, or was seen before 1970 or
     *     more than {@link #AHEAD} from now
     */
    static TelemetryValue taken(
            TelemetryValueId id,
            TelemetryAttribute attribute,
            ReportedValue reported,
            Optional<UUID> batch,
            Instant now) {
        var observedAt = reported.observedAt().orElse(now);
        if (observedAt.isBefore(Instant.EPOCH) || observedAt.isAfter(now.plus(AHEAD))) {
            throw new DomainException(
                    ErrorCode.INVALID_TELEMETRY_VALUE,
                    "A value of \"" + attribute.name() + "\" was seen at " + observedAt
                            + ", which is before 1970 or still to come.",
                    new Fault(
                            "/observedAt",
                            Fault.Code.RANGE,
                            "from 1970 on, and at most " + AHEAD.toMinutes() + " minutes from now"));
        }
        return new TelemetryValue(
                id,
                attribute.id(),
                attribute.accept(reported.value()),
                reported.source(),
                batch,
                reported.notes(),
                observedAt,
                now,
                reported.dedupeKey());
    }

    /** What it lets the task see. */
    Observation observation() {
        return new Observation(id, value, observedAt, receivedAt);
    }
}
