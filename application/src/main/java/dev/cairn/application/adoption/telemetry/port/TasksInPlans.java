package dev.cairn.application.adoption.telemetry.port;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Tasks and the plans that they are part of, both as of one instant, read without a lock. */
public interface TasksInPlans {
    /**
     * A task and its plan.
     *
     * @param visible whether whoever asks may see the customer
     */
    record TaskInPlan(AdoptionPlan.Snapshot plan, CustomerTask.Snapshot task, boolean visible) {}

    /**
     * One task, outside of any unit of work. Fails with TASK_NOT_FOUND, also when the scope does not see it; tasks of
     * removed assignments are there for a scope that sees removed things.
     */
    Uni<TaskInPlan> get(ReadScope scope, TaskId id);

    /**
     * The next of the live copies of a catalogue task in the organisation's live plans, inside the unit of work at hand,
     * whichever customers the caller sees.
     *
     * @param after the last one of those had so far; absent to begin with
     * @param limit how many at most; fewer mean that there are no more
     */
    Uni<List<TaskInPlan>> copies(ProductId product, ProductTaskId source, Optional<TaskInPlan> after, int limit);
}
