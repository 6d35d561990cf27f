package dev.cairn.adapters.rest.adoption;

import dev.cairn.application.adoption.view.HistoryEntry;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row of a task's history as clients see it. */
@Schema(name = "StatusHistoryEntry", description = "One change of a task's status; history is never rewritten.")
record HistoryEntryJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9b01")
        UUID id,

        @Schema(required = true, description = "The status before.")
        TaskStatus from,

        @Schema(
                required = true,
                description = "The status after; the same where only the note or the say over it changed.")
        TaskStatus to,

        @Schema(required = true, description = "When.", examples = "2026-11-21T09:00:00Z")
        Instant at,

        @Schema(
                required = true,
                description = "Who; `telemetry` for automation.",
                maxLength = Actor.MAX,
                examples = "css@northwind")
        String by,

        @Schema(required = true, description = "Where the change came from.")
        StatusSource source,

        @Schema(required = true, description = "Who had the say after it.")
        StatusMode mode,

        @Schema(description = "What was said about it.", maxLength = StatusNote.MAX, examples = "Kick-off held")
        Optional<String> notes,

        @Schema(description = "The batch of telemetry values behind it.")
        Optional<UUID> batchId) {
    static HistoryEntryJson of(HistoryEntry entry) {
        return new HistoryEntryJson(
                entry.id(),
                entry.from(),
                entry.to(),
                entry.at(),
                entry.by(),
                entry.source(),
                entry.mode(),
                entry.notes(),
                entry.batchId());
    }
}
