package dev.cairn.application.adoption.sync;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.shared.PlanId;

/** Somebody wants to know what a synchronisation would do. Nothing changes by it. */
public interface PreviewPlanSync extends UseCase<PreviewPlanSync.Command, AdoptionPlan.Preview> {
    /** Which plan. */
    record Command(PlanId plan) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
