package dev.cairn.application.adoption.view;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.PlanId;
import io.smallrye.mutiny.Uni;

/** How people look at plans, each for themselves. */
public interface FilterPreferenceViews {
    /**
     * How one person looks at one plan; every task that is part of it, at version 0, when nothing was saved. Fails with
     * ADOPTION_PLAN_NOT_FOUND, also when the scope does not see the plan.
     *
     * @param reader whose it is: nobody reads another's
     */
    Uni<SavedFilter> of(ReadScope scope, PlanId plan, Actor reader);
}
