package dev.cairn.domain.telemetry.published;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as sentences tell them: numbers plain, texts in quotes, and nothing at length. */
final class Shown {
    /** The most characters of a value in a sentence. */
    static final int MAX = 100;

    private Shown() {}

    static String of(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        return value instanceof Map ? "an object" : value instanceof List ? "a list" : String.valueOf(value);
    }

    /** As a plain decimal; one of absurd size with its exponent. */
    static String number(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        var digits = Math.max((long) plain.precision() - plain.scale(), plain.scale());
        return shortened(digits > MAX ? plain.toString() : plain.toPlainString());
    }

    static String quoted(String text) {
        return '"' + shortened(text, MAX - 2) + '"';
    }

    /** Values one after the other. */
    static String list(List<?> values) {
        return shortened(values.stream().map(Shown::of).collect(Collectors.joining(", ")));
    }

    static String shortened(String text) {
        return shortened(text, MAX);
    }

    static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = max - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
