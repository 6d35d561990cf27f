package dev.cairn.domain.adoption;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.PlanId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RollOutTest {
    private static final CustomerId FIRST = new CustomerId(AdoptionFixtures.id());
    private static final CustomerId SECOND = new CustomerId(AdoptionFixtures.id());

    private static RollOutFilter filter(List<CustomerId> customers, String tag) {
        return RollOutFilter.of(Optional.of(customers), Optional.of(LicenseLevel.ADVANTAGE), Optional.of(tag));
    }

    @Test
    void a_filter_keeps_what_it_was_told_and_folds_the_tag() {
        assertThat(filter(List.of(SECOND, FIRST), " EMEA "))
                .isEqualTo(new RollOutFilter(
                        Optional.of(Set.of(FIRST, SECOND)),
                        Optional.of(LicenseLevel.ADVANTAGE),
                        Optional.of(new FoldedText("emea"))));
        assertThat(RollOutFilter.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(RollOutFilter.ALL);
    }

    @Test
    void a_filter_names_each_customer_once_and_not_none() {
        assertFaulty(() -> filter(List.of(), "x")).containsExactly("/customerIds LENGTH");
        assertFaulty(() -> filter(List.of(FIRST, SECOND, FIRST), "x")).containsExactly("/customerIds/2 DUPLICATE");
        var many = Stream.generate(() -> new CustomerId(AdoptionFixtures.id()))
                .limit(RollOutFilter.MAX_CUSTOMERS + 1L)
                .toList();
        assertFaulty(() -> filter(many, "x")).containsExactly("/customerIds LENGTH");
        assertThat(filter(many.subList(1, many.size()), "x").customers().orElseThrow())
                .hasSize(RollOutFilter.MAX_CUSTOMERS);
    }

    @Test
    void a_tag_is_one_that_a_customer_can_have() {
        assertFaulty(() -> filter(List.of(FIRST), " ")).containsExactly("/tag REQUIRED");
        assertFaulty(() -> filter(List.of(FIRST), "x".repeat(65))).containsExactly("/tag LENGTH");
        assertThat(filter(List.of(FIRST), "x".repeat(64)).tag()).isPresent();
    }

    @Test
    void customers_who_are_not_there_are_named() {
        var filter = filter(List.of(FIRST, SECOND), "x");
        filter.requireSeen(Set.of(FIRST, SECOND));
        RollOutFilter.ALL.requireSeen(Set.of());
        assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, () -> filter.requireSeen(Set.of(FIRST)))
                .containsExactly("/customerIds/1 REFERENCE");
    }

    @Test
    void what_was_busy_is_tried_three_times_and_a_no_is_a_no() {
        var plan = new PlanId(AdoptionFixtures.id());
        assertThat(new RollOutPlan(plan, 0).waitsAfter(ErrorCode.UNAVAILABLE)).isTrue();
        assertThat(new RollOutPlan(plan, 1).waitsAfter(ErrorCode.UNAVAILABLE)).isTrue();
        assertThat(new RollOutPlan(plan, 2).waitsAfter(ErrorCode.UNAVAILABLE)).isFalse();
        assertThat(new RollOutPlan(plan, 0).waitsAfter(ErrorCode.CUSTOMER_SUSPENDED))
                .isFalse();
        assertThat(new RollOutPlan(plan, 0).waitsAfter(ErrorCode.INTERNAL_ERROR))
                .isFalse();
    }
}
