package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a product of the catalogue.
 *
 * @param value a UUIDv7 made by the service
 */
public record ProductId(UUID value) implements OfferingId {
    public ProductId {
        Objects.requireNonNull(value);
    }

    @Override
    public OfferingKind kind() {
        return OfferingKind.PRODUCT;
    }
}
