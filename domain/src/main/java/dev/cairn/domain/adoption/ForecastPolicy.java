package dev.cairn.domain.adoption;

import java.time.Duration;

/**
 * What is expected of plans: a deployment's choice.
 *
 * @param expected how long a plan is expected to take from its birth, or from when it came back; 1 to 3,650 days
 */
public record ForecastPolicy(Duration expected) {
    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(3_650);

    public ForecastPolicy {
        if (expected.compareTo(LEAST) < 0 || expected.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a plan is expected to take 1 to 3,650 days, not " + expected);
        }
    }
}
