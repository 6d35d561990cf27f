package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.Weight;
import java.util.Optional;

/**
 * How far a customer is with a task, apart from what the task is.
 *
 * @param status how far
 * @param mode who has the say over it
 * @param lastChange the last change of the status; absent while nobody ever touched it
 * @param completion when and by whom it was finished; present exactly while the status is a complete one
 * @param archival when and why it was put away; absent while it is part of the plan
 */
public record TaskState(
        TaskStatus status,
        StatusMode mode,
        Optional<StatusStamp> lastChange,
        Optional<Completion> completion,
        Optional<Archival> archival) {
    /** The state of a task that just entered a plan: nothing done, and telemetry may speak. */
    public static final TaskState FRESH = new TaskState(
            TaskStatus.NOT_STARTED, StatusMode.AUTO, Optional.empty(), Optional.empty(), Optional.empty());

    public TaskState {
        if (status.isComplete() != completion.isPresent()) {
            throw new IllegalStateException("a task has a completion exactly while it is complete");
        }
    }

    /** The note of the last change. */
    public Optional<StatusNote> note() {
        return lastChange.flatMap(StatusStamp::note);
    }

    /** Whether it was put away. */
    public boolean isArchived() {
        return archival.isPresent();
    }

    /** What a task of this weight adds to its plan while it is in this state. */
    Progress share(Weight weight) {
        return isArchived() ? Progress.NONE : Progress.of(status, weight);
    }

    /** The state after a change of status; the stamp of completion stays while one complete status follows another. */
    TaskState moved(TaskStatus to, StatusMode next, StatusStamp stamp) {
        var finished = to.isComplete()
                ? completion.or(() -> Optional.of(new Completion(stamp.at(), stamp.by())))
                : Optional.<Completion>empty();
        return new TaskState(to, next, Optional.of(stamp), finished, archival);
    }

    /** The state after it was put away. */
    TaskState archived(Archival how) {
        return put(Optional.of(how));
    }

    /** The same state, put away as said or part of the plan. */
    TaskState put(Optional<Archival> away) {
        return new TaskState(status, mode, lastChange, completion, away);
    }

    /**
     * The status that telemetry would give instead, while a person has the say; absent when it would give the same.
     *
     * @param facts what telemetry found when it last looked
     */
    public Optional<TaskStatus> suggested(TelemetryFacts facts) {
        return Optional.of(StatusRule.of(status, isArchived(), facts).after(status))
                .filter(telling -> mode == StatusMode.MANUAL && telling != status);
    }
}
