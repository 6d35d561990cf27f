package dev.cairn.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes what the application layer asks for and no adapter brings. */
@Singleton
class Wiring {
    /** PostgreSQL keeps microseconds: what was written is equal to what is read only if the clock keeps no more. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
