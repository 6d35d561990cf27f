package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

@Singleton
class JoinSolutionHandler extends Creation<JoinSolution.Command, PlanId> implements JoinSolution {
    private final Blueprints blueprints;
    private final SolutionAssignments solutions;
    private final Arrivals arrivals;

    JoinSolutionHandler(
            Frame frame,
            Blueprints blueprints,
            SolutionAssignments solutions,
            Assignments assignments,
            AdoptionPlans plans) {
        super(frame, Permission.ADOPTION_WRITE);
        this.blueprints = blueprints;
        this.solutions = solutions;
        this.arrivals = new Arrivals(assignments, plans);
    }

    @Override
    protected Uni<PlanId> create(Command command, Call call) {
        return solutions
                .ofPlan(command.plan())
                .chain(assignment -> arrivals.present(assignment.customer(), Set.of(command.product()))
                        .chain(present -> blueprints
                                .get(command.product())
                                .chain(product -> join(assignment, product, present, call))));
    }

    private Uni<PlanId> join(
            SolutionAssignment assignment, Blueprint product, List<ProductAssignment> present, Call call) {
        var arrival = assignment.bringLater(product, present, ids()::next, call.actor(), call.now());
        return arrivals.store(List.of(new Arrivals.Coming(product, arrival)), ids()::next, call)
                .map(Arrivals::only);
    }
}
