package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    void the_clock_ticks_in_microseconds_and_in_utc() {
        var clock = new Wiring().clock();

        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        for (int reading = 0; reading < 1_000; reading++) {
            assertThat(clock.instant().getNano() % 1_000).isZero();
        }
    }
}
