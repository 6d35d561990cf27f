package dev.cairn.application.adoption.telemetry.view;

import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import io.smallrye.mutiny.Uni;

/** Values as they are read. */
public interface TelemetryValueViews {
    /**
     * The values of an attribute by when they were seen, the latest first. Fails with TASK_NOT_FOUND when the scope does
     * not see the task, TELEMETRY_ATTRIBUTE_NOT_FOUND when the task has no such attribute.
     */
    Uni<Page<TelemetryValue>> ofAttribute(
            ReadScope scope, TaskId task, TelemetryAttributeId attribute, PageRequest<FixedOrder> page);
}
