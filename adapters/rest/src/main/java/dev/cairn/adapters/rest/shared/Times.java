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
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                faults.add(at, Fault.Code.RANGE, "a time between 1900 and 9999");
                return Optional.empty();
            }
            return Optional.of(time.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException odd) {
            faults.add(at, Fault.Code.FORMAT, "a time such as 2026-11-21T09:00:00Z");
            return Optional.empty();
        }
    }
}
