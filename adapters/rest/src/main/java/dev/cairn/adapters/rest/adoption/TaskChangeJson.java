package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.adoption.view.TasksChange;
import dev.cairn.domain.adoption.TaskSelection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A task after a change, as clients see it. */
@Schema(name = "TaskChange", description = "A task after a change and its plan: all that a page must repaint.")
record TaskChangeJson(
        @Schema(required = true, description = "The task.") TaskJson task,
        @Schema(required = true, description = "Its plan.") ChangedPlanJson plan)
        implements Tagged {
    /** Many tasks after a change. */
    @Schema(name = "TasksChange", description = "Tasks after a change and their plan: all that a page must repaint.")
    record ManyJson(
            @Schema(
                    required = true,
                    description = "The tasks, in the order they were named.",
                    minItems = 1,
                    maxItems = TaskSelection.MAX)
            List<TaskJson> tasks,

            @Schema(required = true, description = "Their plan.")
            ChangedPlanJson plan) {
        static ManyJson of(TasksChange change) {
            return new ManyJson(change.tasks().stream().map(TaskJson::of).toList(), ChangedPlanJson.of(change.plan()));
        }
    }

    /** What of a plan can move with its tasks. */
    @Schema(name = "ChangedPlan", description = "What of a plan can move with its tasks.")
    record ChangedPlanJson(
            @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01")
            UUID id,

            @Schema(
                    required = true,
                    description = "Whether product or entitlement changed since it was last synchronised.",
                    examples = "false")
            boolean needsSync,

            @Schema(required = true, description = "How far it is; of a solution, with the plans of its products.")
            ProgressJson progress,

            @Schema(
                    ref = "Progress",
                    description = "How far a solution's own tasks alone are; only where they are what changed.")
            Optional<ProgressJson> ownProgress) {
        static ChangedPlanJson of(PlanView view) {
            return new ChangedPlanJson(
                    view.plan().id().value(),
                    view.needsSync(),
                    ProgressJson.of(view.progress()),
                    view.solution().map(whole -> ProgressJson.of(whole.own().progress())));
        }
    }

    /** That of the task. */
    @Override
    public EntityTag etag() {
        return task.etag();
    }

    static TaskChangeJson of(TaskChange change) {
        return new TaskChangeJson(TaskJson.of(change.task()), ChangedPlanJson.of(change.plan()));
    }
}
