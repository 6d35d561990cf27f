package dev.cairn.domain.jobs.published;

/** How far a job is. */
public enum JobStatus {
    /** Nobody has begun with it. */
    PENDING(false),
    RUNNING(false),
    /** It came to its end; parts of it may have failed. */
    SUCCEEDED(true),
    /** It could not run. */
    FAILED(true),
    /** Somebody stopped it. What was done by then stays done. */
    CANCELLED(true);

    private final boolean ended;

    JobStatus(boolean ended) {
        this.ended = ended;
    }

    /** Whether nothing more happens. */
    public boolean isEnded() {
        return ended;
    }
}
