package dev.cairn.domain.catalog.published;

/** How much a task matters to its author. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH
}
