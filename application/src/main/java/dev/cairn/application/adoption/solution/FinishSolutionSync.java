package dev.cairn.application.adoption.solution;

import dev.cairn.application.adoption.solution.view.SyncedSolution;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.shared.PlanId;
import java.util.List;
import java.util.Optional;

/**
 * The last step of a synchronisation of a solution: its own tasks follow, products that left it are let go, and the whole is
 * shown.
 */
public interface FinishSolutionSync extends UseCase<FinishSolutionSync.Command, SyncedSolution> {
    /**
     * Which one, by the plan of its own tasks.
     *
     * @param preview the preview of its own tasks that is to be applied and nothing else
     * @param products what became of its products in the steps before
     */
    record Command(PlanId plan, Optional<PreviewToken> preview, List<SyncedSolution.OfProduct> products)
            implements GuardedCommand {
        public Command {
            products = List.copyOf(products);
        }

        @Override
        public Target target() {
            return new Target.OfSolutionPlan(plan);
        }
    }
}
