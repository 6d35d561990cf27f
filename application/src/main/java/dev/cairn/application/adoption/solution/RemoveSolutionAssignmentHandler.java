package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.SolutionAssignment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class RemoveSolutionAssignmentHandler
        extends Change<RemoveSolutionAssignment.Command, SolutionAssignment, SolutionAssignment.Snapshot>
        implements RemoveSolutionAssignment {
    private final SolutionAssignments solutions;
    private final Assignments assignments;
    private final AdoptionPlans plans;

    RemoveSolutionAssignmentHandler(
            Frame frame, SolutionAssignments solutions, Assignments assignments, AdoptionPlans plans) {
        super(frame, Permission.ADOPTION_WRITE);
        this.solutions = solutions;
        this.assignments = assignments;
        this.plans = plans;
    }

    @Override
    protected Uni<SolutionAssignment> find(Command command) {
        return solutions.get(command.customer(), command.assignment());
    }

    @Override
    protected Uni<SolutionAssignment.Snapshot> change(SolutionAssignment assignment, Command command, Call call) {
        return Managed.of(assignment, assignments, plans).chain(managed -> remove(managed, call));
    }

    private Uni<SolutionAssignment.Snapshot> remove(Managed managed, Call call) {
        var assignment = managed.assignment();
        assignment.remove(call.actor(), call.now());
        Uni<Void> stored = solutions.save(assignment);
        for (var product : managed.products()) {
            product.removeWithSolution(call.actor(), call.now());
            stored = stored.chain(() -> assignments.save(product));
        }
        managed.allPlans().forEach(plan -> plan.archive(call.now()));
        return stored.chain(() -> plans.saveAll(managed.allPlans())).replaceWith(assignment::snapshot);
    }
}
