package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a solution of the catalogue.
 *
 * @param value a UUIDv7 made by the service
 */
public record SolutionId(UUID value) implements OfferingId {
    public SolutionId {
        Objects.requireNonNull(value);
    }

    @Override
    public OfferingKind kind() {
        return OfferingKind.SOLUTION;
    }
}
