package dev.cairn.domain.shared;

import java.util.Map;

/**
 * Something that happened to one aggregate. The aggregate records it; audit, history and outbox are written from it in
 * the transaction of the change, so they cannot disagree.
 */
public interface DomainEvent {
    /** Past tense, dotted: {@code customer.created}. */
    String type();

    /** To what, by whom, when. */
    Occurrence occurrence();

    /** What moved; the audit keeps it. */
    Changes changes();

    /** What the world is told: JDK values only. */
    Map<String, Object> data();

    /** Whether the world is told at all; catalogue edits are audited and stay inside. */
    default boolean isPublished() {
        return true;
    }
}
