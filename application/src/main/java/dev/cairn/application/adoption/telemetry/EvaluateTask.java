package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.EvaluatedPlan;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.TaskId;

/** A task is judged by the values it has. */
public interface EvaluateTask extends UseCase<EvaluateTask.Command, EvaluatedPlan> {
    /**
     * Which task.
     *
     * @param dryRun whether to tell only what would change
     */
    record Command(TaskId task, boolean dryRun) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfTask(task);
        }
    }
}
