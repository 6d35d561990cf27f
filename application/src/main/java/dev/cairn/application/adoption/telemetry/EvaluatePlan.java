package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.EvaluatedPlan;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.PlanId;

/** Every task of a plan is judged by the values it has. */
public interface EvaluatePlan extends UseCase<EvaluatePlan.Command, EvaluatedPlan> {
    /**
     * Which plan.
     *
     * @param dryRun whether to tell only what would change
     */
    record Command(PlanId plan, boolean dryRun) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfPlan(plan);
        }
    }
}
