package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonValue;
import java.time.Instant;

/** One evaluation: the value, the time, and what regular expressions may still cost. */
final class Judging {
    /** Instructions times characters, for all regular expressions of one evaluation: ten milliseconds or so. */
    static final long REGEX_STEPS = 250_000;

    private final JsonValue value;
    private final Instant now;
    private long steps = REGEX_STEPS;

    Judging(JsonValue value, Instant now) {
        this.value = value;
        this.now = now;
    }

    JsonValue value() {
        return value;
    }

    Instant now() {
        return now;
    }

    /** Whether so much may be spent; if so, it is. */
    boolean spend(long cost) {
        if (cost > steps) {
            return false;
        }
        steps -= cost;
        return true;
    }
}
