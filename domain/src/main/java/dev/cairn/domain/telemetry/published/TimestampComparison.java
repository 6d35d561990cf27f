package dev.cairn.domain.telemetry.published;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value, read as a time, lies before, after or near another.
 *
 * @param reference the other time; absent: the time of the evaluation
 * @param withinDays how far away it may be, in days of 24 hours; 0 unless the mode is WITHIN_DAYS
 */
record TimestampComparison(Place place, Mode mode, Optional<Instant> reference, BigDecimal withinDays) implements Leaf {
    static final String TYPE = "timestamp_comparison";

    /** The word for the time of the evaluation. */
    static final String NOW = "now";

    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final int NANOS = 9;

    /** How a time may lie to another. */
    enum Mode {
        BEFORE,
        AFTER,
        WITHIN_DAYS
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        var own = new LinkedHashMap<String, Object>();
        own.put("mode", mode.name().toLowerCase(Locale.ROOT));
        reference.ifPresent(at -> own.put("referenceTime", at.toString()));
        if (mode == Mode.WITHIN_DAYS) {
            own.put("withinDays", withinDays);
        }
        return own;
    }

    @Override
    public Requirement asks() {
        return new Requirement(words(), reference.map(Instant::toString).orElse(NOW));
    }

    @Override
    public Finding find(Object seen, Judging judging) {
        var other = reference.orElse(judging.now());
        return Reading.instant(seen)
                .map(at -> judge(at, other))
                .orElseGet(() -> Finding.error(place.with(seen) + " is not a time"));
    }

    private Finding judge(Instant at, Instant other) {
        var met = switch (mode) {
            case BEFORE -> at.isBefore(other);
            case AFTER -> at.isAfter(other);
            case WITHIN_DAYS -> seconds(Duration.between(at, other).abs()).compareTo(withinDays.multiply(DAY)) <= 0;
        };
        return Finding.of(met, place.saying(at.toString()) + (met ? " is " : " is not ") + words() + " " + other);
    }

    private String words() {
        return switch (mode) {
            case BEFORE -> "before";
            case AFTER -> "after";
            case WITHIN_DAYS ->
                "within " + Shown.number(withinDays)
                        + (withinDays.compareTo(BigDecimal.ONE) == 0 ? " day of" : " days of");
        };
    }

    private static BigDecimal seconds(Duration distance) {
        return BigDecimal.valueOf(distance.getSeconds()).add(BigDecimal.valueOf(distance.getNano(), NANOS));
    }
}
