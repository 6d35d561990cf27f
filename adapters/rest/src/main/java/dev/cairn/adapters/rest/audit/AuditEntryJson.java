package dev.cairn.adapters.rest.audit;

import dev.cairn.application.audit.view.AuditEntry;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change as the audit keeps it, as clients see it. */
@Schema(name = "AuditEntry", description = "One change: who, when, from where, and what it moved. Never rewritten.")
record AuditEntryJson(
        @Schema(
                required = true,
                description = "Its id; a later entry has a greater one.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9e01")
        UUID id,

        @Schema(required = true, description = "When.", examples = "2026-11-21T09:00:00Z")
        Instant at,

        @Schema(
                required = true,
                description = "Who: the `sub` of the token; `telemetry` or `system` for the service's own work.",
                maxLength = 255,
                examples = "css@northwind")
        String actor,

        @Schema(
                required = true,
                description = "What happened: the type of the event.",
                maxLength = 80,
                examples = "customer.updated")
        String action,

        @Schema(required = true, description = "What sort of record it happened to.")
        EntityKind entityKind,

        @Schema(required = true, description = "The record's id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        UUID entityId,

        @Schema(
                description = "The customer that the record belongs to; absent for the catalogue.",
                examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        Optional<UUID> customerId,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                maxProperties = 100,
                description = "The fields that moved, as they were; one that was absent is left out.",
                examples = "{\"name\": \"Acme\"}")
        Map<String, Object> before,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                maxProperties = 100,
                description = "The fields that moved, as they became, and what was said about it; one that is absent"
                        + " now is left out.",
                examples = "{\"name\": \"Acme Retail\", \"email\": \"office@acme.example\"}")
        Map<String, Object> after,

        @Schema(
                required = true,
                description = "The trace of the request, as problems and logs have it; all zero without a request.",
                maxLength = 32,
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String requestId,

        @Schema(
                required = true,
                description = "The network address it came from, or what part of the service did it.",
                maxLength = 64,
                examples = "192.0.2.17")
        String address) {
    static AuditEntryJson of(AuditEntry entry) {
        return new AuditEntryJson(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.kind(),
                entry.entity(),
                entry.customer().map(CustomerId::value),
                entry.before().members(),
                entry.after().members(),
                entry.requestId(),
                entry.address());
    }
}
