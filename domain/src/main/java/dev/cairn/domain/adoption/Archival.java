package dev.cairn.domain.adoption;

import java.time.Instant;

/**
 * When and why a task was put away; its status, notes and history stay.
 *
 * @param at when
 * @param reason why
 */
public record Archival(Instant at, ArchiveReason reason) {}
