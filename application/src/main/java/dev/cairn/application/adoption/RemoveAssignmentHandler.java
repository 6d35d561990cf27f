package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ProductAssignment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class RemoveAssignmentHandler extends Change<RemoveAssignment.Command, ProductAssignment, AssignmentView>
        implements RemoveAssignment {
    private final Assignments assignments;
    private final AdoptionPlans plans;
    private final ProductVersions versions;

    RemoveAssignmentHandler(Frame frame, Assignments assignments, AdoptionPlans plans, ProductVersions versions) {
        super(frame, Permission.ADOPTION_WRITE);
        this.assignments = assignments;
        this.plans = plans;
        this.versions = versions;
    }

    @Override
    protected Uni<ProductAssignment> find(Command command) {
        return assignments.get(command.customer(), command.assignment());
    }

    @Override
    protected Uni<AssignmentView> change(ProductAssignment assignment, Command command, Call call) {
        return plans.lockOf(assignment.id()).chain(plan -> remove(assignment, plan, call));
    }

    private Uni<AssignmentView> remove(ProductAssignment assignment, AdoptionPlan plan, Call call) {
        assignment.remove(call.actor(), call.now());
        plan.archive(call.now());
        return assignments
                .save(assignment)
                .chain(() -> plans.save(plan))
                .chain(() -> versions.current(plan.product()))
                .map(version -> new AssignmentView(assignment.snapshot(), PlanView.of(plan.snapshot(), version)));
    }
}
