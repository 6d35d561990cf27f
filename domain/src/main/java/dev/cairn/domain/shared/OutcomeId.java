package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an outcome of a product.
 *
 * @param value a UUIDv7 made by the service
 */
public record OutcomeId(UUID value) {
    public OutcomeId {
        Objects.requireNonNull(value);
    }
}
