package dev.cairn.domain.adoption;

import java.time.Instant;

/**
 * When and by whom a task was finished.
 *
 * @param at when it became complete
 * @param by who made it so
 */
public record Completion(Instant at, String by) {}
