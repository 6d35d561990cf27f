package dev.cairn.application.adoption.solution.view;

import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SyncCounts;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Optional;

/**
 * A solution after it was synchronised.
 *
 * @param ownChanged whether anything of its own tasks changed
 * @param own how many of its own tasks were touched
 * @param products what became of each product, in the solution's order, then those that came or left
 * @param plan how far the customer is with it now
 */
public record SyncedSolution(boolean ownChanged, SyncCounts own, List<OfProduct> products, SolutionAdoptionPlan plan) {
    public SyncedSolution {
        products = List.copyOf(products);
    }

    /** Whether anything of the whole changed. */
    public boolean changed() {
        return ownChanged || products.stream().anyMatch(OfProduct::changed);
    }

    /**
     * What became of one product.
     *
     * @param plan its plan; absent where it could not come
     * @param change what happened to it; absent where it failed
     * @param error why it failed
     */
    public record OfProduct(
            ProductId product, Optional<PlanId> plan, Optional<Change> change, Optional<ErrorCode> error) {
        /** It was done. */
        public static OfProduct done(ProductId product, PlanId plan, Change change) {
            return new OfProduct(product, Optional.of(plan), Optional.of(change), Optional.empty());
        }

        /** It failed, and nothing of it changed. */
        public static OfProduct failed(ProductId product, Optional<PlanId> plan, ErrorCode error) {
            return new OfProduct(product, plan, Optional.empty(), Optional.of(error));
        }

        /** Whether anything of it changed. */
        public boolean changed() {
            return change.filter(what -> what != Change.NONE).isPresent();
        }
    }

    /** What can happen to a product. */
    public enum Change {
        NONE,
        SYNCHRONISED,
        JOINED,
        LEFT
    }
}
