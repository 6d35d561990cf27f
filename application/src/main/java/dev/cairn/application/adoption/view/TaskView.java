package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.Archival;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.TaskContent;
import dev.cairn.domain.adoption.TaskState;
import dev.cairn.domain.adoption.TelemetryFacts;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as it is shown: without its telemetry attributes, which are read on their own.
 *
 * @param content what was copied of the source
 * @param state how far the customer is
 * @param archivedAt when it was put away, by itself or with its plan
 * @param telemetry what telemetry knew of it when it last looked
 * @param version from 1
 */
public record TaskView(
        TaskId id,
        PlanId plan,
        TaskContent content,
        TaskState state,
        Optional<Instant> archivedAt,
        TelemetryFacts telemetry,
        long version) {
    /** A task of a plan that is not put away. */
    public static TaskView of(CustomerTask.Snapshot task) {
        return new TaskView(
                task.id(),
                task.plan(),
                task.content(),
                task.state(),
                task.state().archival().map(Archival::at),
                TelemetryFacts.of(task.telemetry()),
                task.version());
    }

    /** The status that telemetry would give instead, while a person has the say. */
    public Optional<TaskStatus> suggested() {
        return state.suggested(telemetry);
    }
}
