package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.adoption.solution.view.SyncedSolution;
import dev.cairn.application.adoption.solution.view.SyncedSolution.OfProduct;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.adoption.SolutionMembership;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@Singleton
class FinishSolutionSyncHandler
        extends Change<FinishSolutionSync.Command, FinishSolutionSyncHandler.Found, SyncedSolution>
        implements FinishSolutionSync {
    private final SolutionAssignments solutions;
    private final Assignments assignments;
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final PlanSyncs syncs;
    private final ProductVersions versions;
    private final Blueprints blueprints;

    FinishSolutionSyncHandler(
            Frame frame,
            SolutionAssignments solutions,
            Assignments assignments,
            AdoptionPlans plans,
            CustomerTasks tasks,
            PlanSyncs syncs,
            ProductVersions versions,
            Blueprints blueprints) {
        super(frame, Permission.ADOPTION_WRITE);
        this.solutions = solutions;
        this.assignments = assignments;
        this.plans = plans;
        this.tasks = tasks;
        this.syncs = syncs;
        this.versions = versions;
        this.blueprints = blueprints;
    }

    /** The assignment with its products, and the plan of its own tasks, whose state a caller means. */
    record Found(SolutionAssignment assignment, List<ProductAssignment> products, AdoptionPlan own)
            implements Versioned {
        @Override
        public long version() {
            return own.version();
        }
    }

    @Override
    protected Uni<Found> find(Command command) {
        return solutions
                .ofPlan(command.plan())
                .chain(assignment -> assignments
                        .managedBy(assignment.id())
                        .chain(products ->
                                plans.lock(command.plan()).map(own -> new Found(assignment, products, own))));
    }

    @Override
    protected Uni<SyncedSolution> change(Found found, Command command, Call call) {
        return blueprints
                .ofAssigned(
                        found.assignment().solution(),
                        found.products().stream()
                                .map(ProductAssignment::product)
                                .toList())
                .chain(solution -> tasks.whole(found.own().id())
                        .chain(all -> versions.beside(found.assignment().id())
                                .chain(beside -> finish(found, solution, all, beside, command, call))));
    }

    private Uni<SyncedSolution> finish(
            Found found,
            SolutionBlueprint solution,
            List<CustomerTask> all,
            ProductVersions.Beside beside,
            Command command,
            Call call) {
        var own = found.own();
        var done = own.synchronise(
                command.preview(),
                all,
                solution.own(),
                found.assignment().entitlementTo(solution.own()),
                ids()::next,
                call.actor(),
                call.now());
        var members = SolutionMembership.of(found.products(), solution);
        Uni<Void> stored = syncs.store(own, done);
        for (var product : members.leaving()) {
            product.leaveSolution(call.actor(), call.now());
            stored = stored.chain(() -> assignments.save(product));
        }
        var left = members.leaving().stream().map(ProductAssignment::id).collect(Collectors.toSet());
        // Beside it is what stood there before the products that left were let go.
        var whole = new ProductVersions.Beside(
                without(left, beside.products()), !members.joining().isEmpty());
        return stored.replaceWith(() -> new SyncedSolution(
                !done.diff().isEmpty(),
                done.diff().counts(),
                results(command.products(), left, beside.products()),
                whole.with(own.snapshot(), solution.own().version())));
    }

    private static List<Part> without(Set<AssignmentId> left, List<Part> parts) {
        return parts.stream().filter(part -> !left.contains(part.assignment())).toList();
    }

    private static List<OfProduct> results(List<OfProduct> others, Set<AssignmentId> left, List<Part> parts) {
        var all = new ArrayList<>(others);
        parts.stream()
                .filter(part -> left.contains(part.assignment()))
                .map(part -> OfProduct.done(part.product(), part.plan(), SyncedSolution.Change.LEFT))
                .forEach(all::add);
        return all;
    }
}
