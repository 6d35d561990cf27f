package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that somebody reports of a telemetry attribute, before anybody asked whether the attribute takes it.
 *
 * @param value what was seen
 * @param source where it comes from, in the reporter's own words: 1 to {@link #MAX_SOURCE} characters
 * @param observedAt when it was seen, to the microsecond; absent means when it comes in
 * @param notes what is said about it, at most {@link #MAX_NOTES} characters
 * @param dedupeKey by which the reporter knows it again: the same for the same attribute is stored once
 */
public record ReportedValue(
        JsonValue value,
        String source,
        Optional<Instant> observedAt,
        Optional<String> notes,
        Optional<String> dedupeKey) {
    /** What a value comes from when nobody says. */
    public static final String API = "api";

    /** The longest source. */
    public static final int MAX_SOURCE = 50;

    /** The longest notes. */
    public static final int MAX_NOTES = 5_000;

    /** The longest key. */
    public static final int MAX_DEDUPE_KEY = 255;

    public ReportedValue {
        var faults = new Faults();
        var from = source;
        source = faults.at("/source", () -> Text.required(from, MAX_SOURCE)).orElse(from);
        observedAt = observedAt.map(time -> time.truncatedTo(ChronoUnit.MICROS));
        notes = notes.filter(text -> !text.isBlank());
        notes.ifPresent(text -> faults.at("/notes", () -> Text.bounded(text, MAX_NOTES)));
        dedupeKey.ifPresent(key -> faults.at("/dedupeKey", () -> Text.required(key, MAX_DEDUPE_KEY)));
        faults.orThrow();
    }
}
