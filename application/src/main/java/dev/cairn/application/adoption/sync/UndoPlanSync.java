package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.sync.view.SyncedPlan;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.PlanId;

/** The last synchronisation of a plan is taken back. */
public interface UndoPlanSync extends UseCase<UndoPlanSync.Command, SyncedPlan> {
    /** Which plan. */
    record Command(PlanId plan) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
