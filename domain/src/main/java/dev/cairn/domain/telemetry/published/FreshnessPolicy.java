package dev.cairn.domain.telemetry.published;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a value speaks, as a deployment decides it.
 *
 * @param window how old the sight of a value may be; absent means however old
 * @param grace what is added to the window before the value falls silent; zero or more
 * @param fullFiles how many full files of its plan may come in without a value before it falls silent, 0 to
 *     {@link #MAX_FULL_FILES}: one late export does not flip a portfolio
 */
public record FreshnessPolicy(Optional<Duration> window, Duration grace, int fullFiles) {
    /** The most full files that can be waited for. */
    public static final int MAX_FULL_FILES = 10;

    /** However old a value is it speaks, until two full files came without it. */
    public static final FreshnessPolicy USUAL = new FreshnessPolicy(Optional.empty(), Duration.ZERO, 1);

    public FreshnessPolicy {
        if (window.map(Duration::isNegative).orElse(false) || grace.isNegative()) {
            throw new IllegalArgumentException("a window of freshness and its grace are not negative");
        }
        if (fullFiles < 0 || fullFiles > MAX_FULL_FILES) {
            throw new IllegalArgumentException("the full files to wait for are 0 to " + MAX_FULL_FILES);
        }
    }

    /**
     * What is fresh in one plan at one instant.
     *
     * @param received when full files of the plan came in, the newest first; those beyond {@link #MAX_FULL_FILES} + 1
     *     do not matter
     */
    public Freshness at(Instant now, List<Instant> received) {
        return new Freshness(
                window.map(length -> now.minus(length).minus(grace)),
                received.size() > fullFiles ? Optional.of(received.get(fullFiles)) : Optional.empty());
    }
}
