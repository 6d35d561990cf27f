package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.view.TaskChange;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.TaskId;

/** Somebody hands a task to telemetry, which judges it at once. */
public interface ResetTaskToTelemetry extends UseCase<ResetTaskToTelemetry.Command, TaskChange> {
    /** Which task. */
    record Command(TaskId task) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfTask(task);
        }
    }
}
