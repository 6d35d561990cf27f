package dev.cairn.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void one_window_that_went_wrong_moves_the_range_and_not_the_middle() {
        assertThat(Spread.of(List.of(0.41, 0.40, 0.05, 0.42, 0.43))).isEqualTo(new Spread(0.41, 0.05, 0.43));
    }

    @Test
    void of_an_even_number_the_middle_lies_between_two() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }

    @Test
    void nothing_has_no_middle() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ratio_is_the_services_rate_over_that_of_the_database_alone() {
        assertThat(new Round(40_000, 16_000, 2).ratio()).isEqualTo(0.4);
        assertThat(new Round(0, 16_000, 2).ratio()).isZero();
    }
}
