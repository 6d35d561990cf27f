package dev.cairn.application.adoption.port;

import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The tasks of the organisation at hand. They enter with their plan; their plan's lock guards them. */
public interface CustomerTasks {
    /** Fails with TASK_NOT_FOUND. */
    Uni<CustomerTask> get(TaskId id);

    /** Those of the tasks that the plan has, archived ones too, in no particular order. */
    Uni<List<CustomerTask>> ofPlan(PlanId plan, Set<TaskId> ids);

    /** Every task of the plan, those in the archive too. Asks at once, before anybody subscribes. */
    Uni<List<CustomerTask>> whole(PlanId plan);

    /** The same of many plans at once, in as many statements as of one. */
    Uni<List<CustomerTask>> whole(Collection<PlanId> plans);

    /** Those of the tasks that are there, of whatever plans, archived ones too. Asks at once, before anybody subscribes. */
    Uni<List<CustomerTask>> all(Collection<TaskId> ids);

    /**
     * Every task that is part of one of the plans, and those of the others that are there. Asks at once, before anybody
     * subscribes.
     */
    Uni<List<CustomerTask>> ofPlans(Collection<PlanId> plans, Collection<TaskId> others);

    /** Stores the state and, in the same transaction, history and outbox from what the task says happened to it. */
    Uni<Void> save(CustomerTask task);

    /** The same for many at once, in as many statements for a thousand tasks as for one. */
    Uni<Void> saveAll(List<CustomerTask> tasks);
}
