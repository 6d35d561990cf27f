package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import java.util.Optional;

/**
 * Something that can be measured about a customer's task: the copy of a telemetry definition.
 *
 * @param id the copy's own id, by which values are recorded
 * @param originalAttributeId the definition it was copied from; it may be gone
 * @param name unique in the task
 * @param dataType what sort of values it takes
 * @param required whether the task is done only when this one is met
 * @param successCriteria when the task counts as done by this value; absent only while inactive
 * @param order its place among the task's attributes; ties go by name
 * @param active whether it takes part in the evaluation
 */
public record TelemetryAttribute(
        TelemetryAttributeId id,
        TelemetryDefinitionId originalAttributeId,
        String name,
        Optional<String> description,
        DataType dataType,
        boolean required,
        Optional<Criterion> successCriteria,
        int order,
        boolean active) {
    /** A copy of the definition as it is now. */
    static TelemetryAttribute copied(TelemetryAttributeId id, Blueprint.Telemetry source) {
        return new TelemetryAttribute(
                id,
                source.id(),
                source.name(),
                source.description(),
                source.dataType(),
                source.required(),
                source.successCriteria(),
                source.order(),
                source.active());
    }
}
