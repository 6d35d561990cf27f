package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.shared.Handler;

/** The synchronisation of single plans, for tests of what stands on it. */
public final class SyncPlans {
    private SyncPlans() {}

    public static SyncPlan over(InMemoryAdoption world, Handler.Frame frame) {
        return new SyncPlanHandler(
                frame, world.plans(), world.assignments(), world.tasks(), world.blueprints(), world.planSyncs());
    }
}
