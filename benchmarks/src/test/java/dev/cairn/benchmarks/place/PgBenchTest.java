package dev.cairn.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PgBenchTest {
    private static final String REPORT = """
            pgbench (15.13 (Debian 15.13-0+deb12u1), server 18.6)
            transaction type: /tmp/a-customer.sql
            scaling factor: 1
            query mode: prepared
            number of clients: 16
            number of threads: 2
            maximum number of tries: 1
            duration: 8 s
            number of transactions actually processed: 325460
            number of failed transactions: 3 (0.001%)
            latency average = 0.393 ms
            initial connection time = 21.457 ms
            tps = 40682.512345 (without initial connection time)
            """;

    @Test
    void its_report_is_read() {
        var told = PgBench.Told.of(REPORT, 1.5);

        assertThat(told.transactions()).isEqualTo(325_460);
        assertThat(told.failed()).isEqualTo(3);
        assertThat(told.perSecond()).isEqualTo(40_682.512345);
        assertThat(told.latencyMillis()).isEqualTo(0.393);
        assertThat(told.seconds()).isCloseTo(8, within(0.01));
    }

    @Test
    void older_ones_tell_of_no_failures_and_say_it_otherwise() {
        var told = PgBench.Told.of("""
                number of transactions actually processed: 10/10
                latency average = 1.000 ms
                tps = 10.1 (including connections establishing)
                tps = 20.2 (excluding connections establishing)
                """, 0);

        assertThat(told.transactions()).isEqualTo(10);
        assertThat(told.failed()).isZero();
        assertThat(told.perSecond()).isEqualTo(20.2);
    }

    @Test
    void two_runs_are_one_of_both_their_lengths() {
        var whole = new PgBench.Told(100, 0, 50, 2, 0.5).plus(new PgBench.Told(300, 1, 300, 1, 0.25));

        assertThat(whole.transactions()).isEqualTo(400);
        assertThat(whole.failed()).isEqualTo(1);
        assertThat(whole.perSecond()).isCloseTo(400 / 3.0, within(0.001));
        assertThat(whole.latencyMillis()).isCloseTo(1.25, within(0.001));
        assertThat(whole.cpuSeconds()).isEqualTo(0.75);
    }

    @Test
    void a_report_without_a_rate_is_shown_as_it_is() {
        assertThatThrownBy(() -> PgBench.Told.of("pgbench: error: connection refused", 0))
                .hasMessageContaining("connection refused");
    }
}
