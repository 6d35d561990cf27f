package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.PlanId;

/** Somebody brings in a sheet with values of one plan; a row that cannot be taken stops no other. */
public interface ImportPlanTelemetry extends UseCase<ImportPlanTelemetry.Command, RecordedValues> {
    /** The plan, and the sheet's values; those of another plan's attributes fail. */
    record Command(PlanId plan, ValueBatch batch) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
