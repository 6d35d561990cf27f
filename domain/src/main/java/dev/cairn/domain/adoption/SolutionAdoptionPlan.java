package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.AdoptionStatus;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import java.util.List;

/**
 * How far a customer is with a solution: the plan of the solution's own tasks, and the plans of its products beside it. It is
 * a picture, made when it is asked for of what is stored with each plan, and nothing of it is stored: so it cannot drift.
 *
 * @param own the plan of the solution's own tasks
 * @param ownNeedsSync whether a synchronisation could change something of the own tasks
 * @param products the plans of its products, in the solution's order; those of products that have left the solution come last
 * @param regrouped whether products came into the solution or left it since it was last synchronised
 */
public record SolutionAdoptionPlan(
        AdoptionPlan.Snapshot own, boolean ownNeedsSync, List<Part> products, boolean regrouped) {
    public SolutionAdoptionPlan {
        products = List.copyOf(products);
    }

    /**
     * The plan of one product of the solution.
     *
     * @param assignment the assignment that came with the solution
     * @param productName what the product was called when the plan was last synchronised
     * @param needsSync whether a synchronisation could change something
     */
    public record Part(
            ProductId product,
            AssignmentId assignment,
            PlanId plan,
            String productName,
            Progress progress,
            boolean needsSync) {
        /** The plan of a product as a part. */
        public static Part of(AdoptionPlan.Snapshot plan, ProductId product, boolean needsSync) {
            return new Part(product, plan.assignment(), plan.id(), plan.productName(), plan.progress(), needsSync);
        }

        /** How far it is, in a word. */
        public AdoptionStatus status() {
            return AdoptionStatus.of(progress);
        }
    }

    /** The figures over the solution's own tasks and those of all its product plans. */
    public Progress progress() {
        return products.stream().map(Part::progress).reduce(own.progress(), Progress::plus);
    }

    /** Whether a synchronisation of the whole could change something. */
    public boolean needsSync() {
        return ownNeedsSync || regrouped || products.stream().anyMatch(Part::needsSync);
    }

    /** How far the whole is, in a word. */
    public AdoptionStatus status() {
        return AdoptionStatus.of(progress());
    }
}
