package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a tag of a product.
 *
 * @param value a UUIDv7 made by the service
 */
public record TagId(UUID value) {
    public TagId {
        Objects.requireNonNull(value);
    }
}
