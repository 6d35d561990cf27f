package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProgressPropertyTest {
    /** Something that happens to one of the tasks: it goes into a status, or, without one, into the archive. */
    record Move(int task, Optional<TaskStatus> to, String note) {}

    @Property
    void stored_figures_equal_the_sum_over_the_tasks_whatever_happens_to_them(
            @ForAll("births") AdoptionPlan.Birth birth, @ForAll("moves") List<Move> moves) {
        var plan = birth.plan();
        for (var move : moves) {
            plan.advance(apply(move, birth.tasks()), ANNA, MONDAY);
        }

        var stored = plan.snapshot().progress();
        assertThat(stored).isEqualTo(sum(birth.tasks()));
        assertThat(stored.percentage()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }

    @Property
    void the_sum_is_what_a_reader_of_the_rule_counts_by_hand(
            @ForAll("births") AdoptionPlan.Birth birth, @ForAll("moves") List<Move> moves) {
        moves.forEach(move -> apply(move, birth.tasks()));
        int total = 0;
        int completed = 0;
        var totalWeight = BigDecimal.ZERO;
        var completedWeight = BigDecimal.ZERO;
        for (var task : birth.tasks()) {
            var state = task.snapshot().state();
            if (state.archival().isEmpty() && state.status() != TaskStatus.NOT_APPLICABLE) {
                var weight = task.snapshot().content().weight().value();
                total++;
                totalWeight = totalWeight.add(weight);
                if (List.of(TaskStatus.DONE, TaskStatus.COMPLETED).contains(state.status())) {
                    completed++;
                    completedWeight = completedWeight.add(weight);
                }
            }
        }

        var sum = sum(birth.tasks());
        assertThat(sum.totalTasks()).isEqualTo(total);
        assertThat(sum.completedTasks()).isEqualTo(completed);
        assertThat(sum.totalWeight()).isEqualByComparingTo(totalWeight);
        assertThat(sum.completedWeight()).isEqualByComparingTo(completedWeight);
    }

    @Property
    void a_task_in_its_plan_is_counted_under_exactly_one_status(
            @ForAll("births") AdoptionPlan.Birth birth, @ForAll("moves") List<Move> moves) {
        moves.forEach(move -> apply(move, birth.tasks()));

        var live = birth.tasks().stream().filter(task -> !task.isArchived()).count();
        assertThat(sum(birth.tasks()).byStatus().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo((int) live);
    }

    @Property
    void plus_and_minus_undo_each_other(@ForAll("pictures") Progress one, @ForAll("pictures") Progress other) {
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
    }

    private static Progress apply(Move move, List<CustomerTask> tasks) {
        var task = tasks.get(move.task() % tasks.size());
        if (move.to().isEmpty()) {
            return task.archive(ArchiveReason.LICENSE, MONDAY);
        }
        return task.isArchived()
                ? Progress.NONE
                : task.changeStatus(move.to().get(), StatusNote.of(move.note()), StatusSource.MANUAL, ANNA, MONDAY);
    }

    private static Progress sum(List<CustomerTask> tasks) {
        return tasks.stream().map(CustomerTask::share).reduce(Progress.NONE, Progress::plus);
    }

    @Provide
    Arbitrary<AdoptionPlan.Birth> births() {
        return weights().list().ofMinSize(1).ofMaxSize(12).map(weights -> {
            var product = Products.aProduct();
            weights.forEach(weight -> product.with(aSource().weighing(weight.toPlainString())));
            return AdoptionFixtures.aPlan(product.build(), AdoptionFixtures.everythingOf(LicenseLevel.ESSENTIAL));
        });
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        var statuses = Arbitraries.of(TaskStatus.class).optional(0.9);
        return Combinators.combine(Arbitraries.integers().between(0, 11), statuses, Arbitraries.of("", "a", "b"))
                .as(Move::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Progress> pictures() {
        return Combinators.combine(
                        Arbitraries.maps(
                                Arbitraries.of(TaskStatus.class),
                                Arbitraries.integers().between(0, 99)),
                        weights(),
                        weights())
                .as((Map<TaskStatus, Integer> counts, BigDecimal total, BigDecimal completed) ->
                        new Progress(counts, total, completed));
    }

    private static Arbitrary<BigDecimal> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(2);
    }
}
