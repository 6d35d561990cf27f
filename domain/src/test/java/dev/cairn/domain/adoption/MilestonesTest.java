package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static dev.cairn.domain.adoption.published.Milestone.GO_LIVE;
import static dev.cairn.domain.adoption.published.Milestone.PERCENT_100;
import static dev.cairn.domain.adoption.published.Milestone.PERCENT_25;
import static dev.cairn.domain.adoption.published.Milestone.PERCENT_50;
import static dev.cairn.domain.adoption.published.Milestone.PERCENT_75;
import static dev.cairn.domain.adoption.published.TaskStatus.COMPLETED;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_APPLICABLE;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static dev.cairn.domain.adoption.published.TaskStatus.NO_LONGER_USING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.Milestone;
import dev.cairn.domain.adoption.published.MilestoneReached;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MilestonesTest {
    private static Progress tasks(Object... statusAndWeight) {
        var sum = Progress.NONE;
        for (int i = 0; i < statusAndWeight.length; i += 2) {
            var weight = new Weight(new BigDecimal((String) statusAndWeight[i + 1]));
            sum = sum.plus(Progress.of((TaskStatus) statusAndWeight[i], weight));
        }
        return sum;
    }

    static Stream<Arguments> what_figures_reach() {
        return Stream.of(
                Arguments.of("no task", tasks(), List.of()),
                Arguments.of("nothing done", tasks(NOT_STARTED, "10"), List.of()),
                Arguments.of("not quite", tasks(DONE, "24.99", IN_PROGRESS, "75.01"), List.of()),
                Arguments.of("a quarter", tasks(DONE, "25", NOT_STARTED, "75"), List.of(PERCENT_25)),
                Arguments.of("half", tasks(COMPLETED, "0.01", NOT_STARTED, "0.01"), List.of(PERCENT_25, PERCENT_50)),
                Arguments.of(
                        "three quarters",
                        tasks(DONE, "75", NO_LONGER_USING, "25"),
                        List.of(PERCENT_25, PERCENT_50, PERCENT_75)),
                Arguments.of(
                        "what rounds up to all",
                        tasks(DONE, "100", DONE, "100", DONE, "100", NOT_STARTED, "0.01"),
                        List.of(PERCENT_25, PERCENT_50, PERCENT_75)),
                Arguments.of("everything", tasks(DONE, "60", COMPLETED, "40"), List.of(Milestone.values())),
                Arguments.of("all that counts", tasks(DONE, "10", NOT_APPLICABLE, "90"), List.of(Milestone.values())),
                Arguments.of(
                        "all weight, not all tasks",
                        tasks(DONE, "10", NOT_STARTED, "0"),
                        List.of(PERCENT_25, PERCENT_50, PERCENT_75, PERCENT_100)),
                Arguments.of("all of what weighs nothing", tasks(DONE, "0", COMPLETED, "0"), List.of(GO_LIVE)),
                Arguments.of("nothing that counts", tasks(NOT_APPLICABLE, "10"), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_figures_reach(String name, Progress figures, List<Milestone> expected) {
        var reached = Milestones.NONE.with(figures, MONDAY).reached();

        assertThat(reached.keySet()).containsExactlyElementsOf(expected);
        assertThat(reached.values()).allMatch(MONDAY::equals);
    }

    @Test
    void what_was_reached_keeps_its_moment() {
        var half = Milestones.NONE.with(tasks(DONE, "50", NOT_STARTED, "50"), MONDAY);
        var all = half.with(tasks(DONE, "50", DONE, "50"), TUESDAY);

        assertThat(all.at(PERCENT_50)).contains(MONDAY);
        assertThat(all.at(PERCENT_75)).contains(TUESDAY);
        assertThat(all.since(half)).containsExactly(PERCENT_75, PERCENT_100, GO_LIVE);
        assertThat(half.isLive()).isFalse();
        assertThat(all.isLive()).isTrue();
    }

    @ParameterizedTest(name = "bought {0}, live 2026-11-23T09:00:00Z: {1}")
    @CsvSource({
        "2026-11-23T09:00:00Z, PT0S",
        "2026-11-20T08:00:00Z, PT73H",
        "2026-11-24T09:00:00Z, PT0S",
    })
    void time_to_value_is_from_the_purchase_until_it_went_live(Instant purchasedAt, Duration expected) {
        var live = Milestones.NONE.with(tasks(DONE, "1"), MONDAY);

        assertThat(live.timeToValue(purchasedAt)).contains(expected);
        assertThat(Milestones.NONE.timeToValue(purchasedAt)).isEmpty();
    }

    @Nested
    class OfAPlan {
        private final AdoptionPlan.Birth birth = aPlanOf(4, "2.5");
        private final AdoptionPlan plan = birth.plan();

        private Progress set(int task, TaskStatus to) {
            return birth.tasks().get(task).changeStatus(to, Optional.empty(), StatusSource.MANUAL, ANNA, MONDAY);
        }

        @Test
        void are_none_at_its_birth() {
            assertThat(plan.snapshot().milestones()).isEqualTo(Milestones.NONE);
            assertThat(plan.snapshot().startedAt()).isEqualTo(MONDAY);
        }

        @Test
        void are_told_behind_the_figures_that_reach_them_in_their_order() {
            var step = set(0, DONE).plus(set(1, COMPLETED)).plus(set(2, DONE)).plus(set(3, NOT_APPLICABLE));

            plan.advance(step, BEN, TUESDAY);

            var events = plan.takeEvents();
            assertThat(events)
                    .extracting(DomainEvent::type)
                    .containsExactly(
                            "adoption.progress_changed",
                            "adoption.milestone_reached",
                            "adoption.milestone_reached",
                            "adoption.milestone_reached",
                            "adoption.milestone_reached",
                            "adoption.milestone_reached");
            assertThat(events.get(5)).isInstanceOfSatisfying(MilestoneReached.class, event -> {
                assertThat(event.data())
                        .isEqualTo(Map.of(
                                "productId",
                                plan.product().value().toString(),
                                "milestone",
                                "GO_LIVE",
                                "progress",
                                plan.snapshot().progress().figures()));
                assertThat(event.changes().before()).isEmpty();
                assertThat(event.changes().after()).isEqualTo(Map.of("milestone", "GO_LIVE"));
                assertThat(event.occurrence().by()).isEqualTo(BEN);
                assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
                assertThat(event.occurrence().subject().id())
                        .isEqualTo(plan.id().value());
                assertThat(event.isPublished()).isTrue();
            });
        }

        @Test
        void are_not_told_again_when_it_falls_back_and_comes_there_again() {
            plan.advance(set(0, DONE), ANNA, MONDAY);
            plan.takeEvents();

            plan.advance(set(0, NOT_STARTED), ANNA, TUESDAY);
            plan.advance(set(0, DONE), ANNA, TUESDAY);

            assertThat(plan.takeEvents())
                    .extracting(DomainEvent::type)
                    .containsExactly("adoption.progress_changed", "adoption.progress_changed");
            assertThat(plan.snapshot().milestones().at(PERCENT_25)).contains(MONDAY);
        }
    }

    /** Some time, and a status for one of the tasks. */
    record Move(int task, TaskStatus to, int minutes) {}

    @Property(tries = 300)
    void whatever_happens_each_is_reached_once_and_stays(
            @ForAll("weights") List<BigDecimal> weights, @ForAll("moves") List<Move> moves) {
        var product = Products.aProduct();
        weights.forEach(weight -> product.with(SourceTasks.aSource().weighing(weight.toPlainString())));
        var birth = AdoptionFixtures.aPlan(product.build(), AdoptionFixtures.everythingOf(LicenseLevel.ESSENTIAL));
        var plan = birth.plan();
        var now = MONDAY;
        var expected = new HashMap<Milestone, Instant>();
        var told = new ArrayList<Milestone>();
        for (var move : moves) {
            now = now.plus(Duration.ofMinutes(move.minutes()));
            var task = birth.tasks().get(move.task() % birth.tasks().size());
            plan.advance(task.changeStatus(move.to(), Optional.empty(), StatusSource.MANUAL, ANNA, now), ANNA, now);
            for (var milestone : Milestone.values()) {
                if (milestone.isReachedBy(plan.snapshot().progress())) {
                    expected.putIfAbsent(milestone, now);
                }
            }
            plan.takeEvents().stream()
                    .filter(MilestoneReached.class::isInstance)
                    .map(event -> ((MilestoneReached) event).milestone())
                    .forEach(told::add);
        }

        assertThat(plan.snapshot().milestones().reached()).isEqualTo(expected);
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected.keySet());
        var percents = Arrays.asList(PERCENT_25, PERCENT_50, PERCENT_75, PERCENT_100);
        for (int i = 1; i < percents.size(); i++) {
            var later = expected.get(percents.get(i));
            if (later != null) {
                assertThat(expected.get(percents.get(i - 1))).isBeforeOrEqualTo(later);
            }
        }
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(TaskStatus.class),
                        Arbitraries.integers().between(0, 1_000))
                .as(Move::new)
                .list()
                .ofMaxSize(30);
    }
}
