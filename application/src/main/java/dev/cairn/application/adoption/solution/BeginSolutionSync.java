package dev.cairn.application.adoption.solution;

import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Optional;

/** The first step of a synchronisation of a solution: says what the others are. Nothing changes by it. */
public interface BeginSolutionSync extends UseCase<BeginSolutionSync.Command, BeginSolutionSync.Steps> {
    /**
     * Which one, by the plan of its own tasks.
     *
     * @param preview the preview that is to be applied and nothing else; absent when whatever differs is
     */
    record Command(PlanId plan, Optional<PreviewToken> preview) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfSolutionPlan(plan);
        }
    }

    /**
     * What is to be done.
     *
     * @param plan the plan of its own tasks
     * @param products the products that stay, in the solution's order, each with its plan
     * @param joining the products that come into it
     * @param own the preview of its own tasks that is to be applied, where one is
     */
    record Steps(PlanId plan, List<OfProduct> products, List<ProductId> joining, Optional<PreviewToken> own) {
        public Steps {
            products = List.copyOf(products);
            joining = List.copyOf(joining);
        }
    }

    /** One product's plan, and the preview of it that is to be applied, where one is. */
    record OfProduct(ProductId product, PlanId plan, Optional<PreviewToken> preview) {}
}
