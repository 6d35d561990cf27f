package dev.cairn.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnduranceTest {
    private static Endurance of(IntToLongFunction megabytes, IntToLongFunction connections) {
        return new Endurance(
                1,
                0,
                "",
                IntStream.range(0, 20)
                        .mapToObj(i -> new Endurance.Sample(
                                i, megabytes.applyAsLong(i), connections.applyAsLong(i), 100 - i % 7))
                        .toList());
    }

    @Test
    void what_grows_while_it_warms_up_and_then_stays_is_flat() {
        assertThat(of(i -> i < 5 ? 100 + 40 * i : 300 + i % 3, i -> 20).isFlat())
                .isTrue();
    }

    @Test
    void memory_that_goes_on_growing_is_not() {
        assertThat(of(i -> 300 + 10 * i, i -> 20).isFlat()).isFalse();
    }

    @Test
    void nor_are_connections_that_pile_up() {
        assertThat(of(i -> 300, i -> 20 + i).isFlat()).isFalse();
    }

    @Test
    void of_a_few_samples_nobody_knows() {
        assertThat(new Endurance(1, 0, "", List.of(new Endurance.Sample(0, 1, 1, 1))).isFlat())
                .isTrue();
    }
}
