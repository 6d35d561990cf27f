package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.Simulation;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import java.util.Optional;

/**
 * Somebody wants to know what new criteria would do before they are published: they are tried on the values of all
 * customers of the product. Nothing changes by it, and nobody is told.
 */
public interface SimulateCriteria extends UseCase<SimulateCriteria.Command, Simulation.Outcome> {
    /**
     * What is tried.
     *
     * @param task the catalogue's task
     * @param definition the task's telemetry definition
     * @param criteria its criteria, as they are thought of; read once the definition is found
     * @param required whether it would be required; absent means as it is
     * @param active whether it would take part; absent means as it is
     */
    record Command(
            ProductId product,
            ProductTaskId task,
            TelemetryDefinitionId definition,
            JsonObject criteria,
            Optional<Boolean> required,
            Optional<Boolean> active)
            implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfOrganisation();
        }
    }
}
