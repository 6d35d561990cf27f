package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/** What sort of values a telemetry attribute takes. Text that reads as the type is that type: partners send texts. */
public enum DataType {
    /**
     * True or false; also the texts true, 1, yes, on, t, y and false, 0, no, off, f, n ignoring case, and numbers: 0 is
     * false, any other true. Kept as a boolean.
     */
    BOOLEAN {
        @Override
        Optional<Object> kept(Object written) {
            return Reading.truth(written).map(truth -> truth);
        }
    },

    /**
     * A decimal number between −10³⁰ and 10³⁰, both excluded, with at most 30 decimals; also a text of one, without
     * separators of thousands. Kept as a number.
     */
    NUMBER {
        @Override
        Optional<Object> kept(Object written) {
            return Reading.number(written).filter(Reading::isFigure).map(number -> number);
        }
    },

    /** A number from 0 to 100, both included, with at most 30 decimals; a text may end with "%". Kept as a number. */
    PERCENTAGE {
        @Override
        Optional<Object> kept(Object written) {
            return Reading.percentage(written)
                    .filter(Reading::isFigure)
                    .filter(number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0)
                    .map(number -> number);
        }
    },

    /** A text of at most 10,000 characters, and nothing else. Kept as it is. */
    STRING {
        @Override
        Optional<Object> kept(Object written) {
            return written instanceof String text && text.codePointCount(0, text.length()) <= MAX_STRING
                    ? Optional.of(text)
                    : Optional.empty();
        }
    },

    /**
     * A day of the years 1970 to 9999 as an ISO text, "2025-01-15"; of a time with its offset, the day in UTC. A number
     * is no day. Kept as the text of the day.
     */
    DATE {
        @Override
        Optional<Object> kept(Object written) {
            return Reading.day(written).map(Object::toString);
        }
    },

    /**
     * A time of the years 1970 to 9999: an ISO text with its offset, a day, which is its start in UTC, or milliseconds
     * since 1970 as a number, or as a text of 12 to 15 digits. Kept as the text of the instant in UTC; what is smaller
     * than a microsecond is dropped.
     */
    TIMESTAMP {
        @Override
        Optional<Object> kept(Object written) {
            return Reading.instant(written).map(Object::toString);
        }
    },

    /** Any value of at most 64 KiB, written without white space, and at most 32 levels. Kept as it is. */
    JSON {
        @Override
        Optional<Object> kept(Object written) {
            return JsonSize.isWithin(written, MAX_BYTES, MAX_LEVELS) ? Optional.of(written) : Optional.empty();
        }
    };

    /** The most characters of a text. */
    public static final int MAX_STRING = 10_000;

    /** The most bytes of a JSON value: 64 KiB. */
    public static final int MAX_BYTES = 65_536;

    /** The most lists and objects in one another in a JSON value. */
    public static final int MAX_LEVELS = 32;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    abstract Optional<Object> kept(Object written);

    /** The value as this type keeps it; nothing when it does not fit. */
    public Optional<JsonValue> read(JsonValue written) {
        return kept(written.content()).map(JsonValue::new);
    }
}
