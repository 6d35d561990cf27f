package dev.cairn.domain.adoption.published;

/** How far a plan is, in a word. It follows from the plan's figures and is stored nowhere. */
public enum AdoptionStatus {
    /** Every task that counts is NOT_STARTED; also where none counts. */
    NOT_STARTED,
    /** Anything between. */
    IN_PROGRESS,
    /** Every task that counts is complete, and there is one. */
    COMPLETED;

    /** The status of a plan, or of several together, with these figures. */
    public static AdoptionStatus of(Progress progress) {
        if (progress.totalTasks() > 0 && progress.completedTasks() == progress.totalTasks()) {
            return COMPLETED;
        }
        return progress.byStatus().getOrDefault(TaskStatus.NOT_STARTED, 0) == progress.totalTasks()
                ? NOT_STARTED
                : IN_PROGRESS;
    }
}
