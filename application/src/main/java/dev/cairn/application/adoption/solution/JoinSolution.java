package dev.cairn.application.adoption.solution;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;

/** A product that came into a solution comes to a customer who has the solution; gives its plan. */
public interface JoinSolution extends UseCase<JoinSolution.Command, PlanId> {
    /** Which product, and the solution by the plan of its own tasks. */
    record Command(PlanId plan, ProductId product) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfSolutionPlan(plan);
        }
    }
}
