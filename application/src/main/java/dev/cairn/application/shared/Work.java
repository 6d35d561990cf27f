package dev.cairn.application.shared;

/**
 * What a unit of work is told about the work it surrounds.
 *
 * @param command the kind of command that is at work; an adapter may know a shorter way for some
 * @param caller on whose behalf, and so in which organisation
 * @param origin where it came from, for the audit
 * @param sight the rows the caller can see
 */
public record Work(Class<?> command, Caller caller, Origin origin, ReadScope sight) {}
