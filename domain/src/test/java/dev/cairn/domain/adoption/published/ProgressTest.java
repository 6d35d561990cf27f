package dev.cairn.domain.adoption.published;

import static dev.cairn.domain.adoption.published.TaskStatus.COMPLETED;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_APPLICABLE;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static dev.cairn.domain.adoption.published.TaskStatus.NO_LONGER_USING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    @ParameterizedTest
    @CsvSource({
        // status,       counted, complete
        "NOT_STARTED,     1, 0",
        "IN_PROGRESS,     1, 0",
        "DONE,            1, 1",
        "COMPLETED,       1, 1",
        "NOT_APPLICABLE,  0, 0",
        "NO_LONGER_USING, 1, 0"
    })
    void a_task_adds_to_the_totals_what_its_status_says(TaskStatus status, int counted, int complete) {
        var share = Progress.of(status, weight("12.5"));

        assertThat(share.totalTasks()).isEqualTo(counted);
        assertThat(share.completedTasks()).isEqualTo(complete);
        assertThat(share.totalWeight()).isEqualByComparingTo(counted == 1 ? "12.5" : "0");
        assertThat(share.completedWeight()).isEqualByComparingTo(complete == 1 ? "12.5" : "0");
        assertThat(share.byStatus()).containsEntry(status, 1);
    }

    @Test
    void every_status_is_named_even_when_no_task_has_it() {
        assertThat(Progress.of(DONE, weight("1")).byStatus())
                .containsOnlyKeys(TaskStatus.values())
                .containsEntry(IN_PROGRESS, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "0,    0,    0.00",
        "3,    1,    33.33",
        "3,    2,    66.67",
        "8,    0.01, 0.13",
        "71.5, 71.5, 100.00",
        "200,  0.01, 0.01",
        "200.02, 0.01, 0.00"
    })
    void the_percentage_is_half_up_to_two_decimals_and_zero_without_weight(
            BigDecimal total, BigDecimal completed, BigDecimal percentage) {
        assertThat(new Progress(Map.of(), total, completed).percentage()).isEqualTo(percentage);
    }

    @Test
    void a_step_added_to_where_it_began_is_where_it_ended() {
        var before = Progress.of(NOT_STARTED, weight("10")).plus(Progress.of(NO_LONGER_USING, weight("2.5")));
        var after = Progress.of(COMPLETED, weight("10")).plus(Progress.of(NOT_APPLICABLE, weight("2.5")));

        var step = after.minus(before);

        assertThat(step.byStatus()).containsEntry(NOT_STARTED, -1).containsEntry(COMPLETED, 1);
        assertThat(step.totalTasks()).isEqualTo(-1);
        assertThat(before.plus(step)).isEqualTo(after);
        assertThat(before.minus(before).isNothing()).isTrue();
        assertThat(step.isNothing()).isFalse();
    }

    @Test
    void a_move_between_statuses_of_the_same_weight_is_a_step_too() {
        var step = Progress.of(IN_PROGRESS, weight("1")).minus(Progress.of(NOT_STARTED, weight("1")));

        assertThat(step.totalWeight()).isZero();
        assertThat(step.isNothing()).isFalse();
    }

    @Test
    void counts_are_kept_apart_from_the_map_they_came_in() {
        assertThatThrownBy(() -> Progress.NONE.byStatus().put(DONE, 1))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_figures_bear_the_names_that_clients_know() {
        assertThat(Progress.of(DONE, weight("4")).figures())
                .containsEntry("totalTasks", 1)
                .containsEntry("completedTasks", 1)
                .containsEntry("totalWeight", new BigDecimal("4.00"))
                .containsEntry("completedWeight", new BigDecimal("4.00"))
                .containsEntry("progressPercentage", new BigDecimal("100.00"))
                .containsEntry(
                        "byStatus",
                        Map.of(
                                "NOT_STARTED", 0,
                                "IN_PROGRESS", 0,
                                "DONE", 1,
                                "COMPLETED", 0,
                                "NOT_APPLICABLE", 0,
                                "NO_LONGER_USING", 0))
                .hasSize(6);
    }

    private static Weight weight(String text) {
        return new Weight(new BigDecimal(text));
    }
}
