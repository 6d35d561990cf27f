package dev.cairn.application.adoption.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;

/** Tasks, read without a lock. Those of removed assignments are there for a scope that sees removed things. */
public interface TaskViews {
    /** One task. Fails with TASK_NOT_FOUND, also when the scope does not see it. */
    Uni<TaskView> get(ReadScope scope, TaskId id);

    /**
     * A page of a plan's tasks, by sequence. Fails with ADOPTION_PLAN_NOT_FOUND when the scope does not see the plan,
     * VALIDATION_ERROR when the cursor is not one of this list.
     */
    Uni<Page<TaskView>> ofPlan(ReadScope scope, PlanId plan, TaskFilter filter, PageRequest<FixedOrder> page);

    /** A page of a task's history, newest first. Fails with TASK_NOT_FOUND, or VALIDATION_ERROR for a strange cursor. */
    Uni<Page<HistoryEntry>> history(ReadScope scope, TaskId id, PageRequest<FixedOrder> page);

    /** What can be measured about a task. Fails with TASK_NOT_FOUND. */
    Uni<TaskTelemetry> telemetry(ReadScope scope, TaskId id);
}
