package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.sync.view.SyncedPlan;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Assignment;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.ProductAssignment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class UndoPlanSyncHandler extends Change<UndoPlanSync.Command, AdoptionPlan, SyncedPlan> implements UndoPlanSync {
    private final AdoptionPlans plans;
    private final Assignments assignments;
    private final CustomerTasks tasks;
    private final PlanSyncs syncs;
    private final ProductVersions versions;
    private final Blueprints blueprints;

    UndoPlanSyncHandler(
            Frame frame,
            AdoptionPlans plans,
            Assignments assignments,
            CustomerTasks tasks,
            PlanSyncs syncs,
            ProductVersions versions,
            Blueprints blueprints) {
        super(frame, Permission.ADOPTION_WRITE);
        this.plans = plans;
        this.assignments = assignments;
        this.tasks = tasks;
        this.syncs = syncs;
        this.versions = versions;
        this.blueprints = blueprints;
    }

    @Override
    protected Uni<AdoptionPlan> find(Command command) {
        return plans.lock(command.plan());
    }

    @Override
    protected Uni<SyncedPlan> change(AdoptionPlan plan, Command command, Call call) {
        return Uni.combine()
                .all()
                .unis(
                        syncs.last(plan.id()),
                        tasks.whole(plan.id()),
                        assignments.ofLocked(plan).chain(owner -> entitlement(owner, plan)),
                        versions.current(plan.product()))
                .asTuple()
                .chain(found -> {
                    var undone = plan.undoSync(
                            found.getItem1(), found.getItem2(), found.getItem3(), call.actor(), call.now());
                    return syncs.takeBack(plan, undone)
                            .replaceWith(() -> new SyncedPlan(
                                    true, undone.counts(), PlanView.of(plan.snapshot(), found.getItem4())));
                });
    }

    /** What a solution's selection comes to depends on what the solution has; a product's stands with its assignment. */
    private Uni<Entitlement> entitlement(Assignment owner, AdoptionPlan plan) {
        return owner instanceof ProductAssignment product
                ? Uni.createFrom().item(product.entitlement())
                : blueprints.ofAssigned(plan.product()).map(owner::entitlementTo);
    }
}
