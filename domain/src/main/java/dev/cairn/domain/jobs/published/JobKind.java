package dev.cairn.domain.jobs.published;

/** What a job does. */
public enum JobKind {
    /** Synchronises the plans of a product, or says what that would do. */
    ROLL_OUT
}
