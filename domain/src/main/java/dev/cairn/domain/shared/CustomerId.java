package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a customer inside its organisation.
 *
 * @param value a UUIDv7 made by the service
 */
public record CustomerId(UUID value) {
    public CustomerId {
        Objects.requireNonNull(value);
    }
}
