package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;

/** How whoever reports a value says which attribute it is of. */
public sealed interface ValueAddress {
    /** The attribute itself. */
    record OfAttribute(TelemetryAttributeId attribute) implements ValueAddress {}

    /**
     * The copy of a definition in a plan.
     *
     * @param original the definition in the catalogue
     */
    record OfOriginal(PlanId plan, TelemetryDefinitionId original) implements ValueAddress {}

    /**
     * The names that people know, among the tasks of a plan that are not archived.
     *
     * @param task the task's name, exactly
     * @param attribute the attribute's name, exactly
     */
    record OfNames(PlanId plan, String task, String attribute) implements ValueAddress {}
}
