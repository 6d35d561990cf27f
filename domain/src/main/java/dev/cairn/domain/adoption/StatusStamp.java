package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.StatusSource;
import java.time.Instant;
import java.util.Optional;

/**
 * The last change of a task's status.
 *
 * @param at when
 * @param by who; "telemetry" for automation
 * @param source where it came from
 * @param note what was said about it; a change without a note has none, whatever the one before it had
 */
public record StatusStamp(Instant at, String by, StatusSource source, Optional<StatusNote> note) {}
