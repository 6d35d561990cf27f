package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class RecordPlanTelemetryHandler extends Change<RecordPlanTelemetry.Command, AdoptionPlan, RecordedValues>
        implements RecordPlanTelemetry {
    private final AdoptionPlans plans;
    private final Recording recording;

    RecordPlanTelemetryHandler(Frame frame, AdoptionPlans plans, Recording recording) {
        super(frame, Permission.TELEMETRY_WRITE);
        this.plans = plans;
        this.recording = recording;
    }

    @Override
    protected Uni<AdoptionPlan> find(Command command) {
        return plans.lock(command.plan());
    }

    @Override
    protected Uni<RecordedValues> change(AdoptionPlan plan, Command command, Call call) {
        return recording.record(command.batch(), Optional.of(plan), permission(), call);
    }
}
