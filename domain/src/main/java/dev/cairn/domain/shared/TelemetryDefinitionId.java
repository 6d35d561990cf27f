package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a telemetry definition of a catalogue task.
 *
 * @param value a UUIDv7 made by the service
 */
public record TelemetryDefinitionId(UUID value) {
    public TelemetryDefinitionId {
        Objects.requireNonNull(value);
    }
}
