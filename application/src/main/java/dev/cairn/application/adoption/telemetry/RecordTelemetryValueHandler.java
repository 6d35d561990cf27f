package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.application.adoption.telemetry.view.RecordedValue;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class RecordTelemetryValueHandler extends TaskChangeByTelemetry<RecordTelemetryValue.Command, RecordedValue>
        implements RecordTelemetryValue {
    private final TelemetryValues values;

    RecordTelemetryValueHandler(
            Frame frame,
            AdoptionPlans plans,
            CustomerTasks tasks,
            ProductVersions versions,
            TelemetryValues values,
            FreshnessPolicy policy) {
        super(frame, Permission.TELEMETRY_WRITE, plans, tasks, versions, policy);
        this.values = values;
    }

    @Override
    protected Uni<RecordedValue> change(TaskOfPlan found, Command command, Call call) {
        return values.known(List.of(new TelemetryValues.Wanted(command.attribute(), command.reported())))
                .chain(known -> record(found, known, command, call));
    }

    private Uni<RecordedValue> record(TaskOfPlan found, List<TelemetryValue> known, Command command, Call call) {
        var batch = new TelemetryBatch(Optional.empty(), false, known, ids()::next, call.now());
        var taken = batch.take(found.task(), command.attribute(), command.reported());
        found.plan().receive(batch.stored().size(), batch.id(), call.actor(), call.now());
        if (command.evaluate()) {
            judged(
                    found,
                    found.task().evaluate(freshness(found, call), StatusSource.TELEMETRY, batch.id(), call.now()),
                    call);
        }
        return values.add(batch.stored()).chain(() -> saved(found)).map(change -> new RecordedValue(taken, change));
    }
}
