package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.adoption.SolutionMembership;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

@Singleton
class ChangeSolutionAssignmentHandler
        extends Change<ChangeSolutionAssignment.Command, SolutionAssignment, SolutionAssignmentView>
        implements ChangeSolutionAssignment {
    private final Blueprints blueprints;
    private final SolutionAssignments solutions;
    private final Assignments assignments;
    private final AdoptionPlans plans;

    ChangeSolutionAssignmentHandler(
            Frame frame,
            Blueprints blueprints,
            SolutionAssignments solutions,
            Assignments assignments,
            AdoptionPlans plans) {
        super(frame, Permission.ADOPTION_WRITE);
        this.blueprints = blueprints;
        this.solutions = solutions;
        this.assignments = assignments;
        this.plans = plans;
    }

    @Override
    protected Uni<SolutionAssignment> find(Command command) {
        return solutions.get(command.customer(), command.assignment());
    }

    @Override
    protected Uni<SolutionAssignmentView> change(SolutionAssignment assignment, Command command, Call call) {
        return Managed.of(assignment, assignments, plans)
                .chain(managed -> blueprints
                        .ofAssigned(assignment.solution(), managed.productIds())
                        .chain(solution -> change(managed, solution, command, call)));
    }

    private Uni<SolutionAssignmentView> change(
            Managed managed, SolutionBlueprint solution, Command command, Call call) {
        var assignment = managed.assignment();
        assignment.change(command.change(), command.overrides(), solution, call.actor(), call.now());
        managed.own().learn(assignment.entitlementTo(solution.own()));
        Uni<Void> stored = solutions.save(assignment);
        for (var product : managed.products()) {
            product.follow(assignment, solution.source(product.product()), call.actor(), call.now());
            managed.plan(product.id()).learn(product.entitlement());
            stored = stored.chain(() -> assignments.save(product));
        }
        return stored.chain(() -> plans.saveAll(managed.allPlans()))
                .replaceWith(() ->
                        new SolutionAssignmentView(assignment.snapshot(), whole(managed, solution), Optional.empty()));
    }

    private static SolutionAdoptionPlan whole(Managed managed, SolutionBlueprint solution) {
        var members = SolutionMembership.of(managed.products(), solution);
        var own = managed.own().snapshot();
        return new SolutionAdoptionPlan(
                own,
                own.needsSync(solution.own().version()),
                Stream.concat(members.staying().stream(), members.leaving().stream())
                        .map(product -> {
                            var plan = managed.plan(product.id()).snapshot();
                            var version = solution.source(product.product()).version();
                            return Part.of(plan, product.product(), plan.needsSync(version));
                        })
                        .toList(),
                !members.joining().isEmpty() || !members.leaving().isEmpty());
    }
}
