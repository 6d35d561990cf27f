package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Travels like the change that it is a preview of, so that it is refused where that one would be; it saves nothing. */
@Singleton
class PreviewPlanSyncHandler extends Change<PreviewPlanSync.Command, AdoptionPlan, AdoptionPlan.Preview>
        implements PreviewPlanSync {
    private final AdoptionPlans plans;
    private final Sources sources;

    PreviewPlanSyncHandler(
            Frame frame, AdoptionPlans plans, Assignments assignments, CustomerTasks tasks, Blueprints blueprints) {
        super(frame, Permission.ADOPTION_WRITE);
        this.plans = plans;
        this.sources = new Sources(assignments, tasks, blueprints);
    }

    @Override
    protected Uni<AdoptionPlan> find(Command command) {
        return plans.lock(command.plan());
    }

    @Override
    protected Uni<AdoptionPlan.Preview> change(AdoptionPlan plan, Command command, Call call) {
        return sources.of(plan).map(now -> plan.preview(now.tasks(), now.product(), now.entitlement()));
    }
}
