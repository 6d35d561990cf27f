package dev.cairn.domain.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The record that something happened to.
 *
 * @param kind what it is
 * @param id its id
 * @param customer the customer it belongs to, where it belongs to one
 */
public record Subject(EntityKind kind, UUID id, Optional<CustomerId> customer) {
    /** A customer itself. */
    public static Subject of(CustomerId id) {
        return new Subject(EntityKind.CUSTOMER, id.value(), Optional.of(id));
    }

    /** The subject as events name it: {@code customer/<id>}. */
    public String path() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }
}
