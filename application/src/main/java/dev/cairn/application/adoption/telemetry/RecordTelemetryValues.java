package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;

/** Somebody reports values of many attributes of many plans; one that cannot be taken stops no other. */
public interface RecordTelemetryValues extends UseCase<RecordTelemetryValues.Command, RecordedValues> {
    /** The values. */
    record Command(ValueBatch batch) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfOrganisation();
        }
    }
}
