package dev.cairn.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelTest {
    @Test
    void times_are_read_behind_a_name_that_holds_parentheses_and_blanks() {
        var times = Kernel.Times.of(
                "4242 (a (b) c) S 17 4242 4242 0 -1 4194560 1 2 3 4 250 50 700 100 20 0 5 0 123456 987 65 4");

        assertThat(times.parent()).isEqualTo(17);
        assertThat(times.own()).isEqualTo(3.0);
        assertThat(times.reaped()).isEqualTo(8.0);
    }

    @Test
    void a_process_that_has_ended_has_nothing() {
        assertThat(Kernel.cpu(Long.MAX_VALUE)).isZero();
        assertThat(Kernel.residentBytes(Long.MAX_VALUE)).isZero();
    }

    @Test
    void this_process_is_at_work_and_in_memory() {
        var self = ProcessHandle.current().pid();

        assertThat(Kernel.cpu(self)).isPositive();
        assertThat(Kernel.residentBytes(self)).isGreaterThan(10 << 20);
    }
}
