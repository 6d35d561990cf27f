package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** The tasks of the organisation at hand. They enter with their plan; their plan's lock guards them. */
public interface CustomerTasks {
    /** Fails with TASK_NOT_FOUND. */
    Uni<CustomerTask> get(TaskId id);

    /** Those of the tasks that the plan has, archived ones too, in no particular order. */
    Uni<List<CustomerTask>> ofPlan(PlanId plan, Set<TaskId> ids);

    /** Stores the state and, in the same transaction, history and outbox from what the task says happened to it. */
    Uni<Void> save(CustomerTask task);

    /** The same for many at once, in as many statements for a thousand tasks as for one. */
    Uni<Void> saveAll(List<CustomerTask> tasks);
}
