package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a telemetry attribute of a customer's task, the copy of a definition.
 *
 * @param value a UUIDv7 made by the service
 */
public record TelemetryAttributeId(UUID value) {
    public TelemetryAttributeId {
        Objects.requireNonNull(value);
    }
}
