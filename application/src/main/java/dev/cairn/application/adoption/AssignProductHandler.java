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
import dev.cairn.domain.shared.AssignmentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class AssignProductHandler extends Creation<AssignProduct.Command, AssignmentView> implements AssignProduct {
    private final Blueprints blueprints;
    private final Assignments assignments;
    private final AdoptionPlans plans;

    AssignProductHandler(Frame frame, Blueprints blueprints, Assignments assignments, AdoptionPlans plans) {
        super(frame, Permission.ADOPTION_WRITE);
        this.blueprints = blueprints;
        this.assignments = assignments;
        this.plans = plans;
    }

    @Override
    protected Uni<AssignmentView> create(Command command, Call call) {
        return blueprints.get(command.product()).chain(product -> assign(command, product, call));
    }

    private Uni<AssignmentView> assign(Command command, Blueprint product, Call call) {
        var assignment = ProductAssignment.assign(
                new AssignmentId(ids().next()),
                command.customer(),
                product,
                command.name(),
                command.entitlement(),
                command.purchasedAt(),
                call.actor(),
                call.now());
        var birth = AdoptionPlan.bornFrom(assignment, product, ids()::next, call.actor(), call.now());
        return assignments
                .add(assignment)
                .chain(() -> plans.add(birth))
                .replaceWith(() -> new AssignmentView(
                        assignment.snapshot(), PlanView.of(birth.plan().snapshot(), product.version())));
    }
}
