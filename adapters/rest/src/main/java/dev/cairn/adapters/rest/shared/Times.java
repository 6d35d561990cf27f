package dev.cairn.adapters.rest.shared;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads times that clients send, in bodies and in queries alike. */
final class Times {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** The instant, with whatever offset, to the microsecond; what is none or beyond every calendar is a fault. */
    static Optional<Instant> instant(String text, String at, Faults faults) {
        var time = parsed(text, at, faults);
        if (time.filter(it -> it.isBefore(EARLIEST) || it.isAfter(LATEST)).isPresent()) {
            faults.add(at, Fault.Code.RANGE, "a time between 1900 and 9999");
            return Optional.empty();
        }
        return time;
    }

    /** The same, where what is beyond every calendar is its first or last instant. */
    static Optional<Instant> clamped(String text, String at, Faults faults) {
        return parsed(text, at, faults)
                .map(time -> time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time);
    }

    private static Optional<Instant> parsed(String text, String at, Faults faults) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException odd) {
            faults.add(at, Fault.Code.FORMAT, "a time such as 2026-11-21T09:00:00Z");
            return Optional.empty();
        }
    }
}
