package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.telemetry.published.Criterion;
import java.util.Optional;

/**
 * What a telemetry definition could become: somebody thinks of publishing it so.
 *
 * @param definition the definition in the catalogue
 * @param criteria when it would be met
 * @param required whether it would be required; absent means as each copy is
 * @param active whether it would take part; absent means as each copy is
 */
public record Supposition(
        TelemetryDefinitionId definition, Criterion criteria, Optional<Boolean> required, Optional<Boolean> active) {
    /**
     * Reads the criteria that are thought of.
     *
     * @throws DomainException INVALID_CRITERIA with every fault, under {@code /successCriteria}
     */
    public static Supposition of(
            TelemetryDefinitionId definition,
            JsonObject criteria,
            Optional<Boolean> required,
            Optional<Boolean> active) {
        try {
            return new Supposition(definition, Criterion.parse(criteria), required, active);
        } catch (DomainException refused) {
            throw new DomainException(
                    refused.code(),
                    refused.detail(),
                    refused.faults().stream()
                            .map(fault -> fault.under("/successCriteria"))
                            .toList());
        }
    }

    /** The task as it would be measured; what is measured by other definitions stays. */
    CustomerTask.Snapshot of(CustomerTask.Snapshot task) {
        return new CustomerTask.Snapshot(
                task.org(),
                task.id(),
                task.plan(),
                task.customer(),
                task.content(),
                task.telemetry().stream().map(this::of).toList(),
                task.state(),
                task.version());
    }

    private TelemetryAttribute of(TelemetryAttribute copy) {
        return isOf(copy)
                ? new TelemetryAttribute(
                        copy.id(),
                        copy.originalAttributeId(),
                        copy.name(),
                        copy.description(),
                        copy.dataType(),
                        required.orElse(copy.required()),
                        Optional.of(criteria),
                        copy.order(),
                        active.orElse(copy.active()),
                        copy.reading())
                : copy;
    }

    /** Whether the attribute is a copy of the definition. */
    boolean isOf(TelemetryAttribute copy) {
        return copy.originalAttributeId().equals(definition);
    }
}
