package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.RecordedValue;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;

/** Somebody reports one value of one attribute of a task. */
public interface RecordTelemetryValue extends UseCase<RecordTelemetryValue.Command, RecordedValue> {
    /**
     * Which attribute, and what was seen.
     *
     * @param evaluate whether the task is judged by it at once
     */
    record Command(TaskId task, TelemetryAttributeId attribute, ReportedValue reported, boolean evaluate)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfTask(task);
        }
    }
}
