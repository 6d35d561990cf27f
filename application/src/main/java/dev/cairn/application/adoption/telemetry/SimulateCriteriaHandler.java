package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.port.TasksInPlans;
import dev.cairn.application.adoption.telemetry.port.TasksInPlans.TaskInPlan;
import dev.cairn.application.catalog.published.Definitions;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.Simulation;
import dev.cairn.domain.adoption.Supposition;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class SimulateCriteriaHandler extends Creation<SimulateCriteria.Command, Simulation.Outcome>
        implements SimulateCriteria {
    /** How many tasks are in memory at once. */
    static final int SLICE = 500;

    private final Definitions definitions;
    private final TasksInPlans tasks;
    private final FreshnessPolicy policy;

    SimulateCriteriaHandler(Frame frame, Definitions definitions, TasksInPlans tasks, FreshnessPolicy policy) {
        super(frame, Permission.CATALOG_WRITE);
        this.definitions = definitions;
        this.tasks = tasks;
        this.policy = policy;
    }

    @Override
    protected Uni<Simulation.Outcome> create(Command command, Call call) {
        return definitions
                .require(command.product(), command.task(), command.definition())
                .map(there -> new Simulation(
                        Supposition.of(command.definition(), command.criteria(), command.required(), command.active()),
                        policy,
                        call.now()))
                .chain(simulation -> slices(command)
                        .invoke(slice -> slice.forEach(it -> simulation.tryOn(it.plan(), it.task(), it.visible())))
                        .onItem()
                        .ignoreAsUni()
                        .replaceWith(simulation::outcome));
    }

    /** One after the other, each asked for when the one before was worked off. */
    private Multi<List<TaskInPlan>> slices(Command command) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Place::new,
                        place -> tasks.copies(command.product(), command.task(), place.last, SLICE)
                                .invoke(place::after))
                .whilst(slice -> slice.size() == SLICE);
    }

    /** How far it got. */
    private static final class Place {
        private Optional<TaskInPlan> last = Optional.empty();

        void after(List<TaskInPlan> slice) {
            last = slice.isEmpty() ? last : Optional.of(slice.get(slice.size() - 1));
        }
    }
}
