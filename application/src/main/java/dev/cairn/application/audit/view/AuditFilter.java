package dev.cairn.application.audit.view;

import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries are wanted; what is absent does not narrow.
 *
 * @param customer of this customer and of all that belongs to it, also when it was deleted
 * @param actor by exactly this actor
 * @param kind of records of this sort
 * @param entity of the record with this id
 * @param action of exactly this type
 * @param from at this time or later
 * @param to before this time
 */
public record AuditFilter(
        Optional<CustomerId> customer,
        Optional<String> actor,
        Optional<EntityKind> kind,
        Optional<UUID> entity,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> to) {}
