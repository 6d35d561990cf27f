package dev.cairn.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void two_windows_are_one_of_both_their_lengths() {
        var whole = Outcome.of(100, 2, 0, "");
        whole.add(Outcome.of(500, 1, 1, "it broke"));

        assertThat(whole.answered()).isEqualTo(600);
        assertThat(whole.rate()).isCloseTo(200, within(0.01));
        assertThat(whole.errors()).isEqualTo(1);
        assertThat(whole.firstError()).contains("it broke");
    }

    @Test
    void a_percentile_is_what_so_many_did_not_exceed() {
        var whole = Outcome.of(99, 0.99, 0, "");
        whole.add(Outcome.of(1, 3, 0, ""));

        assertThat(whole.millis(50)).isCloseTo(10, within(0.1));
        assertThat(whole.millis(99)).isCloseTo(10, within(0.1));
        assertThat(whole.millis(99.9)).isCloseTo(3_000, within(10.0));
    }

    @Test
    void of_nothing_there_is_no_rate() {
        assertThat(new Outcome().rate()).isZero();
        assertThat(new Outcome().millis(99)).isZero();
    }
}
