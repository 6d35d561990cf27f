package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.PlanId;

/** Somebody reports values of many attributes of one plan; one that cannot be taken stops no other. */
public interface RecordPlanTelemetry extends UseCase<RecordPlanTelemetry.Command, RecordedValues> {
    /** The plan, and the values; those of another plan's attributes fail. */
    record Command(PlanId plan, ValueBatch batch) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
