package dev.cairn.domain.shared;

/** The kinds of records that change, and that events and the audit tell of. */
public enum EntityKind {
    CUSTOMER,
    PRODUCT,
    SOLUTION,
    ASSIGNMENT,
    ADOPTION_PLAN,
    TASK,
    JOB
}
