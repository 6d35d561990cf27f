package dev.cairn.domain.shared;

import java.time.Instant;

/**
 * To what, by whom and when something happened.
 *
 * @param subject the record it happened to
 * @param by who did it
 * @param at when, in UTC, to the microsecond
 */
public record Occurrence(Subject subject, Actor by, Instant at) {}
