package dev.cairn.application.adoption.port;

import dev.cairn.application.adoption.view.PlanView;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.OfferingId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** At which version products and solutions are now, and what else a plan is shown beside after it was changed. */
public interface ProductVersions {
    /** The version of the product or solution, archived or not, from 1. Fails with PRODUCT_NOT_FOUND or SOLUTION_NOT_FOUND. */
    Uni<Long> current(OfferingId offering);

    /**
     * The plans of a solution's products, as they stand beside the plan of its own tasks; none is locked.
     *
     * @param solution the assignment of the solution
     */
    Uni<Beside> beside(AssignmentId solution);

    /**
     * What stands beside a solution's own tasks.
     *
     * @param products the plans of its products, in the solution's order
     * @param regrouped whether products came into the solution or left it since
     */
    record Beside(List<SolutionAdoptionPlan.Part> products, boolean regrouped) {
        public Beside {
            products = List.copyOf(products);
        }

        /** The whole. */
        public SolutionAdoptionPlan with(AdoptionPlan.Snapshot own, long version) {
            return new SolutionAdoptionPlan(own, own.needsSync(version), products, regrouped);
        }
    }

    /** The plan as it is shown: beside the catalogue, and a solution's own beside the plans of the solution's products. */
    default Uni<PlanView> show(AdoptionPlan plan) {
        var state = plan.snapshot();
        return current(plan.product())
                .chain(version -> state.isOfSolution()
                        ? beside(state.assignment()).map(beside -> PlanView.of(beside.with(state, version)))
                        : Uni.createFrom().item(PlanView.of(state, version)));
    }
}
