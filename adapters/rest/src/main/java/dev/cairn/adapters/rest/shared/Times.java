package dev.cairn.adapters.rest.shared;

import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads times that clients send, in bodies and in queries alike, and writes those that they are told. */
final class Times {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** How many characters an instant has at most: {@code +1000000000-12-31T23:59:59.999999999Z}. */
    static final int LONGEST = 40;

    private static final int SECONDS_OF_DAY = 86_400;

    private Times() {}

    /**
     * Writes an instant as {@link Instant#toString()} does.
     *
     * @return how many characters it has
     */
    static int write(Instant instant, char[] into) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            var text = instant.toString();
            text.getChars(0, text.length(), into, 0);
            return text.length();
        }
        var day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        var second = (int) Math.floorMod(instant.getEpochSecond(), (long) SECONDS_OF_DAY);
        digits(day.getYear(), 4, into, 0);
        into[4] = '-';
        digits(day.getMonthValue(), 2, into, 5);
        into[7] = '-';
        digits(day.getDayOfMonth(), 2, into, 8);
        into[10] = 'T';
        digits(second / 3_600, 2, into, 11);
        into[13] = ':';
        digits(second / 60 % 60, 2, into, 14);
        into[16] = ':';
        digits(second % 60, 2, into, 17);
        var end = fraction(instant.getNano(), into, 19);
        into[end] = 'Z';
        return end + 1;
    }

    /** None, three, six or nine decimals. */
    private static int fraction(int nanos, char[] into, int at) {
        if (nanos == 0) {
            return at;
        }
        into[at] = '.';
        var decimals = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        digits(decimals == 3 ? nanos / 1_000_000 : decimals == 6 ? nanos / 1_000 : nanos, decimals, into, at + 1);
        return at + 1 + decimals;
    }

    private static void digits(int number, int count, char[] into, int at) {
        var rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

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
