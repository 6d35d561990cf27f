package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the last synchronisation of a plan that changed something overwrote, as far as it takes to take it back.
 *
 * @param plan the plan
 * @param marks what the plan said of itself
 * @param tasks the tasks it touched, as they were
 * @param added the tasks it brought in
 * @param counts how many tasks it touched, in each way
 * @param taskVersions the sum of the versions of all the plan's tasks after it. A version rises with every change of a task,
 *     so while the sum is the same no status has changed.
 */
public record LastSync(
        PlanId plan, Marks marks, List<TaskBefore> tasks, Set<TaskId> added, SyncCounts counts, long taskVersions) {
    public LastSync {
        tasks = List.copyOf(tasks);
        added = Set.copyOf(added);
    }

    /** What a plan says of itself, and what a synchronisation overwrites. */
    public record Marks(String productName, Entitlement entitlement, Instant lastSyncedAt, long syncedProductVersion) {}

    /**
     * A task before it was touched.
     *
     * @param telemetry its attributes, without what was read of them: that is not touched
     * @param archival when and why it was put away; absent when it was part of the plan
     */
    public record TaskBefore(
            TaskId task, TaskContent content, List<TelemetryAttribute> telemetry, Optional<Archival> archival) {
        public TaskBefore {
            telemetry = telemetry.stream()
                    .map(attribute -> attribute.reading(Reading.NONE))
                    .toList();
        }

        static TaskBefore of(CustomerTask.Snapshot task) {
            return new TaskBefore(
                    task.id(), task.content(), task.telemetry(), task.state().archival());
        }
    }
}
