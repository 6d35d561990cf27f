package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a job.
 *
 * @param value a UUIDv7 made by the service
 */
public record JobId(UUID value) {
    public JobId {
        Objects.requireNonNull(value);
    }
}
