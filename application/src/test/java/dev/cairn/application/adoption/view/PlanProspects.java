package dev.cairn.application.adoption.view;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;

import dev.cairn.domain.adoption.ForecastPolicy;
import java.math.BigDecimal;
import java.time.Duration;

/** Plans as they are seen on Monday, bought then and with nothing completed lately. */
final class PlanProspects {
    static final ForecastPolicy POLICY = new ForecastPolicy(Duration.ofDays(180));

    private PlanProspects() {}

    static PlanProspect of(PlanView plan) {
        return PlanProspect.of(plan, MONDAY, BigDecimal.ZERO, POLICY, MONDAY);
    }
}
