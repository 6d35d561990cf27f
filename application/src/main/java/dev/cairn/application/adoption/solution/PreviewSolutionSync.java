package dev.cairn.application.adoption.solution;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.SolutionSync;
import dev.cairn.domain.shared.PlanId;

/** Somebody wants to know what a synchronisation of a solution would do. Nothing changes by it. */
public interface PreviewSolutionSync extends UseCase<PreviewSolutionSync.Command, SolutionSync> {
    /** Which one, by the plan of its own tasks. */
    record Command(PlanId plan) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfSolutionPlan(plan);
        }
    }
}
