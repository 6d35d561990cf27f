package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.adoption.SolutionMembership;
import dev.cairn.domain.adoption.SolutionSync;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Without a preview to hold it to, the plans of products are not locked here: each is looked at in its own step. */
@Singleton
class BeginSolutionSyncHandler
        extends Change<BeginSolutionSync.Command, BeginSolutionSyncHandler.Found, BeginSolutionSync.Steps>
        implements BeginSolutionSync {
    private final SolutionAssignments solutions;
    private final Assignments assignments;
    private final AdoptionPlans plans;
    private final ProductVersions versions;
    private final Blueprints blueprints;
    private final SolutionSources sources;

    BeginSolutionSyncHandler(
            Frame frame,
            SolutionAssignments solutions,
            Assignments assignments,
            AdoptionPlans plans,
            CustomerTasks tasks,
            ProductVersions versions,
            Blueprints blueprints) {
        super(frame, Permission.ADOPTION_WRITE);
        this.solutions = solutions;
        this.assignments = assignments;
        this.plans = plans;
        this.versions = versions;
        this.blueprints = blueprints;
        this.sources = new SolutionSources(tasks, blueprints);
    }

    /** The assignment; a caller means the state of the plan of its own tasks. */
    record Found(SolutionAssignment assignment, AdoptionPlan own) implements Versioned {
        @Override
        public long version() {
            return own.version();
        }
    }

    @Override
    protected Uni<Found> find(Command command) {
        return solutions
                .ofPlan(command.plan())
                .chain(assignment -> plans.lock(command.plan()).map(own -> new Found(assignment, own)));
    }

    @Override
    protected Uni<Steps> change(Found found, Command command, Call call) {
        return command.preview()
                .map(expected -> held(command.plan(), found.assignment(), expected))
                .orElseGet(() -> whateverDiffers(command.plan(), found.assignment()));
    }

    private Uni<Steps> held(PlanId plan, SolutionAssignment assignment, PreviewToken expected) {
        return Managed.of(assignment, assignments, plans)
                .chain(sources::compare)
                .map(sync -> steps(plan, sync, expected));
    }

    private static Steps steps(PlanId plan, SolutionSync sync, PreviewToken expected) {
        sync.require(expected);
        return new Steps(
                plan,
                sync.staying().stream()
                        .map(part -> new OfProduct(
                                part.product(),
                                part.plan(),
                                Optional.of(part.preview().token())))
                        .toList(),
                sync.joiningIds(),
                Optional.of(sync.own().token()));
    }

    private static List<OfProduct> stillHeld(SolutionMembership members, List<Part> parts) {
        var staying = members.staying().stream().map(ProductAssignment::id).collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> staying.contains(part.assignment()))
                .map(part -> new OfProduct(part.product(), part.plan(), Optional.empty()))
                .toList();
    }

    private Uni<Steps> whateverDiffers(PlanId plan, SolutionAssignment assignment) {
        return assignments
                .managedBy(assignment.id())
                .chain(managed -> blueprints
                        .ofAssigned(
                                assignment.solution(),
                                managed.stream().map(ProductAssignment::product).toList())
                        .map(solution -> SolutionMembership.of(managed, solution))
                        .chain(members -> versions.beside(assignment.id())
                                .map(beside -> new Steps(
                                        plan,
                                        stillHeld(members, beside.products()),
                                        members.joiningIds(),
                                        Optional.empty()))));
    }
}
