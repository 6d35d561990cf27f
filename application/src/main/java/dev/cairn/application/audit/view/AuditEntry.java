package dev.cairn.application.audit.view;

import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import dev.cairn.domain.shared.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One change, as the audit keeps it.
 *
 * @param id the entry's own id; a later entry has a greater one
 * @param at when, in UTC, to the microsecond
 * @param actor who; "telemetry" or "system" for the service's own work
 * @param action what happened: the type of the event
 * @param kind what sort of record it happened to
 * @param entity the record's id
 * @param customer the customer the record belongs to, where it belongs to one
 * @param before the fields that moved, as they were
 * @param after the same fields as they became
 * @param requestId the trace of the request, 32 hexadecimal digits; all zero without a request
 * @param address the network address it came from, or the name of the internal source
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String action,
        EntityKind kind,
        UUID entity,
        Optional<CustomerId> customer,
        JsonObject before,
        JsonObject after,
        String requestId,
        String address) {}
