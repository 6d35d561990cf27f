package dev.cairn.domain.adoption.published;

/** How far a customer is with one task. Any status may follow any other: people correct themselves. */
public enum TaskStatus {
    /** Every task is born so. */
    NOT_STARTED(true, false),
    IN_PROGRESS(true, false),
    /** Finished, as a person or automation says. */
    DONE(true, true),
    /** Finished and accepted; automation never writes it. */
    COMPLETED(true, true),
    /** Left out of every total. */
    NOT_APPLICABLE(false, false),
    /** Was in use and is no longer; it stays in the totals as something still to do. */
    NO_LONGER_USING(true, false);

    private final boolean counts;
    private final boolean complete;

    TaskStatus(boolean counts, boolean complete) {
        this.counts = counts;
        this.complete = complete;
    }

    /** Whether a task in this status is part of its plan's totals. */
    public boolean counts() {
        return counts;
    }

    /** Whether a task in this status is finished. */
    public boolean isComplete() {
        return complete;
    }
}
