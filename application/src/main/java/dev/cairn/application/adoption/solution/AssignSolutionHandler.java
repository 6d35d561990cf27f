package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.adoption.view.TaskView;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.AssignmentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class AssignSolutionHandler extends Creation<AssignSolution.Command, SolutionAssignmentView> implements AssignSolution {
    private final Blueprints blueprints;
    private final SolutionAssignments solutions;
    private final AdoptionPlans plans;
    private final Arrivals arrivals;

    AssignSolutionHandler(
            Frame frame,
            Blueprints blueprints,
            SolutionAssignments solutions,
            Assignments assignments,
            AdoptionPlans plans) {
        super(frame, Permission.ADOPTION_WRITE);
        this.blueprints = blueprints;
        this.solutions = solutions;
        this.plans = plans;
        this.arrivals = new Arrivals(assignments, plans);
    }

    @Override
    protected Uni<SolutionAssignmentView> create(Command command, Call call) {
        return blueprints
                .get(command.solution())
                .chain(solution -> arrivals.present(
                                command.customer(),
                                solution.products().stream()
                                        .map(Blueprint::ofProduct)
                                        .toList())
                        .chain(present -> assign(command, solution, present, call)));
    }

    private Uni<SolutionAssignmentView> assign(
            Command command, SolutionBlueprint solution, List<ProductAssignment> present, Call call) {
        var assignment = SolutionAssignment.assign(
                new AssignmentId(ids().next()),
                command.customer(),
                solution,
                command.name(),
                command.entitlement(),
                command.overrides(),
                command.purchasedAt(),
                call.actor(),
                call.now());
        var own = AdoptionPlan.bornFrom(assignment, solution.own(), ids()::next, call.actor(), call.now());
        var coming = solution.products().stream()
                .map(product -> new Arrivals.Coming(
                        product,
                        assignment.bring(
                                product,
                                present.stream()
                                        .filter(other -> other.product().equals(product.product()))
                                        .toList(),
                                ids()::next,
                                call.actor(),
                                call.now())))
                .toList();
        return solutions
                .add(assignment)
                .chain(() -> plans.add(own))
                .chain(() -> arrivals.store(coming, ids()::next, call))
                .map(parts -> new SolutionAssignmentView(
                        assignment.snapshot(),
                        new SolutionAdoptionPlan(own.plan().snapshot(), false, parts, false),
                        Optional.of(own.tasks().stream()
                                .map(CustomerTask::snapshot)
                                .map(TaskView::of)
                                .toList())));
    }
}
