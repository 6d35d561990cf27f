package dev.cairn.application.adoption.view;

import dev.cairn.domain.adoption.Forecast;
import dev.cairn.domain.adoption.ForecastPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A plan, how long it took to be worth its price, and where it is heading.
 *
 * @param view the plan
 * @param timeToValue from the purchase until it went live; absent while it did not
 * @param forecast when it will be complete; absent when it was put away
 */
public record PlanProspect(PlanView view, Optional<Duration> timeToValue, Optional<Forecast> forecast) {
    /**
     * The plan as it is seen now.
     *
     * @param purchasedAt when the customer bought what it is for
     * @param recentWeight what was completed lately, as {@link Forecast#of} takes it
     */
    public static PlanProspect of(
            PlanView view, Instant purchasedAt, BigDecimal recentWeight, ForecastPolicy policy, Instant now) {
        var plan = view.plan();
        return new PlanProspect(
                view,
                plan.milestones().timeToValue(purchasedAt),
                Optional.of(Forecast.of(plan.progress(), recentWeight, plan.startedAt(), policy, now))
                        .filter(forecast -> plan.archivedAt().isEmpty()));
    }

    /** Whether the customer is still being onboarded: the plan is there, and never went live. */
    public boolean inOnboarding() {
        return view.plan().archivedAt().isEmpty() && !view.plan().milestones().isLive();
    }
}
