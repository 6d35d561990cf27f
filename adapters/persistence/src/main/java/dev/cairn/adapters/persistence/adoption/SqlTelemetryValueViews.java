package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.telemetry.view.TelemetryValueViews;
import dev.cairn.application.adoption.view.TaskViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class SqlTelemetryValueViews implements TelemetryValueViews {
    private static final String EXISTS = "select 1 from telemetry_attribute a where a.id = $1 and a.task_id = $2";

    private static final Keyset<FixedOrder, TelemetryValue> BACKWARDS = Keyset.descending(List.of(
            Column.instant("v.observed_at", TelemetryValue::observedAt),
            Column.uuid("v.id", value -> value.id().value())));

    private final Reads reads;
    private final TaskViews tasks;

    SqlTelemetryValueViews(Reads reads, TaskViews tasks) {
        this.reads = reads;
        this.tasks = tasks;
    }

    @Override
    public Uni<Page<TelemetryValue>> ofAttribute(
            ReadScope scope, TaskId task, TelemetryAttributeId attribute, PageRequest<FixedOrder> page) {
        return tasks.get(scope, task)
                .chain(() -> reads.one(scope, EXISTS, line -> line.count(), attribute.value(), task.value()))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new DomainException(
                                ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, "The task has no such telemetry attribute.");
                    }
                })
                .chain(() -> new Conditions()
                        .add("v.attribute_id = ?", attribute.value())
                        .page(
                                reads,
                                scope,
                                "select " + SqlTelemetryValues.VALUE + ", null::text from telemetry_value v",
                                "telemetry_value v",
                                BACKWARDS,
                                page,
                                SqlTelemetryValues::value));
    }
}
