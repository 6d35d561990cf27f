package dev.cairn.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies the assignment of a product to a customer.
 *
 * @param value a UUIDv7 made by the service
 */
public record AssignmentId(UUID value) {
    public AssignmentId {
        Objects.requireNonNull(value);
    }
}
