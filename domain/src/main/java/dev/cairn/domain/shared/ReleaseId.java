package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a release of a product.
 *
 * @param value a UUIDv7 made by the service
 */
public record ReleaseId(UUID value) {
    public ReleaseId {
        Objects.requireNonNull(value);
    }
}
