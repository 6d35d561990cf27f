package dev.cairn.domain.telemetry.published;

/**
 * What a criterion asks for, in few words, for whoever fills in values.
 *
 * @param comparison how a value is compared, such as {@code greater than or equal}; where it looks at one place inside a
 *     JSON value, the pointer to that place stands before it
 * @param expected what it is compared with; empty when the comparison says all. At most {@link #MAX} characters
 */
public record Requirement(String comparison, String expected) {
    /** The longest text of what is expected. */
    public static final int MAX = 1_000;

    public Requirement {
        expected = Shown.shortened(expected, MAX);
    }

    static Requirement of(String comparison) {
        return new Requirement(comparison, "");
    }

    Requirement before(String words) {
        return new Requirement(words + " " + comparison, expected);
    }

    /** Both as one phrase. */
    String phrase() {
        return expected.isEmpty() ? comparison : comparison + " " + expected;
    }
}
