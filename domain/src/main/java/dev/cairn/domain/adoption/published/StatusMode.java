package dev.cairn.domain.adoption.published;

/** Who has the say over a task's status. */
public enum StatusMode {
    /** Telemetry sets it; every task is born so. */
    AUTO,
    /** A person decided; telemetry only suggests. */
    MANUAL
}
