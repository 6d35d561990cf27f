package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import java.util.List;
import java.util.Optional;

/**
 * A figure or fact that tells how far a task is.
 *
 * @param name 1 to 255 characters, unique in the task ignoring case
 * @param description at most 5,000 characters
 * @param dataType what sort of values it takes
 * @param required whether it must be met for the task to count as done
 * @param successCriteria when it is met; absent only while inactive
 * @param order its place among the task's definitions, from 0; ties go by name
 * @param active whether it has a say
 */
public record TelemetryDefinition(
        TelemetryDefinitionId id,
        PartKey key,
        String name,
        Optional<String> description,
        DataType dataType,
        boolean required,
        Optional<Criterion> successCriteria,
        int order,
        boolean active)
        implements Part<TelemetryDefinitionId> {

    /** What is wrong with its criteria, with pointers from the definition on; nothing when it may be kept so. */
    List<Fault> criteriaFaults() {
        return active && successCriteria.isEmpty()
                ? List.of(new Fault("/successCriteria", Fault.Code.REQUIRED, "an active definition has criteria"))
                : List.of();
    }
}
