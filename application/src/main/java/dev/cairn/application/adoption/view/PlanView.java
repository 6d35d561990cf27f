package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.published.Progress;
import java.util.Optional;

/**
 * A plan as it is shown.
 *
 * @param plan its state
 * @param needsSync whether a synchronisation could change something; of a solution, of the whole of it
 * @param solution the whole that it is part of, when its tasks are a solution's own
 */
public record PlanView(AdoptionPlan.Snapshot plan, boolean needsSync, Optional<SolutionAdoptionPlan> solution) {
    /**
     * The plan beside the catalogue.
     *
     * @param productVersion the version its product has now
     */
    public static PlanView of(AdoptionPlan.Snapshot plan, long productVersion) {
        return new PlanView(plan, plan.needsSync(productVersion), Optional.empty());
    }

    /** The plan of a solution's own tasks as part of the whole. */
    public static PlanView of(SolutionAdoptionPlan whole) {
        return new PlanView(whole.own(), whole.needsSync(), Optional.of(whole));
    }

    /** The figures that are shown first: those of the plan, or of the solution as a whole. */
    public Progress progress() {
        return solution.map(SolutionAdoptionPlan::progress).orElse(plan.progress());
    }
}
