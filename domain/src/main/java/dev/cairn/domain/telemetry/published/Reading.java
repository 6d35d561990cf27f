package dev.cairn.domain.telemetry.published;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** JSON values read as what they mean: partners send texts where they mean numbers, times or truth. */
final class Reading {
    /** Numbers lie between minus and plus this, both excluded. */
    static final BigDecimal BEYOND = BigDecimal.TEN.pow(30);

    /** The most decimals of a number. */
    static final int MAX_DECIMALS = 30;

    private static final int MAX_LENGTH = 100;
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on", "t", "y");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "off", "f", "n");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** From 1973 on: a shorter number in a text is more likely a year or a count of seconds. */
    private static final Pattern MILLIS = Pattern.compile("\\d{12,15}");

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final BigDecimal END_MILLIS = BigDecimal.valueOf(END.toEpochMilli());

    /** In milliseconds. */
    private static final BigDecimal MICRO = new BigDecimal("0.001");

    private Reading() {}

    /** A truth value; a number is true unless it is 0. */
    static Optional<Boolean> truth(Object value) {
        if (value instanceof Boolean truth) {
            return Optional.of(truth);
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(number.signum() != 0);
        }
        return text(value).map(text -> text.toLowerCase(Locale.ROOT)).flatMap(word -> {
            if (TRUE.contains(word)) {
                return Optional.of(true);
            }
            return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
        });
    }

    /** A number, exactly; a text may have an exponent, but no separators of thousands. */
    static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return text(value)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> plain(new BigDecimal(text)))
                .filter(Reading::isFigure);
    }

    /** A number, where a per cent sign behind it changes nothing. */
    static Optional<BigDecimal> percentage(Object value) {
        return number(text(value)
                .filter(text -> text.endsWith("%"))
                .<Object>map(text -> text.substring(0, text.length() - 1).strip())
                .orElse(value));
    }

    /** Whether a number is of a size that somebody can mean. */
    static boolean isFigure(BigDecimal number) {
        return plain(number).scale() <= MAX_DECIMALS && number.abs().compareTo(BEYOND) < 0;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** A time from 1970 to 9999, to the microsecond: ISO with an offset, a day's start in UTC, or milliseconds. */
    static Optional<Instant> instant(Object value) {
        if (value instanceof BigDecimal millis) {
            return millis(millis);
        }
        return text(value).flatMap(text -> {
            if (MILLIS.matcher(text).matches()) {
                return millis(new BigDecimal(text));
            }
            return isDay(text) ? day(text).map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)) : moment(text);
        });
    }

    /** A day from 1970 to 9999; of a time, its day in UTC. Numbers are no days. */
    static Optional<LocalDate> day(Object value) {
        return text(value)
                .flatMap(text -> isDay(text)
                        ? day(text)
                        : moment(text).map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private static boolean isDay(String text) {
        return DAY.matcher(text).matches();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1970);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return inRange(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> millis(BigDecimal millis) {
        if (millis.signum() < 0 || millis.compareTo(END_MILLIS) > 0) {
            return Optional.empty();
        }
        // Writing out 1E-999999999 would take all memory; whatever is smaller than a microsecond is dropped.
        var micros = millis.compareTo(MICRO) < 0
                ? 0
                : millis.movePointRight(MICRO.scale()).toBigInteger().longValueExact();
        return inRange(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static Optional<Instant> inRange(Instant at) {
        var kept = at.truncatedTo(ChronoUnit.MICROS);
        return kept.isBefore(FIRST) || kept.isAfter(END) ? Optional.empty() : Optional.of(kept);
    }

    private static Optional<String> text(Object value) {
        return value instanceof String text && text.length() <= MAX_LENGTH
                ? Optional.of(text.strip())
                : Optional.empty();
    }
}
