package dev.cairn.application.adoption.view;

import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerOverviewTest {
    private final CustomerOverview.Head head = new CustomerOverview.Head(
            new CustomerId(id()), "C-000001", "Acme Retail", "BUSINESS", "ACTIVE", "ACTIVE", Optional.empty());

    @Test
    void its_figures_are_the_sum_over_its_plans() {
        var plans = List.of(
                PlanProspects.of(PlanView.of(aPlanOf(2, "2.5").plan().snapshot(), 1)),
                PlanProspects.of(PlanView.of(aPlanOf(3, "10").plan().snapshot(), 1)));

        var progress = new CustomerOverview(head, plans, List.of(), 0, List.of()).progress();

        assertThat(progress.totalTasks()).isEqualTo(5);
        assertThat(progress.totalWeight()).isEqualByComparingTo("35");
    }

    @Test
    void without_plans_there_is_nothing_to_count() {
        assertThat(new CustomerOverview(head, List.of(), List.of(), 0, List.of()).progress())
                .isEqualTo(Progress.NONE);
    }
}
