package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.catalog.published.Blueprint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Assigns as {@link AssignProductHandler} does: whoever asks means what is to be, and no state that is there. */
@Singleton
class RestoreAssignmentHandler extends Creation<RestoreAssignment.Command, AssignmentView>
        implements RestoreAssignment {
    private final Blueprints blueprints;
    private final Assignments assignments;
    private final AdoptionPlans plans;

    RestoreAssignmentHandler(Frame frame, Blueprints blueprints, Assignments assignments, AdoptionPlans plans) {
        super(frame, Permission.ADOPTION_WRITE);
        this.blueprints = blueprints;
        this.assignments = assignments;
        this.plans = plans;
    }

    @Override
    protected Uni<AssignmentView> create(Command command, Call call) {
        return blueprints
                .get(command.product())
                .chain(product -> assignments
                        .named(command.customer(), command.product(), command.name())
                        .chain(assignment -> plans.lockOf(assignment.id())
                                .chain(plan -> restore(assignment, plan, command, product, call))));
    }

    private Uni<AssignmentView> restore(
            ProductAssignment assignment, AdoptionPlan plan, Command command, Blueprint product, Call call) {
        assignment.comeBack(command.entitlement(), command.purchasedAt(), product, call.actor(), call.now());
        plan.comeBack(assignment.entitlement(), call.now());
        return assignments
                .save(assignment)
                .chain(() -> plans.save(plan))
                .replaceWith(() ->
                        new AssignmentView(assignment.snapshot(), PlanView.of(plan.snapshot(), product.version())));
    }
}
