package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a task of a product in the catalogue; a customer's copy remembers it as its source.
 *
 * @param value a UUIDv7 made by the service
 */
public record ProductTaskId(UUID value) {
    public ProductTaskId {
        Objects.requireNonNull(value);
    }
}
