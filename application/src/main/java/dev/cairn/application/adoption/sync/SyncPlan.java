package dev.cairn.application.adoption.sync;

import dev.cairn.application.adoption.sync.view.SyncedPlan;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.shared.PlanId;
import java.util.Optional;

/** A plan becomes what it would be copied from now. */
public interface SyncPlan extends UseCase<SyncPlan.Command, SyncedPlan> {
    /**
     * Which plan.
     *
     * @param preview the preview that is to be applied and nothing else; absent when whatever differs is
     */
    record Command(PlanId plan, Optional<PreviewToken> preview) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
