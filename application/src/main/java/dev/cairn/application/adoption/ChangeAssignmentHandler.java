package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.catalog.published.Blueprint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class ChangeAssignmentHandler extends Change<ChangeAssignment.Command, ProductAssignment, AssignmentView>
        implements ChangeAssignment {
    private final Blueprints blueprints;
    private final Assignments assignments;
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final PlanSyncs syncs;

    ChangeAssignmentHandler(
            Frame frame,
            Blueprints blueprints,
            Assignments assignments,
            AdoptionPlans plans,
            CustomerTasks tasks,
            PlanSyncs syncs) {
        super(frame, Permission.ADOPTION_WRITE);
        this.blueprints = blueprints;
        this.assignments = assignments;
        this.plans = plans;
        this.tasks = tasks;
        this.syncs = syncs;
    }

    @Override
    protected Uni<ProductAssignment> find(Command command) {
        return assignments.get(command.customer(), command.assignment());
    }

    @Override
    protected Uni<AssignmentView> change(ProductAssignment assignment, Command command, Call call) {
        return blueprints.ofAssigned(assignment.product()).chain(product -> change(assignment, command, product, call));
    }

    private Uni<AssignmentView> change(ProductAssignment assignment, Command command, Blueprint product, Call call) {
        assignment.change(command.change(), product, call.actor(), call.now());
        return plans.lockOf(assignment.id()).chain(plan -> {
            plan.learn(assignment.entitlement());
            return assignments
                    .save(assignment)
                    .chain(() -> command.sync() ? synchronised(plan, assignment, product, call) : plans.save(plan))
                    .replaceWith(() ->
                            new AssignmentView(assignment.snapshot(), PlanView.of(plan.snapshot(), product.version())));
        });
    }

    private Uni<Void> synchronised(AdoptionPlan plan, ProductAssignment assignment, Blueprint product, Call call) {
        return tasks.whole(plan.id())
                .chain(all -> syncs.store(
                        plan,
                        plan.synchronise(
                                Optional.empty(),
                                all,
                                product,
                                assignment.entitlement(),
                                ids()::next,
                                call.actor(),
                                call.now())));
    }
}
