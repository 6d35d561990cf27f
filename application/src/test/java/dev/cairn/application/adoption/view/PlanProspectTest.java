package dev.cairn.application.adoption.view;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Forecast;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanProspectTest {
    private final AdoptionPlan.Birth birth = aPlanOf(1, "10");

    private PlanProspect seen() {
        var view = PlanView.of(birth.plan().snapshot(), 1);
        return PlanProspect.of(view, MONDAY.minus(Duration.ofDays(3)), BigDecimal.TEN, PlanProspects.POLICY, TUESDAY);
    }

    @Test
    void it_is_in_onboarding_until_it_went_live() {
        assertThat(seen().inOnboarding()).isTrue();
        assertThat(seen().timeToValue()).isEmpty();

        var step = birth.tasks().get(0).changeStatus(TaskStatus.DONE, NO_NOTE, StatusSource.MANUAL, ANNA, MONDAY);
        birth.plan().advance(step, ANNA, MONDAY);

        assertThat(seen().inOnboarding()).isFalse();
        assertThat(seen().timeToValue()).contains(Duration.ofDays(3));
    }

    @Test
    void it_is_foreseen_from_when_it_started() {
        var plan = birth.plan().snapshot();

        assertThat(seen().forecast())
                .contains(
                        Forecast.of(plan.progress(), BigDecimal.TEN, plan.startedAt(), PlanProspects.POLICY, TUESDAY));
    }

    @Test
    void one_that_was_put_away_is_neither_foreseen_nor_in_onboarding() {
        birth.plan().archive(MONDAY);

        assertThat(seen().forecast()).isEmpty();
        assertThat(seen().inOnboarding()).isFalse();
    }
}
