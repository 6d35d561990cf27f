package dev.cairn.domain.adoption.published;

/** Where a change of a task's status came from. */
public enum StatusSource {
    /** A person. */
    MANUAL(true),
    /** A program of the customer's or a partner's, on somebody's behalf. */
    API(true),
    /** The evaluation of telemetry values. */
    TELEMETRY(false),
    /** The evaluation after a spreadsheet. */
    IMPORT(false),
    /** The service itself: taking back or restoring. */
    SYSTEM(false);

    private final boolean decision;

    StatusSource(boolean decision) {
        this.decision = decision;
    }

    /** Whether it is somebody's decision, which outranks what automation finds. */
    public boolean isDecision() {
        return decision;
    }
}
