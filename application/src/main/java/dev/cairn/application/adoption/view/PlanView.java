package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.AdoptionPlan;

/**
 * A plan as it is shown.
 *
 * @param plan its state
 * @param needsSync whether a synchronisation could change something
 */
public record PlanView(AdoptionPlan.Snapshot plan, boolean needsSync) {
    /**
     * The plan beside the catalogue.
     *
     * @param productVersion the version its product has now
     */
    public static PlanView of(AdoptionPlan.Snapshot plan, long productVersion) {
        return new PlanView(plan, plan.needsSync(productVersion));
    }
}
