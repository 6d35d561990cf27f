package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.shared.Handler;

/** The use cases of synchronisation over a world in memory, for tests of whoever uses them. */
public final class PlanSyncUseCases {
    private PlanSyncUseCases() {}

    public static SyncPlan sync(Handler.Frame frame, InMemoryAdoption world) {
        return new SyncPlanHandler(
                frame, world.plans(), world.assignments(), world.tasks(), world.blueprints(), world.planSyncs());
    }

    public static PreviewPlanSync preview(Handler.Frame frame, InMemoryAdoption world) {
        return new PreviewPlanSyncHandler(frame, world.plans(), world.assignments(), world.tasks(), world.blueprints());
    }
}
