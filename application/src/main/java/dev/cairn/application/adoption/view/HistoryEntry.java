package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of a task's history.
 *
 * @param from the status before
 * @param to the status after; the same where only the note or the say over it changed
 * @param at when
 * @param by who; "telemetry" for automation
 * @param source where the change came from
 * @param mode who had the say after it
 * @param notes what was said about it
 * @param batchId the batch of telemetry values behind it, where there is one
 */
public record HistoryEntry(
        UUID id,
        TaskStatus from,
        TaskStatus to,
        Instant at,
        String by,
        StatusSource source,
        StatusMode mode,
        Optional<String> notes,
        Optional<UUID> batchId) {}
