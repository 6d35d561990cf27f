package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a value that was reported for a telemetry attribute.
 *
 * @param value a UUIDv7 made by the service
 */
public record TelemetryValueId(UUID value) {
    public TelemetryValueId {
        Objects.requireNonNull(value);
    }
}
