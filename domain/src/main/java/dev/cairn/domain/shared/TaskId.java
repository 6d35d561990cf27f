package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a customer's task, the copy of a catalogue task inside a plan.
 *
 * @param value a UUIDv7 made by the service
 */
public record TaskId(UUID value) {
    public TaskId {
        Objects.requireNonNull(value);
    }
}
