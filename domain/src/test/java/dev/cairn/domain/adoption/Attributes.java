package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;

import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.telemetry.published.DataType;
import dev.cairn.domain.telemetry.published.Freshness;
import dev.cairn.domain.telemetry.published.Observation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Telemetry attributes for tests, of numbers that have to be 100 or more. In one word each: R for required, O for
 * optional; + for a value that meets the criteria, - for one that does not, ! for one they cannot judge, 0 for none; ~ at
 * the end when the value is no longer fresh by {@link #SINCE_MONDAY}; x before it all when the attribute is inactive.
 */
public final class Attributes {
    /** What was seen since Monday is fresh. */
    public static final Freshness SINCE_MONDAY = new Freshness(Optional.of(MONDAY), Optional.empty());

    /** Whatever was seen is fresh. */
    public static final Freshness WHENEVER = new Freshness(Optional.empty(), Optional.empty());

    public static final JsonValue MET = number(150);
    public static final JsonValue UNMET = number(50);
    public static final JsonValue BROKEN = new JsonValue("broken");

    private Attributes() {}

    public static JsonValue number(int value) {
        return new JsonValue(BigDecimal.valueOf(value));
    }

    /** The attributes of such words, in their order, named a1, a2 and so on, and never looked at. */
    public static List<TelemetryAttribute> attributes(String words) {
        var each = Stream.of(words.split(" ")).filter(word -> !word.isBlank()).toList();
        return IntStream.range(0, each.size())
                .mapToObj(i -> attribute("a" + (i + 1), i + 1, each.get(i)))
                .toList();
    }

    private static TelemetryAttribute attribute(String name, int order, String word) {
        var active = !word.startsWith("x");
        var rest = active ? word : word.substring(1);
        var at = rest.endsWith("~") ? MONDAY.minus(Duration.ofDays(1)) : MONDAY;
        Optional<JsonValue> value = switch (rest.charAt(1)) {
            case '+' -> Optional.of(MET);
            case '-' -> Optional.of(UNMET);
            case '!' -> Optional.of(BROKEN);
            case '0' -> Optional.empty();
            default -> throw new IllegalArgumentException(word);
        };
        return new TelemetryAttribute(
                new TelemetryAttributeId(AdoptionFixtures.id()),
                new TelemetryDefinitionId(AdoptionFixtures.id()),
                name,
                Optional.empty(),
                DataType.NUMBER,
                rest.startsWith("R"),
                Optional.of(Criteria.atLeast(100)),
                order,
                active,
                new Reading(value.map(it -> observation(it, at)), false, false, Optional.empty()));
    }

    /** A value seen and received at once. */
    public static Observation observation(JsonValue value, Instant at) {
        return new Observation(new TelemetryValueId(AdoptionFixtures.id()), value, at, at);
    }
}
