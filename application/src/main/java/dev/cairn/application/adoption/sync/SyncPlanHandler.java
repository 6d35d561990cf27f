package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.sync.view.SyncedPlan;
import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SyncPlanHandler extends Change<SyncPlan.Command, AdoptionPlan, SyncedPlan> implements SyncPlan {
    private final AdoptionPlans plans;
    private final Sources sources;
    private final PlanSyncs syncs;

    SyncPlanHandler(
            Frame frame,
            AdoptionPlans plans,
            Assignments assignments,
            CustomerTasks tasks,
            Blueprints blueprints,
            PlanSyncs syncs) {
        super(frame, Permission.ADOPTION_WRITE);
        this.plans = plans;
        this.sources = new Sources(assignments, tasks, blueprints);
        this.syncs = syncs;
    }

    @Override
    protected Uni<AdoptionPlan> find(Command command) {
        return plans.lock(command.plan());
    }

    @Override
    protected Uni<SyncedPlan> change(AdoptionPlan plan, Command command, Call call) {
        return sources.of(plan).chain(now -> {
            var done = plan.synchronise(
                    command.preview(),
                    now.tasks(),
                    now.product(),
                    now.entitlement(),
                    ids()::next,
                    call.actor(),
                    call.now());
            return syncs.store(plan, done)
                    .replaceWith(() -> new SyncedPlan(
                            !done.diff().isEmpty(),
                            done.diff().counts(),
                            PlanView.of(plan.snapshot(), now.product().version())));
        });
    }
}
