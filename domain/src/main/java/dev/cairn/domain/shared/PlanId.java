package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an adoption plan.
 *
 * @param value a UUIDv7 made by the service
 */
public record PlanId(UUID value) {
    public PlanId {
        Objects.requireNonNull(value);
    }
}
