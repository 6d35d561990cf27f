package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.SolutionSync;
import dev.cairn.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Travels like the change that it is a preview of, so that it is refused where that one would be; it saves nothing. */
@Singleton
class PreviewSolutionSyncHandler
        extends Change<PreviewSolutionSync.Command, PreviewSolutionSyncHandler.Found, SolutionSync>
        implements PreviewSolutionSync {
    private final SolutionAssignments solutions;
    private final Assignments assignments;
    private final AdoptionPlans plans;
    private final SolutionSources sources;

    PreviewSolutionSyncHandler(
            Frame frame,
            SolutionAssignments solutions,
            Assignments assignments,
            AdoptionPlans plans,
            CustomerTasks tasks,
            Blueprints blueprints) {
        super(frame, Permission.ADOPTION_WRITE);
        this.solutions = solutions;
        this.assignments = assignments;
        this.plans = plans;
        this.sources = new SolutionSources(tasks, blueprints);
    }

    /** All of it; a caller means the state of the plan of its own tasks. */
    record Found(Managed managed) implements Versioned {
        @Override
        public long version() {
            return managed.own().version();
        }
    }

    @Override
    protected Uni<Found> find(Command command) {
        return solutions
                .ofPlan(command.plan())
                .chain(assignment -> Managed.of(assignment, assignments, plans))
                .map(Found::new);
    }

    @Override
    protected Uni<SolutionSync> change(Found found, Command command, Call call) {
        return sources.compare(found.managed());
    }
}
