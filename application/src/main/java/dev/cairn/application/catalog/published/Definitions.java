package dev.cairn.application.catalog.published;

import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import io.smallrye.mutiny.Uni;

/** Telemetry definitions, for other contexts that ask what a change of one would do; inside the unit of work at hand. */
public interface Definitions {
    /**
     * Makes sure that the definition is there. Fails with PRODUCT_NOT_FOUND, also for an archived product, TASK_NOT_FOUND
     * when the product has no such task, TELEMETRY_ATTRIBUTE_NOT_FOUND when the task has no such definition.
     */
    Uni<Void> require(ProductId product, ProductTaskId task, TelemetryDefinitionId definition);
}
